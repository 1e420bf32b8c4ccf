package dev.offheap.bin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A live JVM with secrets in its heap, its environment, its arguments, its properties and its paths. */
final class SecretProcess implements AutoCloseable {
    private final Process process;

    SecretProcess(Path folder) throws IOException {
        Path source = folder.resolve("SecretService.java");
        try (InputStream in = SecretProcess.class.getResourceAsStream("SecretService.java.txt")) {
            Files.copy(in, source);
        }
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:NativeMemoryTracking=summary",
                "-Dpassword=property-s3cr3t",
                source.toString(),
                "--token=argument-s3cr3t");
        builder.directory(folder.toFile());
        builder.environment().put("API_KEY", "environment-s3cr3t");
        builder.environment().put("HOSTNAME", "hostname-s3cr3t");
        process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (!"up".equals(line)) {
            throw new IOException("the process with secrets did not start: " + line);
        }
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
