package scenariorca.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.basis.Stamp;
import scenariorca.simulator.engine.Input;

/** Turns what a user means to do into what the platform does: with values that are tried on the engine first. */
final class Actions {
    private static final int TRIES = 12;

    private final Office office;
    private final Profile profile;
    private final ScenarioDesk scenarios;
    private final InputDesk inputs;
    private final Map<MistakeKind, Integer> made = new TreeMap<>();

    Actions(Office office, Profile profile, ScenarioDesk scenarios, InputDesk inputs) {
        this.office = office;
        this.profile = profile;
        this.scenarios = scenarios;
        this.inputs = inputs;
    }

    void perform(Analyst.Step step, Scenario scenario, Instant now, String user, Dice dice) {
        var ideas = new EditIdeas(scenario, dice);
        switch (step) {
            case READ, PAUSE, RUN -> office.api().read(now, user, scenario.id);
            case EDIT -> edit(scenario, now, user, ideas::small);
            case LARGE -> edit(scenario, now, user, ideas::large);
            case SAME -> edit(scenario, now, user, ideas::nothing);
            case WORDS -> edit(scenario, now, user, ideas::words);
            case UPLOAD -> upload(scenario, now, user, ideas, dice);
            case EVENT -> event(scenario, now, user, dice);
            case MISTAKE -> mistake(scenario, now, user, dice);
            case VALIDATE -> inputs.validate(scenario, office.stamp(now, user));
            case MEND -> mend(scenario, now, user);
            case SUBMIT -> scenarios.move(scenario, "submit", office.stamp(now, user));
            case WITHDRAW -> scenarios.move(scenario, "withdraw", office.stamp(now, user));
            case LOCK -> scenarios.move(scenario, "lock", office.stamp(now, user));
            case DELETE -> scenarios.move(scenario, "delete", office.stamp(now, user));
            case RENAME ->
                scenarios.rename(scenario, scenario.name + " v" + (scenario.runs + 1), office.stamp(now, user));
        }
    }

    private interface Idea {
        List<TypedValue> propose();
    }

    private void edit(Scenario scenario, Instant now, String user, Idea idea) {
        for (int i = 0; i < TRIES; i++) {
            List<TypedValue> changes = idea.propose();
            if (!changes.isEmpty() && office.trial().isInnocent(scenario, now, changes)) {
                inputs.edit(scenario, changes, office.stamp(now, user));
                return;
            }
        }
    }

    private void upload(Scenario scenario, Instant now, String user, EditIdeas ideas, Dice dice) {
        int count = dice.pick(List.of(8, 15, 30, 60, 120, 200));
        for (int i = 0; i < TRIES; i++) {
            List<TypedValue> changes = ideas.many(count);
            if (!changes.isEmpty() && office.trial().isInnocent(scenario, now, changes)) {
                inputs.edit(scenario, changes, office.stamp(now, user));
                return;
            }
            count = Math.max(2, count * 2 / 3);
        }
    }

    private void event(Scenario scenario, Instant now, String user, Dice dice) {
        if (scenario.events.isEmpty()) {
            return;
        }
        int index = dice.below(scenario.events.size());
        Input input = scenario.events.get(index).input();
        Input edited = switch (dice.below(3)) {
            case 0 -> input.with("/share_value", TypicalInputs.round(dice.between(0.05, 0.6), 2));
            case 1 -> input.with("/entry_quarter", dice.whole(1, 4));
            default -> input.with("/erosion_rate", TypicalInputs.round(dice.between(0.1, 0.9), 2));
        };
        scenarios.editEvent(scenario, index, edited, office.stamp(now, user));
    }

    /** Makes the kind of mistake that was made least often so far, of two drawn ones: all kinds come up. */
    private void mistake(Scenario scenario, Instant now, String user, Dice dice) {
        if (scenario.isBroken()) {
            return;
        }
        for (int i = 0; i < TRIES; i++) {
            MistakeKind one = dice.pick(profile.kinds());
            MistakeKind other = dice.pick(profile.kinds());
            MistakeKind kind = made.getOrDefault(one, 0) <= made.getOrDefault(other, 0) ? one : other;
            List<TypedValue> changes = new MistakeIdeas(scenario, dice).propose(kind);
            boolean isTimeout = kind == MistakeKind.HORIZON_TIMEOUT;
            if (!changes.isEmpty() && office.trial().isMistake(scenario, now, changes, isTimeout)) {
                var stamps = new ArrayList<Stamp>();
                for (int change = 0; change < changes.size(); change++) {
                    stamps.add(office.stamp(now.plusMillis(change * 21_000L), user));
                }
                inputs.mistype(scenario, kind, changes, stamps);
                Instant last = stamps.getLast().at();
                scenario.busyUntil = last.isAfter(scenario.busyUntil) ? last : scenario.busyUntil;
                made.merge(kind, 1, Integer::sum);
                return;
            }
        }
    }

    private void mend(Scenario scenario, Instant now, String user) {
        Instant at = now;
        for (Mistake mistake : List.copyOf(scenario.mistakes)) {
            inputs.mend(scenario, mistake, office.stamp(at, user));
            at = at.plusSeconds(14);
        }
        scenario.busyUntil = at.isAfter(scenario.busyUntil) ? at : scenario.busyUntil;
    }
}
