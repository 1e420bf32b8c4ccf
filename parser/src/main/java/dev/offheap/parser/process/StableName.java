package dev.offheap.parser.process;

import java.util.regex.Pattern;

/** Names of files that are the same in every incident and give nothing away: no folder, no random part. */
public final class StableName {
    /** Random parts in the names of libraries that were unpacked into a temporary folder. */
    private static final Pattern RANDOM =
            Pattern.compile("[-_.]?(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\\d{6,})");

    private StableName() {}

    /** @param path as a process map or a profile has it */
    public static String of(String path) {
        if (path.contains("/hsperfdata_")) {
            return "hsperfdata"; // the folder has the name of a user, the file that of the process
        }
        String file = path.endsWith(" (deleted)") ? path.substring(0, path.length() - " (deleted)".length()) : path;
        String name = RANDOM.matcher(file.substring(file.lastIndexOf('/') + 1)).replaceAll("");
        return name.isEmpty() ? "file" : name;
    }
}
