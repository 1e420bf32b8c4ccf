package dev.offheap.parser.hotspot;

import dev.offheap.parser.text.Line;
import dev.offheap.parser.text.TextSection;
import java.util.Map;

/** Reads {@code jcmd PID VM.flags}. */
public final class FlagsReader implements TextSection {
    private final JvmFlags flags = new JvmFlags();
    private boolean any;

    @Override
    public boolean opens(Line line) {
        return line.text().startsWith("-XX:");
    }

    @Override
    public boolean take(Line line) {
        if (!opens(line)) {
            return false;
        }
        any = true;
        flags.take(line.text());
        return true;
    }

    /** Whether the file holds flags, of memory or not. */
    public boolean any() {
        return any;
    }

    /** Those flags that decide over memory. */
    public Map<String, String> found() {
        return flags.build();
    }
}
