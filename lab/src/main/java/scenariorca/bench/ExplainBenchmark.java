package scenariorca.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import scenariorca.server.RcaServer;
import scenariorca.server.ServerSettings;
import scenariorca.simulator.Profile;
import scenariorca.simulator.varied.Choices;
import scenariorca.warehouse.EmbeddedPostgres;
import scenariorca.warehouse.Viewer;
import scenariorca.warehouse.Warehouse;
import scenariorca.warehouse.WarehouseReader;

/** Measures explanations over HTTP on platforms of growing history; no answer is kept, so that each is made anew. */
public final class ExplainBenchmark {
    private static final int ASKED = 250;
    private static final int WARM_UP = 500;

    private final Settings settings;
    private final EmbeddedPostgres server;
    private final Profile profile;
    private final long seed;
    private final Consumer<String> progress;

    public ExplainBenchmark(
            Settings settings, EmbeddedPostgres server, Profile profile, long seed, Consumer<String> progress) {
        this.settings = settings;
        this.server = server;
        this.profile = profile;
        this.seed = seed;
        this.progress = progress;
    }

    /** @param scales of the simulated platforms, the smallest first. Example: 1, 10 */
    public ExplainFigures run(List<Double> scales) {
        List<ExplainFigures.History> histories = new ArrayList<>();
        for (double scale : scales) {
            var request = ScratchPlatform.request(profile, seed, Choices.NONE);
            try (var platform = new ScratchPlatform(settings, server, request, progress)) {
                List<CaseTruth> cases = platform.simulate(scale);
                try (Warehouse warehouse = platform.load();
                        WarehouseReader reader = WarehouseReader.open(warehouse.address(), 2)) {
                    histories.add(measure(scale, reader, paths(cases)));
                }
            }
        }
        return ExplainFigures.of(histories);
    }

    /** Spread evenly over time. */
    private static List<String> paths(List<CaseTruth> cases) {
        int asked = Math.min(ASKED, cases.size());
        List<String> paths = new ArrayList<>();
        for (int index = 0; index < asked; index++) {
            CaseTruth truth = cases.get((int) ((long) index * cases.size() / asked));
            paths.add(scenariorca.api.Paths.BASE + "/run/" + truth.runId() + "/explanation");
        }
        return paths;
    }

    private ExplainFigures.History measure(double scale, WarehouseReader reader, List<String> paths) {
        try (RcaServer api = RcaServer.start(new ServerSettings("127.0.0.1", 0, null, 0), reader, Clock.systemUTC());
                HttpClient client = HttpClient.newHttpClient()) {
            for (int index = 0; index < WARM_UP; index++) {
                ask(client, api, paths.get(index % paths.size()));
            }
            var latencies = Latencies.of(paths.stream().mapToLong(path -> ask(client, api, path)));
            var history = reader.read(
                    Viewer.ALL,
                    snapshot -> snapshot.query("bench/history.sql")
                            .one(row -> new ExplainFigures.History(
                                    scale,
                                    row.bigNumber("run_count"),
                                    row.bigNumber("calculation_count"),
                                    (int) latencies.count(),
                                    latencies.millis(0.5),
                                    latencies.millis(0.95),
                                    latencies.millis(1))));
            progress.accept("explained %,d failed runs over HTTP, half of them within %.0f ms"
                    .formatted(latencies.count(), latencies.millis(0.5)));
            return history;
        }
    }

    /** Nanoseconds until the whole answer is there. */
    private static long ask(HttpClient client, RcaServer api, String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + path))
                .build();
        long start = System.nanoTime();
        try {
            int status = client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .statusCode();
            if (status != 200) {
                throw new RcaException(ErrorCode.PROBLEM, path + " answers with status " + status);
            }
            return System.nanoTime() - start;
        } catch (IOException e) {
            throw new RcaException(ErrorCode.PROBLEM, "no answer from " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RcaException(ErrorCode.PROBLEM, "the measurement was interrupted", e);
        }
    }
}
