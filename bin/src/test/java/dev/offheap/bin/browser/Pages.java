package dev.offheap.bin.browser;

import dev.offheap.bin.DemoFiles;
import dev.offheap.bin.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Pages of every kind, made by the command from the bundled demo. */
final class Pages {
    private static final String HOSTILE =
            "</script><img src=x onerror='window.pwned=1'>\\\"><svg onload=window.pwned=1>";

    private final Path folder;

    Pages(Path folder) throws IOException {
        this.folder = folder;
        offheap("demo", "-o", name("report.html"));
        offheap("demo", "--node", "-o", name("node.html"));
        Path incident = folder.resolve("night/orders-1");
        DemoFiles.incident(incident);
        DemoFiles.unpack("vm_info.txt", folder.resolve("night/orders-2"));
        Files.writeString(
                Files.createDirectories(folder.resolve("night/bad")).resolve("heap.hprof"), "JAVA PROFILE 1.0.2\0");
        Path budget = Files.writeString(folder.resolve("budget.yaml"), "rss: 1 MiB\nowners: {netty: 1 MiB}\n");
        offheap("batch", name("night"), "-o", name("batch"), "--budget", budget.toString());
        String json = name("batch/incidents/orders-1/report.json");
        String other = name("batch/incidents/orders-2/report.json");
        offheap("compare", json, other, "-o", name("comparison.html"));
        rename(json, "plain.json", "Plain");
        rename(json, "hostile.json", HOSTILE);
        offheap("compare", name("plain.json"), other, "-o", name("plain.html"));
        offheap("compare", name("hostile.json"), other, "-o", name("hostile.html"));
    }

    /** The same report with another name wherever the image cache is named. */
    private void rename(String json, String to, String name) throws IOException {
        Files.writeString(
                folder.resolve(to),
                Files.readString(Path.of(json))
                        .replace("com.example.orders.cache", name)
                        .replace("6 databases have", name));
    }

    private String name(String file) {
        return folder.resolve(file).toString();
    }

    private static void offheap(String... words) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Main.run(
                List.of(words),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    List<URI> all() {
        return List.of(
                report(),
                page("node.html"),
                page("batch/index.html"),
                page("batch/incidents/orders-1/report.html"),
                page("batch/incidents/orders-2/report.html"),
                page("comparison.html"),
                hostile());
    }

    URI report() {
        return page("report.html");
    }

    URI plain() {
        return page("plain.html");
    }

    URI hostile() {
        return page("hostile.html");
    }

    private URI page(String name) {
        return folder.resolve(name).toUri();
    }
}
