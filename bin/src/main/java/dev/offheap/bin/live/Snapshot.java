package dev.offheap.bin.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Prints a heap snapshot of a Node.js process whose inspector is open ({@code --inspect}). It opens none itself: that would
 * let anybody on the machine in.
 */
public final class Snapshot {
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);
    private static final int LONGEST_MINUTES = 30;
    private static final String LISTENS = "0A";

    private Snapshot() {}

    /** @param args process id */
    public static void main(String[] args) throws InterruptedException {
        try {
            URI inspector = inspector(args[0]);
            try (OutputStream out = new BufferedOutputStream(System.out, 1 << 20)) {
                take(inspector, out);
            }
        } catch (IOException | ExecutionException | TimeoutException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** The inspector among the ports that the process listens on. */
    private static URI inspector(String pid) throws IOException, InterruptedException {
        // The inspector closes the connection when it is asked to speak HTTP/2.
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(ANSWERS_WITHIN)
                .build();
        for (int port : listening(Path.of("/proc", pid))) {
            try {
                String list = http.send(
                                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                                        .timeout(ANSWERS_WITHIN)
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body();
                String url = new ObjectMapper()
                        .readTree(list)
                        .at("/0/webSocketDebuggerUrl")
                        .asText();
                if (url.startsWith("ws://127.0.0.1:" + port + "/")) {
                    return URI.create(url);
                }
            } catch (IOException e) {
                // Another server of the process; the next port may be the inspector.
            }
        }
        throw new IOException(
                "its inspector is not open; start it with --inspect, or with --heapsnapshot-signal=SIGUSR2");
    }

    private static List<Integer> listening(Path process) throws IOException {
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            for (Path file : files.toList()) {
                try {
                    String target = Files.readSymbolicLink(file).toString();
                    if (target.startsWith("socket:[")) {
                        sockets.add(target.substring("socket:[".length(), target.length() - 1));
                    }
                } catch (IOException e) {
                    // Closed meanwhile.
                }
            }
        }
        List<Integer> ports = new ArrayList<>();
        for (String line : Files.readAllLines(process.resolve("net/tcp"))) {
            String[] fields = line.strip().split("\\s+");
            if (fields.length > 9 && fields[3].equals(LISTENS) && sockets.contains(fields[9])) {
                ports.add(Integer.parseInt(fields[1].substring(fields[1].indexOf(':') + 1), 16));
            }
        }
        return ports;
    }

    private static void take(URI inspector, OutputStream out)
            throws InterruptedException, ExecutionException, TimeoutException {
        Chunks chunks = new Chunks(out);
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(inspector, chunks)
                .get();
        socket.sendText("{\"id\":1,\"method\":\"HeapProfiler.takeHeapSnapshot\"}", true)
                .get();
        chunks.done.get(LONGEST_MINUTES, TimeUnit.MINUTES);
        socket.abort();
    }

    /** The snapshot comes in pieces, each a message that may come in parts. */
    private static final class Chunks implements WebSocket.Listener {
        private final OutputStream out;
        private final StringBuilder message = new StringBuilder();
        private final ObjectMapper json = new ObjectMapper();
        private final CompletableFuture<Void> done = new CompletableFuture<>();

        Chunks(OutputStream out) {
            this.out = out;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                try {
                    handle(json.readTree(message.toString()));
                } catch (IOException e) {
                    done.completeExceptionally(new UncheckedIOException(e));
                }
                message.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void handle(JsonNode answer) throws IOException {
            JsonNode chunk = answer.at("/params/chunk");
            if (chunk.isTextual()) {
                out.write(chunk.asText().getBytes(StandardCharsets.UTF_8));
            } else if (answer.path("id").asInt() == 1) {
                done.complete(null);
            }
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            done.completeExceptionally(error);
        }
    }
}
