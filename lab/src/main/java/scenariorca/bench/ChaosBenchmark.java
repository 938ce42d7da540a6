package scenariorca.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import scenariorca.platform.RcaException;

/**
 * Kills what loads, tells and stores, at moments of chance, and lets the product go on: afterwards all must be as if nothing had
 * happened. Programs are killed with kill -9, in the middle of their work; servers too.
 */
public final class ChaosBenchmark {
    private static final int ALL_SHARES = 20;
    private static final int MOST_FAULTS = 20;
    private static final int PROGRESS = 20;
    private static final long MOST_FREE_BYTES = 24L << 20;
    private static final Duration FARTHEST_BACK = Duration.ofHours(30);

    private final Plan plan;
    private final Random random;
    private final Consumer<String> progress;
    private final Map<ChaosKind, ChaosTally> tallies = new EnumMap<>(ChaosKind.class);
    private final Map<ChaosTask, Long> spans = new EnumMap<>(ChaosTask.class);
    private final Map<ChaosTask, Long> ownSpans = new EnumMap<>(ChaosTask.class);
    private final List<String> faults = new ArrayList<>();
    private int done;

    /**
     * How much is done.
     *
     * @param kills how often something is killed, filled up or set back
     * @param perCheck how often a program is killed, one after another, before all is mended and checked
     * @param seed of the moments
     * @param atMost how long; what is under way then is still mended and checked
     */
    public record Plan(int kills, int perCheck, long seed, Duration atMost) {}

    public ChaosBenchmark(Plan plan, Consumer<String> progress) {
        this.plan = plan;
        this.random = new Random(plan.seed());
        this.progress = progress;
    }

    public ChaosFigures run() {
        var skipped = new ArrayList<String>();
        long end = System.nanoTime() + plan.atMost().toNanos();
        try (var world = new ChaosWorld(plan.seed(), progress);
                var victims = new ChaosVictims(world)) {
            List<ChaosKind> kinds = new ArrayList<>(List.of(ChaosKind.values()));
            if (!world.disk.isSmall()) {
                kinds.remove(ChaosKind.DISK_FULL);
                skipped.add("warehouse's disk full: only root can make a small disk here");
            }
            measure(world, victims);
            while (done < plan.kills() && System.nanoTime() < end) {
                ChaosKind kind = kinds.get(done == 0 ? 0 : chosen(kinds));
                ChaosTask task = kind.tasks().get(random.nextInt(kind.tasks().size()));
                round(world, victims, kind, task);
            }
        }
        return new ChaosFigures(
                plan.seed(), tallies.values().stream().map(ChaosTally::figures).toList(), skipped, faults);
    }

    /** Each kind in its turn while some have none yet, then by their shares. */
    private int chosen(List<ChaosKind> kinds) {
        for (ChaosKind kind : kinds) {
            if (!tallies.containsKey(kind)) {
                return kinds.indexOf(kind);
            }
        }
        int at = random.nextInt(ALL_SHARES);
        for (ChaosKind kind : kinds) {
            at -= kind.share();
            if (at < 0) {
                return kinds.indexOf(kind);
            }
        }
        return 0;
    }

    /** How long a task takes undisturbed, in a program of its own and in this one: moments are chosen within that. */
    private void measure(ChaosWorld world, ChaosVictims victims) {
        for (ChaosTask task : ChaosTask.values()) {
            world.begin(task);
            ChaosVictim victim = victims.next();
            long start = System.nanoTime();
            victim.begin(task, ChaosWorld.END);
            victim.awaitEnd();
            spans.put(task, System.nanoTime() - start);
            fault(world.check(task).faults());
            world.begin(task);
            start = System.nanoTime();
            world.work().run(task, ChaosWorld.at(ChaosWorld.END));
            ownSpans.put(task, System.nanoTime() - start);
        }
        progress.accept("undisturbed: " + spans);
    }

    private void round(ChaosWorld world, ChaosVictims victims, ChaosKind kind, ChaosTask task) {
        ChaosTally tally = tallies.computeIfAbsent(kind, key -> new ChaosTally(key.words()));
        world.begin(task);
        switch (kind) {
            case TABLES_KILLED, LOGS_KILLED, ALERTS_KILLED -> killPrograms(victims, task, tally);
            case WAREHOUSE_KILLED -> killServer(world, task, world.warehouse, tally);
            case SOURCE_KILLED -> killServer(world, task, world.source, tally);
            case DISK_FULL -> fillDisk(world, task, tally);
            case CLOCK_BACK -> setBack(world, task, tally);
        }
        long start = System.nanoTime();
        world.warehouse.revive();
        world.source.revive();
        world.work().run(task, ChaosWorld.at(ChaosWorld.END));
        long healed = System.nanoTime() - start;
        ChaosWorld.Finding finding = world.check(task);
        tally.checked(finding, healed);
        fault(finding.faults());
    }

    private void fault(List<String> found) {
        found.stream().limit(Math.max(0, MOST_FAULTS - faults.size())).forEach(faults::add);
        found.forEach(progress);
    }

    private void killed(ChaosTally tally) {
        tally.killed();
        done++;
        if (done % PROGRESS == 0) {
            progress.accept("%,d of %,d".formatted(done, plan.kills()));
        }
    }

    private void killPrograms(ChaosVictims victims, ChaosTask task, ChaosTally tally) {
        for (int kill = 0; kill < plan.perCheck() && done < plan.kills(); kill++) {
            try (ChaosVictim victim = victims.next()) {
                victim.begin(task, ChaosWorld.END);
                pause(spans.getOrDefault(task, 0L));
                if (victim.kill()) {
                    killed(tally);
                } else {
                    return; // it was done: nothing is left to be killed at
                }
            }
        }
    }

    /** The task runs in this program and fails when its server is gone. */
    private void killServer(ChaosWorld world, ChaosTask task, ChaosServer server, ChaosTally tally) {
        Thread work = attempt(world, task, ChaosWorld.END);
        pause(ownSpans.getOrDefault(task, 0L));
        server.kill();
        killed(tally);
        join(work);
    }

    private void fillDisk(ChaosWorld world, ChaosTask task, ChaosTally tally) {
        world.disk.fill(random.nextLong(MOST_FREE_BYTES));
        killed(tally);
        join(attempt(world, task, ChaosWorld.END));
        world.disk.empty();
    }

    /** The task runs at the end, then some hours before that. */
    private void setBack(ChaosWorld world, ChaosTask task, ChaosTally tally) {
        Instant back = ChaosWorld.END.minusSeconds(random.nextLong(FARTHEST_BACK.toSeconds()));
        if (random.nextBoolean()) {
            join(attempt(world, task, ChaosWorld.END));
        }
        join(attempt(world, task, back));
        join(attempt(world, task, back.minusSeconds(random.nextLong(FARTHEST_BACK.toSeconds()))));
        killed(tally);
    }

    /** What it fails with is what the disturbance does; that it is mended afterwards is what counts. */
    private Thread attempt(ChaosWorld world, ChaosTask task, Instant now) {
        return Thread.ofPlatform().name("rca-chaos").start(() -> {
            try {
                world.work().run(task, ChaosWorld.at(now));
            } catch (RcaException e) {
                progress.accept("disturbed: " + e.getMessage());
            }
        });
    }

    private static void join(Thread work) {
        try {
            work.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void pause(long mostNanos) {
        long end = System.nanoTime() + (mostNanos == 0 ? 0 : random.nextLong(mostNanos));
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
