package scenariorca.simulator;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.basis.LogDelivery;
import scenariorca.simulator.basis.Stamp;
import scenariorca.simulator.engine.ForecastEngine;
import scenariorca.simulator.engine.RunResult;
import scenariorca.simulator.engine.StandardJob;

/** Carries out runs: computes, writes the rows, the log, and the truth when it failed. */
final class RunDesk {
    private final Office office;
    private final Dice dice;
    private final RunRows rows;
    private final Truth truth;
    private final @Nullable CaseObserver observer;

    RunDesk(Office office, Dice dice, @Nullable CaseObserver observer) {
        this.office = office;
        this.dice = dice;
        this.rows = new RunRows(office.journal(), office.ids(), dice.split("rows"));
        this.truth = new Truth(office.platform());
        this.observer = observer;
    }

    /** Whether a failure now would have one reason only: what is wrong with the inputs, or with the platform. */
    boolean isClearCut(Scenario scenario, Instant at) {
        if (!scenario.isBroken()) {
            return true;
        }
        Platform.Situation now = office.platform().at(at, scenario.model);
        return ForecastEngine.succeeds(
                new StandardJob(now.graph(), scenario.soundInputs(), scenario.marketEvents(), now.conditions()));
    }

    RunResult run(Scenario scenario, Stamp stamp) {
        return run(office.ids().id(), scenario, stamp, 0);
    }

    /** Runs a scenario. @param story number of the story it belongs to; 0 for none */
    RunResult run(UUID id, Scenario scenario, Stamp stamp, int story) {
        Platform.Situation now = office.platform().at(stamp.at(), scenario.model);
        double mood = dice.between(0.85, 1.2);
        var job = new StandardJob(
                now.graph(),
                scenario.inputs(),
                scenario.marketEvents(),
                now.conditions(),
                () -> mood * dice.between(0.7, 1.4));
        RunResult result = ForecastEngine.run(job);
        rows.write(id, scenario, stamp, result);
        office.api().request(stamp, "POST", "/scenarios/" + scenario.id + "/runs", 202, dice.whole(40, 300));
        LogDelivery.Host host = office.engine().engine();
        var log = new EngineLog.Run(id, stamp, scenario, result, host, dice.whole(1, 8));
        var traits = office.engine().write(log, true);
        office.worker().run(id, stamp, host, result);
        scenario.runs++;
        Instant ended = stamp.at().plusMillis(result.milliseconds() + RunRows.COMMIT_MS);
        scenario.busyUntil = ended;
        settle(id, scenario, stamp, result, traits, job, story);
        return result;
    }

    private void settle(
            UUID id,
            Scenario scenario,
            Stamp stamp,
            RunResult result,
            EngineLog.Traits traits,
            StandardJob job,
            int story) {
        if (result.isSuccess()) {
            if (scenario.isBroken()) {
                throw new IllegalStateException(scenario.name + " ran well with a mistake in it");
            }
            scenario.lastGood =
                    new Scenario.Good(id, stamp.at(), List.copyOf(scenario.versions), scenario.marketEvents());
            scenario.editsSinceGood = 0;
            scenario.hasStumbled = false;
            return;
        }
        String line = truth.line(id, stamp, scenario, result, traits, story);
        Instant ended = stamp.at().plusMillis(result.milliseconds() + RunRows.COMMIT_MS);
        office.truth().add(stamp.at(), ended, line);
        if (observer != null) {
            Platform.Situation calm = office.platform().calmest(scenario.model);
            observer.failed(new CaseObserver.FailedCase(line, job, scenario.baselineInputs(), calm));
        }
        if (scenario.isBroken()) {
            scenario.failedSinceMistake++;
        } else {
            scenario.hasStumbled = true;
        }
    }
}
