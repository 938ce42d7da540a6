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
    private final DiagnosisBenchmark.Plan plan;
    private final Consumer<String> progress;

    AsOf(ScratchPlatform platform, SimulationRequest request, DiagnosisBenchmark.Plan plan, Consumer<String> progress) {
        this.platform = platform;
        this.request = request;
        this.plan = plan;
        this.progress = progress;
    }

    DiagnosisScore measure() {
        var score = new DiagnosisScore(plan.isAblated(), plan.isLeavingOut() ? progress : null);
        List<Playback.Failure> all = Playback.failures(request);
        List<Playback.Failure> cases = DiagnosisBenchmark.spread(all, plan.cases());
        progress.accept("simulated %,d failed runs, of which %,d are asked about".formatted(all.size(), cases.size()));
        if (cases.isEmpty()) {
            return score;
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
                score.add(truth, evidence, System.nanoTime() - start);
                if (++number % PROGRESS == 0) {
                    progress.accept("explained %,d failed runs".formatted(number));
                }
            }
            return score;
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
