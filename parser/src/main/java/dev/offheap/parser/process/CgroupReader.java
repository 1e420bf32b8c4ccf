package dev.offheap.parser.process;

import dev.offheap.parser.text.Amount;
import dev.offheap.parser.text.Line;
import dev.offheap.parser.text.TextSection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code memory.stat} of control groups, version 1 and 2, and the files of one number each, as
 * {@code grep . /sys/fs/cgroup/memory.*} prints them. Such a file alone says nothing but a number: this is the one
 * place where the name of a file tells what it holds.
 */
public final class CgroupReader implements TextSection {
    private static final Pattern STAT_OPENING = Pattern.compile("(?:anon|cache) \\d+");
    private static final Pattern STAT = Pattern.compile("(?<key>[a-z_0-9]+) (?<value>\\d+)");
    private static final Pattern NAMED = Pattern.compile("(?:\\S*/)?memory\\.(?<name>[a-z_.]+):(?<value>.+)");
    private static final Pattern LONE = Pattern.compile("(?<value>\\d+|max)");
    private static final Pattern FILE =
            Pattern.compile("(?:.*/)?memory\\.(?<name>[a-z_]+(?:\\.[a-z_]+)*?)(?:\\.txt)?(?:\\.gz)?");

    /** What version 1 prints for no limit is the largest number of pages that it can count. */
    private static final long UNLIMITED = 1L << 60;

    private final Optional<String> fileName;
    private final Map<String, Long> stat = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();
    private boolean inStat;

    /** @param input name of the file */
    public CgroupReader(String input) {
        Matcher name = FILE.matcher(input);
        fileName = name.matches() ? Optional.of(name.group("name")) : Optional.empty();
    }

    @Override
    public boolean opens(Line line) {
        String text = line.text().strip();
        return STAT_OPENING.matcher(text).matches()
                || NAMED.matcher(text).matches()
                || fileName.isPresent()
                        && line.number() == 1
                        && LONE.matcher(text).matches();
    }

    @Override
    public boolean take(Line line) {
        String text = line.text().strip();
        Matcher named = NAMED.matcher(text);
        if (named.matches()) {
            Matcher entry = STAT.matcher(named.group("value"));
            if (named.group("name").equals("stat") && entry.matches()) {
                putStat(entry);
            } else if (files.size() < 100) {
                files.put(named.group("name"), named.group("value"));
            }
            return true;
        }
        if (fileName.isPresent() && line.number() == 1 && LONE.matcher(text).matches()) {
            files.put(fileName.get(), text);
            return true;
        }
        Matcher entry = STAT.matcher(text);
        inStat |= STAT_OPENING.matcher(text).matches();
        if (inStat && entry.matches()) {
            putStat(entry);
            return true;
        }
        return false;
    }

    private void putStat(Matcher entry) {
        if (stat.size() < 1000) {
            Amount.of(entry.group("value"), 1).ifPresent(value -> stat.put(entry.group("key"), value));
        }
    }

    /** What was found; empty when the file holds no such text. */
    public Optional<CgroupMemory> found() {
        if (stat.isEmpty() && files.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CgroupMemory(
                limit(),
                first(file("current"), file("usage_in_bytes")),
                first(file("peak"), file("max_usage_in_bytes")),
                first(stat("anon"), stat("total_rss"), stat("rss")),
                first(stat("file"), stat("total_cache"), stat("cache")),
                first(stat("kernel"), file("kmem.usage_in_bytes"))));
    }

    private OptionalLong limit() {
        OptionalLong limit = first(file("max"), file("limit_in_bytes"), stat("hierarchical_memory_limit"));
        return limit.isPresent() && limit.getAsLong() < UNLIMITED ? limit : OptionalLong.empty();
    }

    private OptionalLong stat(String key) {
        return stat.containsKey(key) ? OptionalLong.of(stat.get(key)) : OptionalLong.empty();
    }

    private OptionalLong file(String name) {
        String value = files.getOrDefault(name, "");
        return value.matches("\\d+") ? Amount.of(value, 1) : OptionalLong.empty();
    }

    private static OptionalLong first(OptionalLong... values) {
        for (OptionalLong value : values) {
            if (value.isPresent()) {
                return value;
            }
        }
        return OptionalLong.empty();
    }
}
