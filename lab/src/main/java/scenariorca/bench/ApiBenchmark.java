package scenariorca.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import scenariorca.bench.ApiFigures.EndpointFigures;
import scenariorca.bench.ApiQuestion.Example;
import scenariorca.bench.BareSql.Statement;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.report.ReportSession;
import scenariorca.report.Reports;
import scenariorca.server.RcaServer;
import scenariorca.server.ServerSettings;
import scenariorca.warehouse.WarehouseReader;

/**
 * Measures each endpoint over HTTP, made anew, kept, and not modified, beside the same SQL without anything around it. The
 * load comes from this very process and machine, which the figures of HTTP have to bear.
 */
public final class ApiBenchmark {
    private static final int CONNECTIONS = 32;
    private static final int ROUNDS = 2;
    private static final long CACHE_BYTES = 256L << 20;
    /** Time to reach the speed the compiler gets to, per endpoint. */
    private static final Duration WARM_UP = Duration.ofMillis(500);

    private final WarehouseReader reader;
    private final Duration each;
    private final Consumer<EndpointFigures> measured;

    /**
     * @param each how long each measurement takes
     * @param measured told the figures of each endpoint when they are known
     */
    public ApiBenchmark(WarehouseReader reader, Duration each, Consumer<EndpointFigures> measured) {
        this.reader = reader;
        this.each = each;
        this.measured = measured;
    }

    /**
     * @param only the one endpoint to measure; null for all
     * @throws RcaException INVALID_INPUT when there is no such endpoint
     */
    public ApiFigures run(@Nullable String only) {
        var statements = new ArrayList<Statement>();
        var reports = Reports.of(new ReportSession(
                reader.tracedBy((file, sql, values) -> statements.add(new Statement(sql, values))), Clock.systemUTC()));
        List<ApiQuestion> questions = chosen(new ApiQuestions(reports).all(), only);
        var figures = new ArrayList<EndpointFigures>();
        try (RcaServer forgetful = server(0);
                RcaServer server = server(CACHE_BYTES)) {
            for (ApiQuestion question : questions) {
                var recorded = new ArrayList<List<Statement>>();
                for (Example example : question.examples()) {
                    statements.clear();
                    example.report().run();
                    recorded.add(List.copyOf(statements));
                }
                EndpointFigures found = measure(question, recorded, forgetful.port(), server.port());
                figures.add(found);
                measured.accept(found);
            }
        }
        return ApiFigures.of(CONNECTIONS, figures);
    }

    private static List<ApiQuestion> chosen(List<ApiQuestion> questions, @Nullable String only) {
        List<ApiQuestion> chosen = questions.stream()
                .filter(question -> only == null || question.name().equals(only))
                .toList();
        if (chosen.isEmpty()) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "there is no endpoint %s with something to ask about; there are %s"
                            .formatted(
                                    only,
                                    questions.stream().map(ApiQuestion::name).collect(Collectors.joining(", "))));
        }
        return chosen;
    }

    /** Twice, in turns, so that a busy moment of the machine does not fall on one of them alone. */
    private EndpointFigures measure(
            ApiQuestion question, List<List<Statement>> statements, int forgetfulPort, int port) {
        List<byte[]> plain = question.examples().stream()
                .map(example -> LoadClient.request(example.path()))
                .toList();
        List<byte[]> conditional = question.examples().stream()
                .map(example -> LoadClient.request(example.path(), "If-None-Match: " + tag(port, example.path())))
                .toList();
        EndpointFigures best = null;
        warmUp(statements, forgetfulPort, port, plain, conditional);
        for (int round = 0; round < ROUNDS; round++) {
            EndpointFigures figures = EndpointFigures.of(
                    question.name(),
                    new BareSql(reader).run(statements, each),
                    load(forgetfulPort, plain, 200, each),
                    load(port, plain, 200, each),
                    load(port, conditional, 304, each));
            best = best == null ? figures : best.orFaster(figures);
        }
        return Objects.requireNonNull(best);
    }

    private void warmUp(
            List<List<Statement>> statements,
            int forgetfulPort,
            int port,
            List<byte[]> plain,
            List<byte[]> conditional) {
        new BareSql(reader).run(statements, WARM_UP);
        load(forgetfulPort, plain, 200, WARM_UP);
        load(port, plain, 200, WARM_UP);
        load(port, conditional, 304, WARM_UP);
    }

    private static Measured load(int port, List<byte[]> requests, int status, Duration duration) {
        return new LoadClient(port, CONNECTIONS).run(requests, status, duration);
    }

    private RcaServer server(long cacheBytes) {
        return RcaServer.start(new ServerSettings("127.0.0.1", 0, null, cacheBytes), reader, Clock.systemUTC());
    }

    private static String tag(int port, String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("etag")
                    .orElseThrow(() -> new RcaException(ErrorCode.PROBLEM, "no ETag from " + path));
        } catch (IOException e) {
            throw new RcaException(ErrorCode.PROBLEM, "no answer from " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RcaException(ErrorCode.PROBLEM, "the measurement was interrupted", e);
        }
    }
}
