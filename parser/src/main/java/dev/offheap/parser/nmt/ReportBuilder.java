package dev.offheap.parser.nmt;

import dev.offheap.parser.Warning;
import dev.offheap.parser.text.Amount;
import dev.offheap.parser.text.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers the lines of one report. */
final class ReportBuilder {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern CATEGORY =
            Pattern.compile("(?:- ?)?(?<name>[A-Za-z].{0,63}?) ?\\((?<figures>reserved=.*committed=.*)\\)");
    /** What people write behind a line when they explain it. */
    private static final Pattern COMMENT = Pattern.compile(" ?<-{2,}.*");

    private static final Pattern SCALE = Pattern.compile("reserved=\\d+(?<unit>[KMGT]?B)?");

    /** Lines that divide a report or say what it leaves out; they carry no figures of memory. */
    private static final List<Pattern> FRAMEWORK = List.of(
            Pattern.compile("\\(Omitting categories weighting less than 1[KMGT]?B?\\)"),
            Pattern.compile("Virtual memory map:"),
            Pattern.compile("Memory file details"),
            Pattern.compile("Memory map of .*"),
            Pattern.compile("Details:"),
            Pattern.compile("\\(\\d+ call sites weighting less than 1[KMGT]?B? each omitted\\.\\)"),
            Pattern.compile("Preinit state: ?.*"),
            Pattern.compile("entries: \\d+ \\(primary: .*"),
            Pattern.compile("pre-init mallocs: .*"),
            Pattern.compile("MallocLimit: .*"));

    private final String input;
    private final int line;
    private final OptionalLong pid;
    private final MapBuilder map = new MapBuilder();
    private final SiteBuilder sites = new SiteBuilder();
    private final List<CategoryBuilder> categories = new ArrayList<>();
    private final UnknownLines unknown = new UnknownLines();

    private long scale = 1;
    private Mapped total;
    private Mapped totalChange = Mapped.NONE;
    private Allocated malloc;
    private CategoryBuilder category;
    private boolean inRegion;
    private boolean diff;

    ReportBuilder(String input, int line, OptionalLong pid) {
        this.input = input;
        this.line = line;
        this.pid = pid;
    }

    boolean hasTotal() {
        return total != null;
    }

    /** Reads a line; false when it does not look like one of a report. */
    boolean take(Line raw) {
        String text = BLANKS.matcher(raw.text()).replaceAll(" ").strip();
        if (text.startsWith(": (")) {
            text = text.substring(2); // JDK 17 prints a colon before the header of a space in reports of differences
        }
        text = COMMENT.matcher(text.replace("( ", "(")).replaceFirst("");
        if (text.isEmpty()) {
            inRegion = false;
            return true;
        }
        if (takeTotal(text) || takeCategory(text) || takeDetail(text) || isFramework(text)) {
            unknown.understood();
            return true;
        }
        boolean looksLikeOurs =
                text.startsWith("(") || text.startsWith("[0x") || text.equals("-") || text.startsWith("- ");
        if (looksLikeOurs) {
            unknown.add(raw.number());
        } else {
            unknown.foreign(raw.number());
        }
        return looksLikeOurs;
    }

    private boolean takeTotal(String text) {
        if (text.startsWith("Total:")) {
            Matcher unit = SCALE.matcher(text);
            scale = unit.find() ? Amount.unit(unit.group("unit")) : 1;
            Figures figures = new Figures(text, scale);
            if (!figures.inRange() || !figures.has("reserved") || !figures.has("committed")) {
                return false;
            }
            total = CategoryBuilder.mapped(figures);
            totalChange = CategoryBuilder.mappedChange(figures);
            diff |= text.contains(" +") || text.contains(" -");
            return true;
        }
        if (category == null && total != null && (text.startsWith("malloc:") || text.startsWith("malloc="))) {
            Figures figures = new Figures("malloc=" + text.substring(7).strip(), scale);
            malloc = CategoryBuilder.allocated(figures, "malloc");
            diff |= text.startsWith("malloc=");
            return figures.inRange() && figures.has("malloc");
        }
        // Reserved and committed minus malloc: nothing that the other lines do not say.
        return category == null && total != null && text.startsWith("mmap:");
    }

    private boolean takeCategory(String text) {
        Matcher header = CATEGORY.matcher(text);
        if (total != null && header.matches()) {
            Figures figures = new Figures(header.group("figures"), scale);
            if (!figures.inRange() || categories.size() >= 1000) {
                return false;
            }
            category = new CategoryBuilder(header.group("name"), figures);
            categories.add(category);
            diff |= text.contains(" +") || header.group("figures").contains(" -");
            return true;
        }
        return category != null && !sites.open() && category.take(text, scale);
    }

    private boolean takeDetail(String text) {
        if (map.take(text)) {
            inRegion = true;
            sites.dropFrames();
            return true;
        }
        if (sites.takeFrame(text)) {
            if (inRegion) {
                sites.dropFrames(); // says who mapped the region, which its category tells as well
            }
            return true;
        }
        return sites.open() && sites.takeFigures(text, scale);
    }

    private static boolean isFramework(String text) {
        return FRAMEWORK.stream().anyMatch(p -> p.matcher(text).matches());
    }

    /** @param warnings gets what is missing or doubtful */
    NmtReport build(List<Warning> warnings) {
        List<NmtCategory> amounts =
                categories.stream().map(CategoryBuilder::now).toList();
        List<NmtCategory> changes =
                categories.stream().map(CategoryBuilder::change).toList();
        NmtReport report = new NmtReport(
                input,
                line,
                pid,
                scale,
                total == null ? Mapped.NONE : total,
                Optional.ofNullable(malloc),
                amounts,
                diff ? Optional.of(new NmtReport.Change(totalChange, changes)) : Optional.empty(),
                map.build(),
                sites.build(),
                total != null && NmtChecks.addsUp(total, amounts, scale));
        unknown.warn(input, warnings);
        NmtChecks.check(report, warnings);
        return report;
    }
}
