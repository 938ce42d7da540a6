package scenariorca.alerts;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import scenariorca.platform.Json;
import tools.jackson.databind.JsonNode;

/** A receiver of HTTP posts on this machine that keeps what it was sent. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String answer = "ok";
    private volatile Runnable before = () -> {};
    private volatile Map<String, String> said = Map.of();

    /** A post. Header names are lower-case. */
    record Received(String path, Map<String, String> headers, String text) {
        JsonNode json() {
            return Json.read(text);
        }
    }

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.createContext("/", exchange -> {
            String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                    .collect(Collectors.toMap(
                            header -> header.getKey().toLowerCase(java.util.Locale.ROOT),
                            header -> header.getValue().getFirst()));
            received.add(new Received(exchange.getRequestURI().getPath(), headers, text));
            before.run();
            said.forEach(exchange.getResponseHeaders()::set);
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** From now on it answers so. */
    Receiver answering(int code, String text) {
        status = code;
        answer = text;
        return this;
    }

    /** With this header. */
    Receiver saying(String name, String value) {
        said = Map.of(name, value);
        return this;
    }

    /** Runs after a post has arrived and before it is answered. */
    Receiver doing(Runnable work) {
        before = work;
        return this;
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    void forget() {
        received.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
