package scenariorca.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.pipeline.LoadRequest;
import scenariorca.pipeline.Pipeline;
import scenariorca.platform.Json;
import scenariorca.simulator.Playback;
import scenariorca.simulator.SimulationRequest;
import scenariorca.warehouse.Warehouse;
import scenariorca.warehouse.WarehouseReader;

/**
 * Explains each run right after it failed. The platform is played back: for each case time passes until then, an incremental
 * load brings in what was new, and the run is explained. What came later is nowhere, neither rows nor log lines.
 */
final class AsOf {
    /** How long after a run's end somebody asks. */
    private static final Duration LATER = Duration.ofSeconds(90);

    private static final int PROGRESS = 50;

    private final ScratchPlatform platform;
    private final SimulationRequest request;
    private final int most;
    private final Consumer<String> progress;

    /** @param most at most so many cases, evenly over time; 0 means all */
    AsOf(ScratchPlatform platform, SimulationRequest request, int most, Consumer<String> progress) {
        this.platform = platform;
        this.request = request;
        this.most = most;
        this.progress = progress;
    }

    void ask(Consumer<KnownCase> asked) {
        List<Playback.Failure> all = Playback.failures(request);
        List<Playback.Failure> cases = DiagnosisBenchmark.spread(all, most);
        progress.accept("simulated %,d failed runs, of which %,d are asked about".formatted(all.size(), cases.size()));
        if (cases.isEmpty()) {
            return;
        }
        Instant first = cases.getFirst().endedAt().plus(LATER);
        try (Playback playback = platform.playback(first);
                Warehouse warehouse = platform.emptyWarehouse();
                WarehouseReader reader = WarehouseReader.open(warehouse.address(), 1)) {
            var clock = new Now(first);
            Pipeline pipeline = platform.pipeline(warehouse).withLogs(platform.logs(false, clock));
            pipeline.run(new LoadRequest.Full(), _ -> {});
            int number = 0;
            for (Playback.Failure failure : cases) {
                clock.now = failure.endedAt().plus(LATER);
                playback.advance(clock.now);
                pipeline.run(new LoadRequest.Incremental(), _ -> {});
                CaseTruth truth = CaseTruth.of(Json.read(failure.truth()));
                long start = System.nanoTime();
                RunEvidence evidence = DiagnosisBenchmark.evidence(reader, truth);
                asked.accept(new KnownCase(truth, evidence, System.nanoTime() - start));
                if (++number % PROGRESS == 0) {
                    progress.accept("explained %,d failed runs".formatted(number));
                }
            }
        }
    }

    /** A clock that shows what it is set to. */
    private static final class Now extends Clock {
        private Instant now;

        private Now(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
