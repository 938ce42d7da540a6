package scenariorca.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.basis.Agenda;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.basis.LogDelivery;
import scenariorca.simulator.basis.PlatformCourse;
import scenariorca.simulator.output.Journal;
import scenariorca.simulator.output.LogBook;
import scenariorca.simulator.output.TruthFile;

/** Sets a simulation up, and lets time pass on it. */
final class Stage implements PlatformCourse {
    private final SimulationRequest request;
    private final Journal journal;
    private final LogBook logBook;
    private final TruthFile truth;
    private final Dice dice;
    private final Instant begin;
    private final Agenda agenda = new Agenda();
    private final World world;
    private final Office office;

    Stage(
            SimulationRequest request,
            Journal journal,
            LogBook logBook,
            TruthFile truth,
            @Nullable CaseObserver observer) {
        this.request = request;
        this.journal = journal;
        this.logBook = logBook;
        this.truth = truth;
        this.dice = new Dice(request.seed()).split(request.profile().word());
        this.begin = request.end().minus(Duration.ofDays(request.profile().days()));
        var models = models();
        var platform = new Platform(Incidents.rules(request.profile()), faults(models));
        var logs = new LogDelivery(logBook, dice.split("logs"));
        this.office = new Office(
                journal,
                new ApiLog(logs, dice.split("api log")),
                new EngineLog(logs, dice.split("engine log"), request.profile().logDetail()),
                new WorkerLog(logs, dice.split("worker log")),
                truth,
                platform,
                new Trial(platform),
                CycleDesk.eventTypes(),
                dice.split("ids"),
                request.end());
        this.world = new World(request.profile(), office, observer, dice.split("world"));
        setUp(models);
    }

    World world() {
        return world;
    }

    Agenda agenda() {
        return agenda;
    }

    Dice dice() {
        return dice;
    }

    @Override
    public void advance(Instant until) {
        for (Instant next = agenda.next(); next != null && !next.isAfter(until); next = agenda.next()) {
            agenda.step();
            // Nothing that happens from now on is ingested before now.
            logBook.writeUntil(next.minusMillis(1));
        }
        logBook.writeUntil(until);
        truth.writeUntil(until);
    }

    @Override
    public int scenarioCount() {
        return world.scenarios().size();
    }

    @Override
    public void fill() {
        advance(request.end());
        journal.fill();
    }

    private List<PlatformModel> models() {
        var models = new ArrayList<PlatformModel>();
        Instant created = begin.minus(Duration.ofDays(200));
        for (ModelSpec spec : request.profile().models()) {
            Dice die = dice.split("model " + spec.name());
            models.add(ModelBuilder.build(spec, die.id(), created, die));
            created = created.plus(Duration.ofDays(9));
        }
        return models;
    }

    private List<Fault> faults(List<PlatformModel> models) {
        var incidents = new Incidents(request.profile(), models, dice.split("incidents"));
        var faults = new ArrayList<>(incidents.plan(begin, lastNoon()));
        if (request.profile() == Profile.STANDARD) {
            Stories stories = Stories.endingAt(request.end());
            PlatformModel slow = models.stream()
                    .filter(model -> model.name().equals("Multiple Myeloma EU"))
                    .findFirst()
                    .orElseThrow();
            faults.addAll(StoryScript.faults(stories, slow.id()));
        }
        return faults;
    }

    private Instant lastNoon() {
        return Stories.endingAt(request.end()).at(16, 0);
    }

    private void setUp(List<PlatformModel> models) {
        var cycleDesk = new CycleDesk(world, dice.split("cycles"));
        cycleDesk.platform(begin.minus(Duration.ofDays(210)));
        Dice people = dice.split("people");
        int number = 0;
        for (PlatformModel model : models) {
            agenda.once(begin.plusSeconds(60L * ++number), now -> cycleDesk.start(model, now));
        }
        populate(models, people);
        analysts(people);
        new NightShift(world, agenda, dice.split("night")).begin(begin);
        new Background(world, office, dice.split("background")).begin(agenda, begin);
        faults();
        if (request.profile() == Profile.STANDARD) {
            new StoryScript(world, agenda, Stories.endingAt(request.end()), dice.split("stories")).write();
        }
        agenda.once(request.end().minusSeconds(20), this::runLast);
    }

    private void populate(List<PlatformModel> models, Dice people) {
        int count = Math.max(1, (int) Math.round(request.profile().scenarios() * request.scale()));
        Duration span = Duration.between(begin, request.end());
        for (int i = 0; i < count; i++) {
            PlatformModel model = models.get(i % models.size());
            int number = i / models.size();
            String user = userName(people.pick(User.ALL), people.below(copies()));
            double moment = people.chance(0.6) ? people.between(0.01, 0.06) : people.between(0.06, 0.85);
            Instant at = begin.plusMillis((long) (span.toMillis() * moment));
            agenda.once(at, now -> world.invent(world.cycle(model.name()), number, now, user));
        }
    }

    /** How many people there are of each kind of user. */
    private int copies() {
        return Math.max(1, (int) Math.ceil(request.scale()));
    }

    private static String userName(User user, int copy) {
        return copy == 0 ? user.name() : user.name() + (copy + 1);
    }

    private void analysts(Dice people) {
        for (int copy = 0; copy < copies(); copy++) {
            for (User user : User.ALL) {
                String name = userName(user, copy);
                double sessions = user.sessionsPerDay() * request.profile().sessions();
                if (request.scale() < 1) {
                    sessions *= request.scale();
                }
                var hours = new WorkingHours(
                        user.startHour(),
                        user.hours(),
                        Duration.ofMinutes((long) (user.hours() * 60 / sessions)),
                        false);
                Dice die = people.split(name);
                agenda.add(hours.next(begin, die), new Analyst(world, user.named(name), hours, die));
            }
        }
    }

    private void faults() {
        Dice crowds = dice.split("crowds");
        int count = request.profile() == Profile.FLAKY_RUNS ? 3 : request.profile() == Profile.INCIDENT ? 14 : 9;
        for (Fault fault : office.platform().faults()) {
            new FaultLog(office).begin(agenda, fault);
            if (!fault.isLasting() && !fault.from().isBefore(begin)) {
                boolean isStory =
                        request.profile() == Profile.STANDARD && fault.kind().equals("out_of_memory");
                int people = (int) Math.ceil((isStory ? 16 : count) * Math.max(1, request.scale() / 2));
                new Crowd(world, agenda, crowds.split(fault.kind(), fault.from().toEpochMilli())).meet(fault, people);
            }
        }
    }

    /** The last event: a run that is still in progress at the end. */
    private void runLast(Instant now) {
        var largest = world.scenarios().stream()
                .filter(scenario -> !scenario.isScripted && !scenario.isBroken())
                .sorted(Comparator.comparing(
                        (Scenario scenario) -> -scenario.model.graph().size()))
                .toList();
        for (Scenario scenario : largest) {
            if (world.run(scenario, now, "jdoe") != null) {
                return;
            }
        }
    }
}
