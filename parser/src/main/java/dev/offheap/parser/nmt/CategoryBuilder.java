package dev.offheap.parser.nmt;

import dev.offheap.parser.nmt.Figures.Figure;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Gathers the lines of one category, amounts and changes side by side. */
final class CategoryBuilder {
    private final String name;
    private final Side now = new Side();
    private final Side change = new Side();
    private boolean inSpace;

    CategoryBuilder(String name, Figures header) {
        this.name = name;
        now.reserved = header.get("reserved").bytes();
        now.committed = header.get("committed").bytes();
        change.reserved = header.get("reserved").bytesChange();
        change.committed = header.get("committed").bytesChange();
    }

    /**
     * Reads a line of the category.
     *
     * @param line without indentation, blanks collapsed
     * @return false when no rule reads it
     */
    boolean take(String line, long scale) {
        Figures figures = new Figures(line, scale);
        if (!figures.inRange()) {
            return false;
        }
        boolean mapped = figures.has("reserved") && figures.has("committed");
        if (line.startsWith("(malloc=") && figures.has("malloc")) {
            now.malloc = allocated(figures, "malloc");
            change.malloc = changed(figures.get("malloc"));
        } else if (line.startsWith("(arena=") && figures.has("arena")) {
            now.arena = allocated(figures, "arena");
            change.arena = changed(figures.get("arena"));
        } else if (line.startsWith("(mmap:") && mapped) {
            now.mmap = mapped(figures);
            change.mmap = mappedChange(figures);
        } else if ((line.startsWith("(stack:") || line.startsWith("(Stack:")) && mapped) {
            now.stack = mapped(figures);
            change.stack = mappedChange(figures);
        } else if (line.startsWith("(tracking overhead=") && figures.has("tracking overhead")) {
            now.overhead = figures.get("tracking overhead").bytes();
            change.overhead = figures.get("tracking overhead").bytesChange();
        } else if (line.startsWith("(Metadata")) {
            startSpace(side -> side.metadata = side.space = new Space());
        } else if (line.startsWith("(Class space")) {
            startSpace(side -> side.classSpace = side.space = new Space());
        } else {
            return takeSpace(line, figures) || takeCounts(line);
        }
        return true;
    }

    private void startSpace(java.util.function.Consumer<Side> start) {
        start.accept(now);
        start.accept(change);
        inSpace = true;
    }

    private boolean takeSpace(String line, Figures figures) {
        if (!inSpace) {
            return false;
        }
        if (line.startsWith("(reserved=") && figures.has("reserved") && figures.has("committed")) {
            now.space.reserved = figures.get("reserved").bytes();
            now.space.committed = figures.get("committed").bytes();
            change.space.reserved = figures.get("reserved").bytesChange();
            change.space.committed = figures.get("committed").bytesChange();
            return true;
        }
        if (line.startsWith("(used=") && figures.has("used")) {
            now.space.used = figures.get("used").bytes();
            change.space.used = figures.get("used").bytesChange();
            return true;
        }
        return figures.has("free") || figures.has("waste");
    }

    private boolean takeCounts(String line) {
        Map<String, Figure> counts = line.startsWith("(") ? Figures.counts(line.substring(1)) : Map.of();
        if (counts.containsKey("classes")) {
            now.classes = counts.get("classes").count();
            change.classes = counts.get("classes").countChange();
            return true;
        }
        for (String key : new String[] {"thread", "threads"}) {
            if (counts.containsKey(key)) {
                now.threads = counts.get(key).count();
                change.threads = counts.get(key).countChange();
                return true;
            }
        }
        return counts.containsKey("instance classes");
    }

    NmtCategory now() {
        return now.build(name);
    }

    NmtCategory change() {
        return change.build(name);
    }

    static Mapped mapped(Figures figures) {
        return new Mapped(
                figures.get("reserved").bytes(), figures.get("committed").bytes(), figures.peakOf("committed"));
    }

    static Mapped mappedChange(Figures figures) {
        return new Mapped(
                figures.get("reserved").bytesChange(), figures.get("committed").bytesChange(), OptionalLong.empty());
    }

    static Allocated allocated(Figures figures, String key) {
        return new Allocated(figures.get(key).bytes(), figures.get(key).count(), figures.peakOf(key));
    }

    private static Allocated changed(Figure figure) {
        return new Allocated(figure.bytesChange(), figure.countChange(), OptionalLong.empty());
    }

    /** The amounts of a category, or the changes. */
    private static final class Side {
        private long reserved;
        private long committed;
        private Allocated malloc = Allocated.NONE;
        private Allocated arena = Allocated.NONE;
        private Mapped mmap = Mapped.NONE;
        private Mapped stack = Mapped.NONE;
        private long overhead;
        private long classes;
        private long threads;
        private Space metadata;
        private Space classSpace;
        private Space space;

        private NmtCategory build(String name) {
            return new NmtCategory(
                    name,
                    reserved,
                    committed,
                    malloc,
                    arena,
                    mmap,
                    stack,
                    overhead,
                    classes,
                    threads,
                    Optional.ofNullable(metadata).map(Space::build),
                    Optional.ofNullable(classSpace).map(Space::build));
        }
    }

    private static final class Space {
        private long reserved;
        private long committed;
        private long used;

        private NmtCategory.Space build() {
            return new NmtCategory.Space(reserved, committed, used);
        }
    }
}
