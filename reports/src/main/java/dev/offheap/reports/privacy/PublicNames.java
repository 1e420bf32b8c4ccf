package dev.offheap.reports.privacy;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names that say nothing of the application: those of the JDK, of the system and of libraries that the catalog knows.
 * What is not known to be public is taken for private.
 */
public final class PublicNames {
    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");
    private static final Set<String> PRIMITIVES =
            Set.of("boolean[]", "char[]", "float[]", "double[]", "byte[]", "short[]", "int[]", "long[]");

    /** Files of the JDK, of the C library and of what comes with a distribution. */
    private static final Pattern SYSTEM_FILE =
            Pattern.compile("(?:lib(?:jvm|java|jimage|jli|jsvml|nio|net|zip|verify|extnet"
                    + "|management|management_ext|instrument|prefs|attach|jdwp|awt|awt_headless|fontmanager|freetype|lcms|mlib_image"
                    + "|javajpeg|sctp|rmi|syslookup|saproc|c|m|dl|rt|pthread|resolv|util|nss_\\w+|z|stdc\\+\\+|gcc_s|crypto|ssl|uv"
                    + "|node)|ld-(?:linux|musl)[\\w-]*)[.-][\\w.-]*|modules|classes\\w*\\.jsa|locale-archive|LC_\\w+|gconv-modules.*"
                    + "|java|node|hsperfdata.*");

    private final List<String> packages;
    private final List<Pattern> files;
    private final Set<String> modules;

    /**
     * @param packages of known libraries
     * @param files patterns of their native files, {@code *} for any run of characters
     * @param modules names of known npm packages
     */
    public PublicNames(List<String> packages, List<String> files, Set<String> modules) {
        this.packages = packages.stream().map(name -> name + ".").toList();
        this.files = files.stream().map(PublicNames::pattern).toList();
        this.modules = Set.copyOf(modules);
    }

    private static Pattern pattern(String file) {
        return Pattern.compile("\\Q" + file.replace("*", "\\E.*\\Q") + "\\E");
    }

    boolean isType(String name) {
        String type = name.replaceFirst("^(static|class) ", "");
        return PRIMITIVES.contains(type)
                || JDK.stream().anyMatch(type::startsWith)
                || packages.stream().anyMatch(type::startsWith);
    }

    boolean isFile(String name) {
        return SYSTEM_FILE.matcher(name).matches()
                || files.stream().anyMatch(file -> file.matcher(name).matches());
    }

    boolean isModule(String name) {
        return modules.contains(name);
    }
}
