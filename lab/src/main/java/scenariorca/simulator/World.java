package scenariorca.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.basis.Stamp;
import scenariorca.simulator.engine.EngineNode;
import scenariorca.simulator.engine.Input;
import scenariorca.simulator.engine.NodeKind;
import scenariorca.simulator.engine.RunResult;

/** The platform with everything on it: models, scenarios, and what can be asked of them. */
final class World {
    private static final List<String> NAMES = List.of(
            "Base Case",
            "Upside",
            "Downside",
            "Launch Delay",
            "Biosimilar Entry",
            "Price Cut",
            "Budget 2027",
            "KOL View",
            "Payer Restriction",
            "Fast Uptake",
            "Competitor Withdrawal",
            "Long Range Plan",
            "Second Line Focus",
            "Conservative");

    private final Profile profile;
    private final Office office;
    private final RunDesk runs;
    private final ScenarioDesk scenarioDesk;
    private final InputDesk inputDesk;
    private final Actions actions;
    private final Dice dice;
    private final List<ScenarioDesk.Cycle> cycles = new ArrayList<>();
    private final List<Scenario> scenarios = new ArrayList<>();
    private int copies;

    World(Profile profile, Office office, @Nullable CaseObserver observer, Dice dice) {
        this.profile = profile;
        this.office = office;
        this.dice = dice;
        this.runs = new RunDesk(office, dice.split("runs"), observer);
        this.scenarioDesk = new ScenarioDesk(office);
        this.inputDesk = new InputDesk(office, dice.split("inputs"));
        this.actions = new Actions(office, profile, scenarioDesk, inputDesk);
    }

    Profile profile() {
        return profile;
    }

    Office office() {
        return office;
    }

    Actions actions() {
        return actions;
    }

    RunDesk runDesk() {
        return runs;
    }

    ScenarioDesk scenarioDesk() {
        return scenarioDesk;
    }

    InputDesk inputDesk() {
        return inputDesk;
    }

    List<Scenario> scenarios() {
        return scenarios;
    }

    List<ScenarioDesk.Cycle> cycles() {
        return cycles;
    }

    void add(ScenarioDesk.Cycle cycle) {
        cycles.add(cycle);
    }

    ScenarioDesk.Cycle cycle(String model) {
        return cycles.stream()
                .filter(cycle -> cycle.model().name().equals(model))
                .findFirst()
                .orElseThrow();
    }

    /** Creates a scenario with typical inputs that run well. */
    Scenario create(UUID id, ScenarioDesk.Cycle cycle, String name, boolean isStarter, Stamp stamp, Dice ideas) {
        for (int i = 0; ; i++) {
            List<Input> inputs = new TypicalInputs(cycle.model(), cycle.startYear(), ideas.split("inputs", i)).all();
            if (office.trial().runsWell(cycle.model(), inputs)) {
                var scenario = scenarioDesk.create(id, cycle, name, isStarter, inputs, stamp);
                scenarios.add(scenario);
                return scenario;
            }
            if (i > 50) {
                throw new IllegalStateException(
                        "no typical inputs of " + cycle.model().name() + " run well");
            }
        }
    }

    /** Creates a scenario somebody thought of. */
    Scenario invent(ScenarioDesk.Cycle cycle, int number, Instant at, String user) {
        String name = cycle.model().name() + " " + NAMES.get(number % NAMES.size());
        name += number < NAMES.size() ? "" : " " + (number / NAMES.size() + 1);
        Dice ideas = dice.split(name);
        Stamp stamp = office.stamp(at, user);
        Scenario scenario = create(ideas.id(), cycle, name, false, stamp, ideas);
        if (ideas.chance(0.5)) {
            addEvents(scenario, ideas, stamp);
        }
        return scenario;
    }

    void addEvents(Scenario scenario, Dice ideas, Stamp stamp) {
        EngineNode node = scenario.model.nodes(NodeKind.TREATMENT_SHARE).getFirst();
        int count = ideas.whole(1, 2);
        for (int i = 0; i < count; i++) {
            int year = stamp.at().atZone(ZoneOffset.UTC).getYear() + 1 + ideas.below(4);
            Input event = Input.of(
                    "year", year,
                    "share_value", TypicalInputs.round(ideas.between(0.05, 0.5), 2),
                    "entry_quarter", ideas.whole(1, 4),
                    "erosion_rate", TypicalInputs.round(ideas.between(0.2, 0.8), 2),
                    "launch_date", year + "-04-01",
                    "steady_state", ideas.chance(0.5),
                    "sob_value", TypicalInputs.round(ideas.between(0.02, 0.2), 2));
            scenarioDesk.addEvent(scenario, ideas.below(office.eventTypes().size()), node.index(), event, stamp);
        }
    }

    /** The scenario a user works on next: a broken one of theirs, one of theirs, or any. */
    @Nullable
    Scenario choose(User user, Dice taste, Instant now) {
        var open = scenarios.stream()
                .filter(scenario ->
                        !scenario.isScripted && scenario.deleted == null && !scenario.status.equals("locked"))
                .filter(scenario -> !scenario.busyUntil.isAfter(now))
                .toList();
        var own = open.stream()
                .filter(scenario -> scenario.created.user().equals(user.name()))
                .toList();
        var broken = own.stream()
                .filter(scenario -> scenario.isBroken() || scenario.hasStumbled)
                .toList();
        if (!broken.isEmpty() && taste.chance(0.6)) {
            return taste.pick(broken);
        }
        if (!own.isEmpty() && taste.chance(0.8)) {
            return taste.pick(own);
        }
        return open.isEmpty() ? null : taste.pick(open);
    }

    Scenario copy(Scenario original, Instant now, String user) {
        copies++;
        String name = original.name.replaceAll(" \\(copy \\d+\\)$", "") + " (copy " + copies + ")";
        Stamp stamp = office.stamp(now, user);
        Scenario copy = scenarioDesk.copy(office.ids().id(), original, name, stamp);
        scenarios.add(copy);
        return copy;
    }

    /** Runs a scenario; null when nobody could say what a failure would come from. */
    @Nullable
    RunResult run(Scenario scenario, Instant now, String user) {
        if (scenario.deleted != null || scenario.busyUntil.isAfter(now) || !runs.isClearCut(scenario, now)) {
            return null;
        }
        return runs.run(scenario, office.stamp(now, user));
    }
}
