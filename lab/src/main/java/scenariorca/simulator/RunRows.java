package scenariorca.simulator;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.basis.Stamp;
import scenariorca.simulator.engine.MarketEvent;
import scenariorca.simulator.engine.RunResult;
import scenariorca.simulator.engine.RunResult.Branch;
import scenariorca.simulator.engine.RunResult.Calculation;
import scenariorca.simulator.engine.RunResult.Status;
import scenariorca.simulator.engine.StandardJob;
import scenariorca.simulator.output.Journal;
import scenariorca.simulator.output.RowText;
import scenariorca.simulator.output.Table;

/** Writes a run: the run, its branches, node calculations and event calculations, each when the platform would. */
final class RunRows {
    /** After the last node, the run's end is committed. */
    static final long COMMIT_MS = 40;

    private static final int MOST_REASON = 255;

    private final Journal journal;
    private final Dice ids;
    private final Dice dice;
    private final RowText row = new RowText();

    RunRows(Journal journal, Dice ids, Dice dice) {
        this.journal = journal;
        this.ids = ids;
        this.dice = dice;
    }

    void write(UUID id, Scenario scenario, Stamp stamp, RunResult result) {
        Instant ended = stamp.at().plusMillis(result.milliseconds());
        journal.open(stamp.at(), Table.FC_SCENARIO_RUN, id, run(id, scenario, stamp, "in progress", null, null));
        journal.last(
                ended.plusMillis(COMMIT_MS),
                Table.FC_SCENARIO_RUN,
                id,
                run(id, scenario, stamp, result.status().word(), ended, shortened(result.failReason())));
        for (Branch branch : result.branches()) {
            branch(id, scenario, stamp, result, branch);
        }
    }

    private byte[] run(
            UUID id, Scenario scenario, Stamp stamp, String status, @Nullable Instant ended, @Nullable String reason) {
        row.add(id).add(scenario.id).add(status);
        row.add(stamp.at()).add(stamp.user()).add(stamp.request());
        row.add(ended).add(reason);
        return row.take();
    }

    private void branch(UUID run, Scenario scenario, Stamp stamp, RunResult result, Branch branch) {
        UUID id = ids.id();
        long begun = branch.calculations().isEmpty()
                ? 0
                : branch.calculations().getFirst().startMs();
        row.add(id).add(run).add(branch.tag());
        journal.last(stamp.at().plusMillis(begun), Table.FC_SCENARIO_RUN_BRANCH, id, row.take());
        // Results are committed node by node, now and then only when the branch is done: rows older than they look.
        boolean isLate = dice.chance(0.08);
        long last = branch.calculations().isEmpty()
                ? 0
                : branch.calculations().getLast().endMs();
        for (Calculation calculation : branch.calculations()) {
            calculation(id, scenario, stamp, result, calculation, isLate ? last : calculation.endMs());
            if (branch.tag().equals(StandardJob.WITH_EVENTS) && calculation.status() == Status.SUCCESS) {
                events(id, scenario, stamp, result.startYear(), calculation);
            }
        }
    }

    private void calculation(
            UUID branch, Scenario scenario, Stamp stamp, RunResult result, Calculation calculation, long visibleMs) {
        UUID id = ids.id();
        Instant start = stamp.at().plusMillis(calculation.startMs());
        Instant end = stamp.at().plusMillis(calculation.endMs());
        boolean hasEnded = calculation.status() != Status.ABANDONED;
        boolean hasBegun = calculation.status() != Status.SKIPPED;
        row.add(id)
                .add(branch)
                .add(calculation.node().id())
                .add(scenario.versions.get(calculation.node().index()).id())
                .add(hasBegun ? start : null)
                .add(hasBegun && hasEnded ? end : null);
        double[] values = calculation.values();
        if (values == null) {
            row.nothing();
        } else {
            row.add(calculation.node().kind().unit(), result.startYear(), values);
        }
        row.add(calculation.status() == Status.SUCCESS)
                .add(start)
                .add(hasEnded ? end : start)
                .add(calculation.status().word())
                .add(hasEnded ? shortened(calculation.reason()) : null);
        journal.last(stamp.at().plusMillis(Math.max(visibleMs, 1)), Table.FC_SCENARIO_NODE_CALC, id, row.take());
    }

    private void events(UUID branch, Scenario scenario, Stamp stamp, int startYear, Calculation calculation) {
        double[] patients = calculation.values();
        for (MarketEvent event : scenario.marketEvents()) {
            if (patients == null || event.node() != calculation.node().index()) {
                continue;
            }
            UUID id = ids.id();
            double[] left = new double[patients.length];
            for (int i = 0; i < left.length; i++) {
                left[i] = event.left(startYear + i);
            }
            Instant end = stamp.at().plusMillis(calculation.endMs());
            row.add(id)
                    .add(branch)
                    .add(event.eventDataId())
                    .add("patients", startYear, patients)
                    .nothing()
                    .nothing()
                    .add(end)
                    .add("share", startYear, left);
            journal.last(end, Table.FC_SCENARIO_EVENT_CALC, id, row.take());
        }
    }

    /** The column holds 255 characters. */
    private static @Nullable String shortened(@Nullable String reason) {
        return reason == null || reason.length() <= MOST_REASON ? reason : reason.substring(0, MOST_REASON);
    }
}
