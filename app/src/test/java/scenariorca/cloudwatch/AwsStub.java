package scenariorca.cloudwatch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import scenariorca.platform.Settings;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** Answers as an AWS service does, over HTTP on this machine, and misbehaves on demand. */
abstract class AwsStub implements AutoCloseable {
    private final HttpServer server;
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    /** An answer. */
    record Reply(int status, String contentType, byte[] body, Map<String, String> headers) {
        static Reply json(int status, String body) {
            return new Reply(status, "application/x-amz-json-1.1", body.getBytes(StandardCharsets.UTF_8), Map.of());
        }
    }

    AwsStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    abstract String name(HttpExchange exchange);

    abstract Reply answer(HttpExchange exchange, byte[] body);

    abstract Reply refuse(Fault.Refused refused);

    /** The next calls go wrong like this, one after the other. */
    void fail(Fault... next) {
        faults.addAll(List.of(next));
    }

    /** Names of the calls so far. */
    List<String> calls() {
        return calls;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Settings settings() {
        return Settings.of(Map.of(
                "AWS_ENDPOINT_URL", url(),
                "AWS_REGION", "eu-west-1",
                "AWS_ACCESS_KEY_ID", "AKIATESTTESTTEST",
                "AWS_SECRET_ACCESS_KEY", "never-shown-secret"));
    }

    /** Clients that lead here and try again without waiting. */
    AwsClients clients() {
        return clients(settings());
    }

    static AwsClients clients(Settings settings) {
        return AwsClients.from(
                settings,
                AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(4)
                        .backoffStrategy(BackoffStrategy.retryImmediately())
                        .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                        .circuitBreakerEnabled(false)
                        .build());
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        calls.add(name(exchange));
        Fault fault = faults.poll();
        switch (fault == null ? Fault.NONE : fault) {
            case Fault.Refused refused -> send(exchange, refuse(refused), false);
            case Fault.Dropped _ -> exchange.close();
            case Fault.CutShort _ -> send(exchange, answer(exchange, body), true);
            case Fault.None _ -> send(exchange, answer(exchange, body), false);
        }
    }

    private static void send(HttpExchange exchange, Reply reply, boolean isCut) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        exchange.getResponseHeaders().set("x-amzn-RequestId", "00000000-0000-4000-8000-000000000000");
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        int length = isCut ? reply.body().length / 2 : reply.body().length;
        exchange.getResponseBody().write(reply.body(), 0, length);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
