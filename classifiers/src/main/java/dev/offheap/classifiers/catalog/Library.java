package dev.offheap.classifiers.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.offheap.classifiers.Risk;
import dev.offheap.parser.RuntimeKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the catalog knows of one library.
 *
 * @param id lower-case letters, digits and dashes; unique
 * @param name as people call it
 * @param category {@code jdk}, {@code network}, {@code storage}, {@code codec}, {@code search}, {@code interop}, ...
 * @param risk how often it is the reason of an out-of-memory kill
 * @param about what native memory it holds, one or two sentences
 * @param coordinates Maven or npm coordinates without version
 * @param packages names of packages that are the library's, wherever the dump has them
 * @param classes single classes that are the library's
 * @param relocatable how copies under another package name (shaded) are recognised
 * @param natives file name patterns of its native files, {@code *} for any run of characters
 * @param transparent true for containers: who holds the container owns what is in it
 * @param checked how far the entry was held against the real library
 * @param memory which objects carry native memory
 * @param findings typical waste
 * @param version where the dump has the version in use, if not in the name of a jar of the coordinates
 */
public record Library(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) RuntimeKind runtime,
        @JsonProperty(required = true) String category,
        @JsonProperty(required = true) Risk risk,
        @JsonProperty(required = true) String about,
        List<String> coordinates,
        List<String> packages,
        List<String> classes,
        Optional<Relocation> relocatable,
        List<String> natives,
        boolean transparent,
        Checked checked,
        List<MemoryRule> memory,
        List<FindingRule> findings,
        Optional<VersionRule> version) {
    public Library {
        coordinates = Lists.orEmpty(coordinates);
        packages = Lists.orEmpty(packages);
        classes = Lists.orEmpty(classes);
        relocatable = Lists.orEmpty(relocatable);
        natives = Lists.orEmpty(natives);
        checked = checked == null ? Checked.UNVERIFIED : checked;
        memory = Lists.orEmpty(memory);
        findings = Lists.orEmpty(findings);
        version = Lists.orEmpty(version);
        if (!id.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException("id '" + id + "' must be lower-case letters, digits and dashes");
        }
    }

    /** Names of jars, without version, whose version is that of the library: as in {@code netty-buffer}. */
    public List<String> jars() {
        return Stream.concat(
                        version.stream().map(VersionRule::jar),
                        coordinates.stream().map(coordinate -> coordinate.substring(coordinate.indexOf(':') + 1)))
                .distinct()
                .toList();
    }

    /** Whether a native file of this base name is the library's. */
    public boolean hasNative(String file) {
        return natives.stream().anyMatch(pattern -> FileNames.matches(pattern, file));
    }

    /** Whether this package, with the names of the relocatable classes after it, is where the library is at home. */
    public boolean isOwnPrefix(String prefix) {
        return relocatable().map(Relocation::home).filter(prefix::equals).isPresent();
    }

    /** How far an entry was held against the real library. */
    public enum Checked {
        /** A program took a known amount of memory through the library, and the entry finds it. */
        RUN,
        /** The classes and fields that the entry names were seen in the library's jar. */
        FIELDS,
        /** From documentation and experience; nothing of it was tried. */
        UNVERIFIED
    }

    /**
     * Shading moves a library's packages below another name. A copy is there when a class ends in the marker's name at
     * a package boundary and has the marker's fields; what stands before the name is then the prefix of all classes of
     * that copy. So {@code com.acme.netty.Pool} is not Netty, but
     * {@code io.grpc.netty.shaded.io.netty.buffer.PoolArena} is.
     *
     * @param root last part of the package name that shading keeps, for example {@code netty}: all classes below it are
     *     the library's; left out for a part of another library, which has no package of its own
     * @param home the package before the marker in the library itself, for example {@code io}
     * @param marker a class that only this library has, starting with the root; one that is loaded whatever part of the
     *     library is used
     * @param fields instance or static fields the marker must have
     */
    public record Relocation(
            Optional<String> root,
            @JsonProperty(required = true) String home,
            @JsonProperty(required = true) String marker,
            @JsonProperty(required = true) List<String> fields) {
        public Relocation {
            root = Lists.orEmpty(root);
            fields = List.copyOf(fields);
            if (root.isPresent() && !marker.startsWith(root.get() + ".")) {
                throw new IllegalArgumentException(
                        "marker '" + marker + "' must start with the root '" + root.get() + ".'");
            }
        }
    }

    /**
     * Where the version in use can be read.
     *
     * @param jar name of a jar without its version, where that is not the artifact of one of the coordinates
     */
    public record VersionRule(@JsonProperty(required = true) String jar) {}
}
