package scenariorca.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;
import scenariorca.pipeline.LoadStatus;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;

/** Health and metrics of a program that loads and answers no questions, on loopback only. */
public final class StatusServer implements AutoCloseable {
    private final HttpServer server;

    private StatusServer(HttpServer server) {
        this.server = server;
    }

    /**
     * @param port 0 for any free one
     * @throws RcaException CONFIGURATION when the port is taken
     */
    public static StatusServer start(int port, LoadStatus loads, Clock clock) {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        LoadMetrics.register(registry, loads, clock);
        ProcessMetrics.register(registry);
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext(
                    "/metrics",
                    exchange -> answer(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", registry.scrape()));
            server.createContext(
                    "/health/live", exchange -> answer(exchange, 200, "application/json", "{\"status\":\"live\"}"));
            server.createContext("/health/ready", exchange -> ready(exchange, loads));
            server.start();
            return new StatusServer(server);
        } catch (IOException e) {
            throw new RcaException(
                    ErrorCode.CONFIGURATION,
                    "cannot listen on 127.0.0.1:%d: the port is taken or not allowed; give --status-port another"
                            .formatted(port),
                    e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private static void ready(HttpExchange exchange, LoadStatus loads) throws IOException {
        var outages = loads.outages();
        String body = Json.write(Map.of("status", outages.isEmpty() ? "ready" : "not_ready", "outages", outages));
        answer(exchange, outages.isEmpty() ? 200 : 503, "application/json", body);
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
