package scenariorca.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import scenariorca.simulator.basis.Agenda;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.basis.Stamp;
import scenariorca.simulator.engine.Conditions;
import scenariorca.simulator.engine.EngineNode;
import scenariorca.simulator.engine.NodeKind;

/** Plays the five stories: who does what at which minute, in scenarios nobody else touches. */
final class StoryScript {
    private static final List<String> STRICT_MODELS =
            List.of("Psoriasis Japan", "Heart Failure Germany", "Migraine UK");
    private static final List<Integer> STRICT_MONTHS = List.of(144, 180, 132, 240, 156, 168, 132, 150, 192);
    private static final List<String> STRICT_USERS = List.of("rmueller", "apatel", "efischer");

    private final World world;
    private final Agenda agenda;
    private final Stories stories;
    private final Dice dice;

    StoryScript(World world, Agenda agenda, Stories stories, Dice dice) {
        this.world = world;
        this.agenda = agenda;
        this.stories = stories;
        this.dice = dice;
    }

    /** What is wrong with the platform in the stories. */
    static List<Fault> faults(Stories stories, UUID slowModel) {
        Instant never = Instant.parse("9999-01-01T00:00:00Z");
        Fault strict = Fault.ofPlatform(
                        "bad_release",
                        stories.releasedAt(),
                        never,
                        now -> now.withRules(new Conditions.Rules(Stories.STRICT_RELEASE, 120, false)))
                .lasting();
        Fault slow = Fault.ofPlatform(
                        "slow_nodes", stories.slowSince(), never, now -> now.withSlowdown(Map.of(NodeKind.SHARE, 7.4)))
                .lasting()
                .of(slowModel);
        Instant outage = stories.outageAt();
        return List.of(
                strict,
                slow,
                Incidents.outOfMemory(outage, outage.plus(Duration.ofMinutes(Stories.OUTAGE_MINUTES)), 76));
    }

    void write() {
        typedShare();
        withdrawn();
        strictRelease();
        outage();
        slower();
    }

    private Scenario create(Stories.Story story, String model, Instant at, String user) {
        return create(story.scenarioId(), story.scenarioName(), model, at, user, story.number() * 100);
    }

    private Scenario create(UUID id, String name, String model, Instant at, String user, int request) {
        var stamp = new Stamp(at, user, Stories.request(request / 100, request % 100 + 90));
        Scenario scenario = world.create(id, world.cycle(model), name, false, stamp, dice.split(name));
        scenario.isScripted = true;
        return scenario;
    }

    private interface Part {
        void play(Scenario scenario, Instant now);
    }

    /** Creates a story's scenario at a time, then plays its parts. */
    private void scene(Stories.Story story, String model, Instant created, String owner, Map<Instant, Part> parts) {
        agenda.once(created, now -> {
            Scenario scenario = create(story, model, now, owner);
            new TreeMap<>(parts).forEach((at, part) -> agenda.once(at, when -> part.play(scenario, when)));
        });
    }

    private Part edit(String node, String key, double value, String user) {
        return (scenario, now) -> {
            int index = scenario.model.node(node).index();
            TypedValue change = TypedValue.set(index, "/" + key, BigDecimal.valueOf(value));
            world.inputDesk().edit(scenario, List.of(change), world.office().stamp(now, user));
        };
    }

    private Part scaled(String node, String key, double factor, String user) {
        return (scenario, now) -> {
            int index = scenario.model.node(node).index();
            if (scenario.versions.get(index).input().at("/" + key) instanceof BigDecimal number) {
                BigDecimal typed = TypicalInputs.round(number.doubleValue() * factor, Math.max(0, number.scale()));
                TypedValue change = TypedValue.set(index, "/" + key, typed);
                world.inputDesk().edit(scenario, List.of(change), world.office().stamp(now, user));
            }
        };
    }

    private Part run(String user) {
        return (scenario, now) -> world.runDesk().run(scenario, world.office().stamp(now, user));
    }

    private Part run(int story, int number, String user) {
        return (scenario, now) -> world.runDesk()
                .run(Stories.run(story, number), scenario, new Stamp(now, user, Stories.request(story, number)), story);
    }

    private void typedShare() {
        Part typed = (scenario, now) -> {
            EngineNode node = scenario.model.node("Treatment Share");
            world.inputDesk()
                    .mistype(
                            scenario,
                            MistakeKind.SHARES_ABOVE_ONE,
                            List.of(TypedValue.set(node.index(), "/market_share", new BigDecimal("0.90"))),
                            List.of(new Stamp(now, "mwilson", Stories.request(1, 2))));
        };
        scene(
                stories.all().get(0),
                "NSCLC EU",
                stories.at(9, 8, 40),
                "jdoe",
                Map.of(
                        stories.at(9, 8, 52), edit("Treatment Share", "market_share", 0.10, "jdoe"),
                        stories.at(9, 9, 5), run("jdoe"),
                        stories.at(4, 13, 10), scaled("List Price", "price_per_unit", 1.03, "jdoe"),
                        stories.at(4, 13, 20), run("jdoe"),
                        stories.at(1, 16, 10), run("jdoe"),
                        stories.at(10, 20), scaled("Compliance", "compliance_rate", 1.02, "jdoe"),
                        stories.at(10, 52), typed,
                        stories.at(10, 58), scaled("Total Population", "market_size", 2.5, "jdoe"),
                        stories.at(11, 5), run(1, 1, "jdoe")));
    }

    private void withdrawn() {
        Part submit = (scenario, now) ->
                world.scenarioDesk().move(scenario, "submit", new Stamp(now, "mwilson", Stories.request(2, 2)));
        Part withdraw = (scenario, now) ->
                world.scenarioDesk().move(scenario, "withdraw", new Stamp(now, "mwilson", Stories.request(2, 3)));
        scene(
                stories.all().get(1),
                "Breast Cancer US",
                stories.at(12, 9, 15),
                "mwilson",
                Map.of(
                        stories.at(12, 9, 40), scaled("Market Access", "access_rate", 1.02, "mwilson"),
                        stories.at(12, 9, 48), run("mwilson"),
                        stories.at(2, 14, 2), scaled("List Price", "price_per_unit", 0.98, "mwilson"),
                        stories.at(10, 14), run(2, 1, "mwilson"),
                        stories.at(10, 30), submit,
                        stories.at(10, 35), withdraw));
    }

    /** Nine scenarios of lifelong therapy, well for weeks; since Monday's release none of them runs. */
    private void strictRelease() {
        for (int i = 0; i < Stories.STRICT_SCENARIOS; i++) {
            int number = i + 1;
            String model = STRICT_MODELS.get(i / 3);
            String user = STRICT_USERS.get(i / 3);
            double months = STRICT_MONTHS.get(i);
            Instant created = stories.at(14 + i, 9, 5 + i * 4);
            String name = model + " Maintenance " + (i % 3 + 1);
            agenda.once(created, now -> {
                Scenario scenario = create(Stories.scenario(3, number), name, model, now, user, 300 + number);
                agenda.once(
                        now.plusSeconds(420),
                        at -> edit("Treatment Duration", "treatment_duration", months, user)
                                .play(scenario, at));
                agenda.once(now.plusSeconds(900), at -> run(user).play(scenario, at));
                Instant friday = stories.monday().minusDays(3).atTime(13, 0).toInstant(ZoneOffset.UTC);
                agenda.once(friday.plusSeconds(300L * number), at -> run(user).play(scenario, at));
                if (number % 2 == 0) {
                    agenda.once(
                            stories.releasedAt().plusSeconds(1200L + number),
                            at -> scaled("List Price", "price_per_unit", 1.05, user)
                                    .play(scenario, at));
                }
            });
        }
        List<Instant> times = strictTimes();
        for (int i = 0; i < Stories.STRICT_RUNS; i++) {
            int number = i % Stories.STRICT_SCENARIOS + 1;
            int run = i + 1;
            String user = STRICT_USERS.get((number - 1) / 3);
            agenda.once(
                    times.get(i),
                    now -> world.scenarios().stream()
                            .filter(scenario -> scenario.id.equals(Stories.scenario(3, number)))
                            .findFirst()
                            .ifPresent(scenario -> run(3, run, user).play(scenario, now)));
        }
    }

    /** Spread over the working days from the release to the day of the stories; the same scenario never twice at once. */
    private List<Instant> strictTimes() {
        var days = stories.monday()
                .datesUntil(stories.day().plusDays(1))
                .filter(WorkingHours::isWorkday)
                .toList();
        var times = new ArrayList<Instant>();
        for (int i = 0; i < Stories.STRICT_RUNS; i++) {
            LocalDate day = days.get(i * days.size() / Stories.STRICT_RUNS);
            int first = (days.indexOf(day) * Stories.STRICT_RUNS + days.size() - 1) / days.size();
            // From 9:51 on, after story 4's outage, every five and a half minutes: on the day of the stories the last
            // one is over before noon.
            long seconds = (9 * 60 + 51) * 60L + (i - first) * 330L + dice.whole(0, 120);
            times.add(day.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(seconds));
        }
        return times;
    }

    private void outage() {
        scene(
                stories.all().get(3),
                "Breast Cancer US",
                stories.at(10, 9, 30),
                "hzhang",
                Map.of(
                        stories.at(10, 9, 55), run("hzhang"),
                        stories.at(1, 15, 20), run("hzhang"),
                        stories.at(8, 55), scaled("List Price", "price_per_unit", 1.04, "hzhang"),
                        stories.at(9, 5), scaled("Dosing", "units_per_pack", 2, "hzhang"),
                        stories.at(9, 8), scaled("Compliance", "persistence", 0.97, "lgarcia"),
                        stories.at(9, 31), run(4, 1, "hzhang")));
    }

    /** The same inputs every night: a month of runs, the last days three times as long. */
    private void slower() {
        Stories.Story story = stories.all().get(4);
        Instant created = stories.day().minusDays(32).atTime(10, 0).toInstant(ZoneOffset.UTC);
        agenda.once(created, now -> {
            Scenario scenario = create(story, "Multiple Myeloma EU", now, "lgarcia");
            for (int day = 30; day >= 0; day--) {
                Instant night = stories.day().minusDays(day).atTime(4, 30).toInstant(ZoneOffset.UTC);
                int number = day + 1;
                agenda.once(night, at -> run(5, number, User.SCHEDULER).play(scenario, at));
            }
        });
    }
}
