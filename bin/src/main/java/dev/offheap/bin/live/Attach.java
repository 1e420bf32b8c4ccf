package dev.offheap.bin.live;

import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A {@code jcmd} that needs no JDK: sends one diagnostic command to a JVM through the socket of HotSpot's attach mechanism,
 * and prints the answer. Linux only. A JVM opens the socket when it finds a file {@code .attach_pid<id>} in its folder
 * and gets a SIGQUIT, which it handles; the caller has made sure of that.
 */
public final class Attach {
    private static final int TRIES = 60;
    private static final long MILLIS_BETWEEN_TRIES = 100;
    private static final String PROTOCOL = "1";

    private Attach() {}

    /** @param args process id, then the command with its options */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length < 2) {
            System.err.println("Attach PID COMMAND...");
            System.exit(2);
        }
        try {
            System.exit(send(args[0], String.join(" ", List.of(args).subList(1, args.length)), System.out));
        } catch (IOException e) {
            System.err.println("the JVM cannot be reached (" + e.getMessage() + ")");
            System.exit(1);
        }
    }

    /**
     * Sends a command.
     *
     * @return 0 when the JVM did it
     */
    static int send(String pid, String command, OutputStream out) throws IOException, InterruptedException {
        Path process = Path.of("/proc", pid);
        String inside = idInside(process);
        Path socket = process.resolve("root/tmp/.java_pid" + inside);
        if (!Files.exists(socket)) {
            open(process, pid, inside, socket);
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            for (String word : List.of(PROTOCOL, "jcmd", command, "", "")) {
                ByteBuffer bytes = ByteBuffer.wrap((word + "\0").getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            byte[] answer = Channels.newInputStream(channel).readAllBytes();
            int line = 0;
            while (line < answer.length && answer[line] != '\n') {
                line++;
            }
            String result = new String(answer, 0, line, StandardCharsets.US_ASCII).strip();
            out.write(answer, Math.min(line + 1, answer.length), Math.max(0, answer.length - line - 1));
            out.flush();
            return result.equals("0") ? 0 : 1;
        }
    }

    /** In a container a process has another id than outside; the last that the kernel lists is the innermost. */
    private static String idInside(Path process) throws IOException {
        for (String line : Files.readAllLines(process.resolve("status"))) {
            if (line.startsWith("NSpid:")) {
                String[] ids = line.split("\\s+");
                return ids[ids.length - 1];
            }
        }
        throw new IOException("no NSpid in " + process + "/status");
    }

    private static void open(Path process, String pid, String inside, Path socket)
            throws IOException, InterruptedException {
        Path request = process.resolve("cwd/.attach_pid" + inside);
        if (!Files.isWritable(process.resolve("cwd"))) {
            request = process.resolve("root/tmp/.attach_pid" + inside);
        }
        Files.createFile(request);
        try {
            // The shell's own: slim images have no program of that name.
            new ProcessBuilder("sh", "-c", "kill -QUIT \"$0\"", pid)
                    .inheritIO()
                    .start()
                    .waitFor();
            for (int i = 0; i < TRIES && !Files.exists(socket); i++) {
                TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_TRIES);
            }
        } finally {
            Files.deleteIfExists(request);
        }
        if (!Files.exists(socket)) {
            throw new IOException("it opened no socket in " + TRIES * MILLIS_BETWEEN_TRIES / 1000 + " s");
        }
    }
}
