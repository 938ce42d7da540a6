package scenariorca.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Where alerts of problems arrive; those of late data are left out, as they follow the clock, which is set back. Counts how often each message was handed over, by its id.
 * It takes a moment to answer, as others do.
 */
final class ChaosReceiver implements AutoCloseable {
    private static final Duration MOMENT = Duration.ofMillis(15);

    private final HttpServer server;
    private final Map<String, Integer> taken = new HashMap<>();

    private ChaosReceiver(HttpServer server) {
        this.server = server;
    }

    static ChaosReceiver start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var receiver = new ChaosReceiver(server);
            server.createContext("/", receiver::take);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path channelFile(Path directory) {
        try {
            return Files.writeString(directory.resolve("alerts.yml"), """
                    channels:
                      - name: chaos
                        type: webhook
                        url: http://127.0.0.1:%d/alerts
                        secret: chaos-keeps-no-secret
                        sees: all
                        per_hour: 1000000
                        only: {kinds: [new, grown, regressed, recovered]}
                    """.formatted(
                            server.getAddress().getPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String id = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            synchronized (this) {
                taken.merge(String.valueOf(id), 1, Integer::sum);
            }
            LockSupport.parkNanos(MOMENT.toNanos());
            exchange.sendResponseHeaders(204, -1);
        }
    }

    /** How often each message was taken since the last call, by its id. */
    synchronized Map<String, Integer> takenSince() {
        var since = new TreeMap<>(taken);
        taken.clear();
        return since;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
