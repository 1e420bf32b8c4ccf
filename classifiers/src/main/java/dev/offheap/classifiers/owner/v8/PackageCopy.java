package dev.offheap.classifiers.owner.v8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One installed copy of an npm package. Two copies of one package are two: the folder tells them apart.
 *
 * @param name as in {@code package.json}, with its scope
 * @param directory where it is installed
 * @param version where the folder's name has it, as pnpm writes it
 */
public record PackageCopy(String name, String directory, Optional<String> version) {
    private static final String MODULES = "/node_modules/";
    private static final Pattern STORE =
            Pattern.compile("/node_modules/\\.pnpm/(?:@[^/+]+\\+)?[^/@]+@([^/_(]+)[^/]*/node_modules/");

    /** The copy that a file belongs to; empty when it lies in no {@code node_modules}. */
    public static Optional<PackageCopy> of(String path) {
        int at = path.lastIndexOf(MODULES);
        if (at < 0) {
            return Optional.empty();
        }
        int start = at + MODULES.length();
        int end = path.indexOf('/', start);
        if (end > 0 && path.charAt(start) == '@') {
            end = path.indexOf('/', end + 1);
        }
        if (end <= start) {
            return Optional.empty();
        }
        String directory = path.substring(0, end);
        Matcher store = STORE.matcher(directory);
        Optional<String> version = Optional.empty();
        while (store.find()) {
            version = Optional.of(store.group(1));
        }
        return Optional.of(new PackageCopy(path.substring(start, end), directory, version));
    }

    /** Names of the packages that it is nested in, outermost first; empty for one at the top, and for pnpm's store. */
    public List<String> nestedIn() {
        List<String> outer = new ArrayList<>();
        String rest = directory;
        for (int at = rest.lastIndexOf(MODULES); at > 0; at = rest.lastIndexOf(MODULES)) {
            rest = rest.substring(0, at);
            Optional<PackageCopy> parent = of(rest + "/");
            if (parent.isEmpty()
                    || rest.contains("/.pnpm/")
                    || !parent.get().directory().equals(rest)) {
                break;
            }
            outer.add(0, parent.get().name());
        }
        return outer;
    }
}
