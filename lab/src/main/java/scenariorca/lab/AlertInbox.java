package scenariorca.lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import scenariorca.platform.Json;
import tools.jackson.databind.JsonNode;

/** Where the demo's alerts arrive: a receiver of a webhook on this machine whose inbox is a page. It keeps the newest only. */
final class AlertInbox implements AutoCloseable {
    private static final int MOST_MESSAGES = 100;
    private static final int MOST_BYTES = 262_144;
    private static final String HEAD = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="5">
            <meta name="viewport" content="width=device-width, initial-scale=1"><title>Alerts of the demo</title>
            <style>:root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}
            main{max-width:720px;margin:24px auto;padding:0 16px}li{margin:16px 0}ol{padding-left:24px}p{margin:4px 0}</style>
            </head><body><main><h1>Alerts of the demo</h1>
            """;

    private final HttpServer server;
    /** By their ids, so that one handed over twice is one; the oldest first. */
    private final Map<String, JsonNode> messages = new LinkedHashMap<>();

    private AlertInbox(HttpServer server) {
        this.server = server;
    }

    static AlertInbox start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var inbox = new AlertInbox(server);
            server.createContext("/", inbox::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return inbox;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Writes an alerts file with this inbox as its one channel, whose audience sees all. */
    Path channelFile(Path directory) {
        try {
            Files.createDirectories(directory);
            return Files.writeString(directory.resolve("alerts.yml"), """
                    channels:
                      - name: inbox
                        type: webhook
                        url: %s/alerts
                        secret: the-demo-keeps-no-secret
                        sees: all
                    """.formatted(url()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean isPosted = exchange.getRequestMethod().equals("POST");
            if (isPosted) {
                byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
                keep(Json.read(new String(body, StandardCharsets.UTF_8)));
            }
            byte[] page = isPosted ? new byte[0] : page().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(isPosted ? 204 : 200, isPosted ? -1 : page.length);
            exchange.getResponseBody().write(page);
        }
    }

    private synchronized void keep(JsonNode body) {
        messages.put(body.path("id").asString(""), body.path("message"));
        while (messages.size() > MOST_MESSAGES) {
            messages.remove(messages.keySet().iterator().next());
        }
    }

    private synchronized String page() {
        var page = new StringBuilder(HEAD);
        if (messages.isEmpty()) {
            page.append("<p>None has come yet. A problem that begins while the demo goes on is told here.</p>");
        }
        Deque<JsonNode> newestFirst = new ArrayDeque<>();
        messages.values().forEach(newestFirst::addFirst);
        page.append("<ol>");
        for (JsonNode message : newestFirst) {
            page.append("<li><strong>").append(text(message, "title")).append("</strong>");
            for (JsonNode line : message.path("lines")) {
                page.append("<p>")
                        .append(text(line, "label"))
                        .append(": ")
                        .append(text(line, "text"))
                        .append("</p>");
            }
            page.append("<p><a href=\"").append(text(message, "url")).append("\">Read on</a></p></li>");
        }
        return page.append("</ol></main></body></html>").toString();
    }

    /** Texts quote logs: none is mark-up. */
    private static String text(JsonNode node, String name) {
        return node.path(name)
                .asString("")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
