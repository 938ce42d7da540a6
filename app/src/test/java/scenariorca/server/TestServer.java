package scenariorca.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import scenariorca.pipeline.ProblemCuration;
import scenariorca.report.ReportDatabase;

/** A running server on a filled warehouse, and a client that speaks real HTTP to it. */
public final class TestServer implements AutoCloseable {
    private static final long CACHE_BYTES = 8_000_000;

    private final ReportDatabase database;
    private final RcaServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestServer(ReportDatabase database, RcaServer server) {
        this.database = database;
        this.server = server;
    }

    /** The one that tests share which only read. Stopped with the test program. */
    public static TestServer shared() {
        return Shared.INSTANCE;
    }

    public static TestServer start(String purpose, @Nullable String apiKey) {
        return start(ReportDatabase.filled(purpose), apiKey);
    }

    public static TestServer start(ReportDatabase database, @Nullable String apiKey) {
        return start(database, apiKey, CACHE_BYTES);
    }

    public static TestServer start(ReportDatabase database, @Nullable String apiKey, long cacheBytes) {
        return with(
                database,
                new ServerSettings(
                        "127.0.0.1", 0, apiKey, cacheBytes, ServerSettings.Way.PLAIN, null, "target/no-lake"));
    }

    public static TestServer with(ReportDatabase database, ServerSettings settings) {
        return new TestServer(
                database,
                RcaServer.start(
                        settings,
                        database.reader(),
                        ReportDatabase.NOON,
                        new Services(null, new ProblemCuration(database.warehouse()))));
    }

    public ReportDatabase database() {
        return database;
    }

    public int port() {
        return server.port();
    }

    /** A GET with headers given as name, value, name, value. */
    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    public HttpResponse<String> send(String method, String path, String... headers) {
        return send(method, path, HttpResponse.BodyHandlers.ofString(), headers);
    }

    /** A POST of a form or of JSON, by how the body begins. */
    public HttpResponse<String> post(String path, String body, String... headers) {
        String type = body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public <T> HttpResponse<T> send(String method, String path, HttpResponse.BodyHandler<T> body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Stops the server and leaves the warehouse. */
    void stop() {
        server.close();
        client.shutdownNow(); // a page that was listening may not have read to the end
    }

    @Override
    public void close() {
        stop();
        database.close();
    }

    private static final class Shared {
        static final TestServer INSTANCE = TestServer.start("api", null);
    }
}
