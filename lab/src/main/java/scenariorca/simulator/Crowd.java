package scenariorca.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import scenariorca.simulator.basis.Agenda;
import scenariorca.simulator.basis.Dice;

/** Who happens to run something while the platform has a fault: some scenarios, a few of them edited just before. */
final class Crowd {
    private final World world;
    private final Agenda agenda;
    private final Dice dice;

    Crowd(World world, Agenda agenda, Dice dice) {
        this.world = world;
        this.agenda = agenda;
        this.dice = dice;
    }

    /** Sends users into a fault, and back to try again when it is over. @param count at most this many scenarios */
    void meet(Fault fault, int count) {
        agenda.once(fault.from().minusSeconds(600), now -> {
            var candidates = new ArrayList<>(world.scenarios().stream()
                    .filter(scenario -> !scenario.isScripted && scenario.isEditable() && !scenario.isBroken())
                    .filter(scenario ->
                            fault.modelId() == null || fault.modelId().equals(scenario.model.id()))
                    .toList());
            for (int i = 0; i < count && !candidates.isEmpty(); i++) {
                enter(fault, candidates.remove(dice.below(candidates.size())));
            }
        });
    }

    private void enter(Fault fault, Scenario scenario) {
        Duration length = Duration.between(fault.from(), fault.until());
        String user = dice.pick(User.ALL).name();
        Instant run = fault.from().plusMillis((long) (length.toMillis() * dice.between(0.02, 0.85)));
        if (dice.chance(0.5)) {
            for (Analyst.Step step : edits()) {
                agenda.once(run.minusSeconds(dice.whole(60, 560)), now -> edit(step, scenario, now, user));
            }
        }
        agenda.once(run, now -> run(scenario, now, user));
        if (dice.chance(0.4)) {
            agenda.once(run.plusSeconds(dice.whole(200, 700)), now -> run(scenario, now, user));
        }
        if (dice.chance(0.7)) {
            agenda.once(fault.until().plusSeconds(dice.whole(120, 3600)), now -> run(scenario, now, user));
        }
    }

    private List<Analyst.Step> edits() {
        var steps = new ArrayList<Analyst.Step>();
        int count = dice.whole(1, 3);
        for (int i = 0; i < count; i++) {
            steps.add(dice.chance(0.4) ? Analyst.Step.LARGE : Analyst.Step.EDIT);
        }
        return steps;
    }

    private void edit(Analyst.Step step, Scenario scenario, Instant now, String user) {
        if (scenario.isEditable() && !scenario.busyUntil.isAfter(now)) {
            world.actions().perform(step, scenario, now, user, dice);
        }
    }

    private void run(Scenario scenario, Instant now, String user) {
        if (!scenario.isBroken()) {
            world.run(scenario, now, user);
        }
    }
}
