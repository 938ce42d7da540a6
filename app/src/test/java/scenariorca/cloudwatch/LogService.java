package scenariorca.cloudwatch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scenariorca.FreePort;
import scenariorca.platform.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Speaks the protocol of CloudWatch Logs (FilterLogEvents) for log files that grow, as those of a simulated platform do,
 * and is stopped, broken and started as a test likes, always on the same port.
 */
public final class LogService implements AutoCloseable {
    private final Path folder;
    private final Map<Path, Long> readTo = new HashMap<>();
    private final Map<String, TreeMap<Key, JsonNode>> groups = new HashMap<>();
    private final int port;
    private @Nullable HttpServer server;
    private volatile Fault.@Nullable Refused refusal;

    private record Key(long timestamp, String eventId) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byTime = Long.compare(timestamp, other.timestamp);
            return byTime == 0 ? eventId.compareTo(other.eventId) : byTime;
        }
    }

    private LogService(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** @param folder with files of one event a line */
    public static LogService of(Path folder) {
        var service = new LogService(folder, FreePort.next());
        service.start();
        return service;
    }

    /** Settings that lead here. */
    public Map<String, String> settings() {
        return Map.of(
                "AWS_ENDPOINT_URL", "http://127.0.0.1:" + port,
                "AWS_REGION", "eu-west-1",
                "AWS_ACCESS_KEY_ID", "AKIATESTTESTTEST",
                "AWS_SECRET_ACCESS_KEY", "never-shown-secret");
    }

    public synchronized void start() {
        refusal = null;
        if (server != null) {
            return;
        }
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            started.createContext("/", this::handle);
            started.start();
            server = started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody answers. */
    public synchronized void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    /** Every call ends in an error of the service's own. */
    public void breakDown() {
        refuse(503, "ServiceUnavailableException");
    }

    /** Every call ends in this error. */
    public void refuse(int status, String type) {
        refusal = new Fault.Refused(status, type);
    }

    /** How many different events it has. */
    public synchronized long events() {
        refresh();
        return groups.values().stream().mapToLong(Map::size).sum();
    }

    public synchronized List<String> groups() {
        refresh();
        return groups.keySet().stream().sorted().toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode call = Json.mapper().readTree(exchange.getRequestBody().readAllBytes());
            Fault.Refused refused = refusal;
            String answer = refused == null ? filter(call) : "{\"__type\":\"%s\"}".formatted(refused.type());
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(refused == null ? 200 : refused.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized String filter(JsonNode call) {
        refresh();
        var from = new Key(call.get("startTime").asLong(), "");
        var to = new Key(call.get("endTime").asLong() + 1, "");
        String token = call.path("nextToken").asString("");
        if (!token.isEmpty()) {
            String[] parts = token.split("/");
            from = new Key(Long.parseLong(parts[0]), parts[1] + '\0');
        }
        ObjectNode answer = Json.mapper().createObjectNode();
        var list = answer.putArray("events");
        int limit = call.get("limit").asInt();
        Key last = from;
        for (var entry : groups.getOrDefault(call.get("logGroupName").asString(), new TreeMap<>())
                .subMap(from, to)
                .entrySet()) {
            if (list.size() == limit) {
                answer.put("nextToken", last.timestamp() + "/" + last.eventId());
                break;
            }
            last = entry.getKey();
            ObjectNode event = list.addObject();
            event.put("eventId", last.eventId());
            event.put("logStreamName", entry.getValue().get("logStream").asString());
            event.put("timestamp", last.timestamp());
            event.put("ingestionTime", entry.getValue().get("ingestionTime").asLong());
            event.put("message", entry.getValue().get("message").asString());
        }
        return answer.toString();
    }

    private void refresh() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".jsonl")).toList()) {
                read(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole lines only: the last may be in the middle of being written. */
    private void read(Path file) throws IOException {
        long from = readTo.getOrDefault(file, 0L);
        byte[] more;
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(from);
            more = new byte[Math.toIntExact(in.length() - from)];
            in.readFully(more);
        }
        int start = 0;
        for (int at = 0; at < more.length; at++) {
            if (more[at] == '\n') {
                JsonNode event = Json.mapper().readTree(new String(more, start, at - start, StandardCharsets.UTF_8));
                groups.computeIfAbsent(event.get("logGroup").asString(), _ -> new TreeMap<>())
                        .put(
                                new Key(
                                        event.get("timestamp").asLong(),
                                        event.get("eventId").asString()),
                                event);
                start = at + 1;
            }
        }
        readTo.put(file, from + start);
    }

    @Override
    public void close() {
        stop();
    }
}
