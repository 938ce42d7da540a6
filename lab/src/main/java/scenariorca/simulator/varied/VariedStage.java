package scenariorca.simulator.varied;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import scenariorca.simulator.basis.Agenda;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.basis.LogDelivery;
import scenariorca.simulator.basis.PlatformCourse;
import scenariorca.simulator.output.Journal;
import scenariorca.simulator.output.LogBook;
import scenariorca.simulator.output.TruthFile;
import scenariorca.simulator.varied.domain.Domain;
import scenariorca.simulator.varied.engine.Strictness;

/** Sets a varied platform up, and lets time pass on it. */
public final class VariedStage implements PlatformCourse {
    private static final int DAYS = 14;
    private static final int FEWEST_MODELS = 10;
    private static final int SCENARIOS_A_MODEL = 5;
    private static final List<String> PEOPLE = List.of(
            "aberg", "bruno", "chandra", "dlamini", "egger", "fujita", "gomez", "haas", "ivanova", "jensen", "kaya",
            "lopes");

    private final Journal journal;
    private final LogBook logBook;
    private final TruthFile truth;
    private final Instant begin;
    private final Instant end;
    private final Dice dice;
    private final Agenda agenda = new Agenda();
    private final List<TradeModel> models = new ArrayList<>();
    private final List<Plan> plans = new ArrayList<>();
    private final List<Forecaster> analysts = new ArrayList<>();
    private final RunLog log;
    private final Weather weather;
    private final VariedPlatform office;
    private int number;

    /** What a platform is made of. */
    public record Order(long seed, double scale, Instant end, Choices choices) {}

    public VariedStage(Order order, Journal journal, LogBook logBook, TruthFile truth) {
        this(order, journal, logBook, truth, (plan, world, cause) -> {});
    }

    VariedStage(Order order, Journal journal, LogBook logBook, TruthFile truth, VariedPlatform.Witness witness) {
        this.journal = journal;
        this.logBook = logBook;
        this.truth = truth;
        this.end = order.end();
        this.begin = end.minus(Duration.ofDays(DAYS));
        this.dice = new Dice(order.seed()).split("varied");
        draw(order);
        this.log = new RunLog(new LogDelivery(logBook, dice.split("logs")), dice.split("run log"));
        this.weather = new Weather(models, begin, end, dice.split("weather"));
        var rows = new Rows(journal, dice.split("rows"));
        var runRows = new VariedRunRows(journal, dice.split("run rows"));
        this.office = new VariedPlatform(rows, runRows, log, truth, weather, witness, dice.split("office"));
        setUp(order, rows);
    }

    /** Domains, voices and strictness are dealt out like cards, so that each comes about equally often. */
    private void draw(Order order) {
        List<Domain> domains = shuffled(order.choices().domains(), dice.split("domains"));
        List<String> voices = shuffled(order.choices().voices(), dice.split("voices"));
        List<Strictness> strictnesses = shuffled(order.choices().strictnesses(), dice.split("strictness"));
        int count = (int) Math.max(domains.size(), Math.round(FEWEST_MODELS * Math.max(1, order.scale())));
        for (int i = 0; i < count; i++) {
            Domain domain = domains.get(i % domains.size());
            Strictness strictness = strictnesses.get((i + i / strictnesses.size()) % strictnesses.size());
            String voice = voices.get(i % voices.size());
            String name = domain.filedUnder().getLast() + " " + (char) ('A' + i / domains.size());
            models.add(ModelFactory.build(
                    domain, name, voice, strictness, begin.plusSeconds(60L * i), dice.split("model", i)));
        }
    }

    private static <T> List<T> shuffled(List<T> cards, Dice die) {
        var left = new ArrayList<>(cards);
        var dealt = new ArrayList<T>();
        while (!left.isEmpty()) {
            dealt.add(left.remove(die.below(left.size())));
        }
        return dealt;
    }

    private void setUp(Order order, Rows rows) {
        rows.platform(begin.minusSeconds(60));
        models.forEach(rows::model);
        Dice people = dice.split("people");
        var publications = new Publications(office, plans, dice.split("publications"));
        int scenarios = Math.max(2, (int) Math.round(SCENARIOS_A_MODEL * Math.min(1, order.scale())));
        for (TradeModel model : models) {
            for (int i = 0; i < scenarios; i++) {
                Instant at = model.createdAt().plusSeconds(people.whole(1_000, i < 2 ? 20_000 : 260_000));
                agenda.once(at, now -> join(model, now));
            }
            publications.plan(agenda, model, begin, end);
        }
        for (Weather.Spell spell : weather.spells()) {
            meet(spell, people);
        }
        Dice noise = dice.split("noise");
        agenda.add(begin, now -> {
            log.noise(now);
            return now.plus(noise.wait(Duration.ofMinutes(25)));
        });
    }

    private void join(TradeModel model, Instant now) {
        Dice die = dice.split("scenario", number++);
        String user = die.pick(PEOPLE);
        String name = model.name() + " " + die.pick(List.of("Base", "Upside", "Downside", "Budget", "What-if", "Board"))
                + " " + number;
        Plan plan = office.create(model, name, office.stamp(now, user), die);
        plans.add(plan);
        var analyst = new Forecaster(office, plan, user, die);
        analysts.add(analyst);
        agenda.add(now.plusSeconds(die.whole(60, 600)), analyst);
    }

    /** People who run into a spell of bad weather, and what operators see of it. */
    private void meet(Weather.Spell spell, Dice people) {
        String alarm = RunLog.alarm(spell);
        if (alarm != null) {
            agenda.once(spell.from().plusSeconds(people.whole(20, 240)), now -> log.operations(now, "ERROR", alarm));
        }
        long minutes = Duration.between(spell.from(), spell.until()).toMinutes();
        int crowd = spell.feed() == null ? people.whole(3, 7) : people.whole(1, 3);
        for (int i = 0; i < crowd; i++) {
            Instant at = spell.from().plusSeconds(people.whole(5, (int) minutes * 55));
            Dice die = people.split("crowd", at.toEpochMilli() + i);
            agenda.once(at, now -> {
                var hit = analysts.stream()
                        .filter(analyst ->
                                spell.models().contains(analyst.plan().model.id()))
                        .toList();
                if (!hit.isEmpty()) {
                    die.pick(hit).runNow(now);
                }
            });
        }
    }

    @Override
    public void advance(Instant until) {
        for (Instant next = agenda.next(); next != null && !next.isAfter(until); next = agenda.next()) {
            agenda.step();
            logBook.writeUntil(next.minusMillis(1));
        }
        logBook.writeUntil(until);
        truth.writeUntil(until);
    }

    @Override
    public void fill() {
        advance(end);
        journal.fill();
    }

    @Override
    public int scenarioCount() {
        return plans.size();
    }
}
