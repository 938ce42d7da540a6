package scenariorca.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.engine.Conditions;
import scenariorca.simulator.engine.EngineGraph;
import scenariorca.simulator.engine.NodeKind;

/** Plans what goes wrong with the platform, and when: in working hours, one thing at a time. */
final class Incidents {
    private static final List<String> KINDS = List.of(
            "credential_expired",
            "dependency_unavailable",
            "model_cycle",
            "late_upstream_data",
            "deadlock",
            "bad_release",
            "concurrent_change",
            "out_of_memory");
    private static final List<String> FLEETING = List.of("deadlock", "concurrent_change", "dependency_unavailable");

    private final Profile profile;
    private final List<PlatformModel> models;
    private final Dice dice;

    Incidents(Profile profile, List<PlatformModel> models, Dice dice) {
        this.profile = profile;
        this.models = models;
        this.dice = dice;
    }

    /** The rules of the release deployed at the beginning. */
    static Conditions.Rules rules(Profile profile) {
        return new Conditions.Rules("2026.44.0", profile == Profile.STANDARD ? Integer.MAX_VALUE : 120, false);
    }

    /** The faults from a beginning to an end, in order of time. */
    List<Fault> plan(Instant begin, Instant end) {
        var days = workdays(begin, end);
        var faults = new ArrayList<Fault>();
        switch (profile) {
            case CLEAN -> {}
            // The last days belong to the stories; out of memory is one of them, bad release another.
            case STANDARD -> spread(days.subList(2, days.size() - 13), List.of(0, 1, 2, 3, 4, 6), faults);
            case HEAVY_EDITOR -> spread(days.subList(2, days.size()), List.of(1, 7, 3, 2, 5), faults);
            case SCALE -> spread(days.subList(2, days.size()), List.of(7, 0, 1, 2, 3, 5), faults);
            case FLAKY_RUNS -> {
                for (LocalDate day : days.subList(1, days.size())) {
                    for (int hour : List.of(8, 11, 14)) {
                        String kind = dice.pick(FLEETING);
                        add(kind, at(day, hour).plusSeconds(dice.whole(0, 5400)), dice.whole(8, 26), faults);
                    }
                }
            }
            case INCIDENT -> {
                LocalDate day = days.getLast();
                var kinds = List.of(7, 0, 2, 1, 5, 3);
                for (int i = 0; i < kinds.size(); i++) {
                    add(
                            KINDS.get(kinds.get(i)),
                            at(day, 6).plusSeconds(i * 5700L + dice.whole(0, 1500)),
                            dice.whole(25, 50),
                            faults);
                }
            }
        }
        return faults.stream().filter(fault -> fault.from().isBefore(end)).toList();
    }

    private void spread(List<LocalDate> days, List<Integer> kinds, List<Fault> faults) {
        for (int i = 0; i < kinds.size(); i++) {
            int first = i * days.size() / kinds.size();
            int last = Math.max(first, (i + 1) * days.size() / kinds.size() - 1);
            LocalDate day = days.get(dice.whole(first, last));
            add(
                    KINDS.get(kinds.get(i)),
                    at(day, dice.whole(8, 13)).plusSeconds(dice.whole(0, 3500)),
                    dice.whole(25, 70),
                    faults);
        }
    }

    private void add(String kind, Instant from, int minutes, List<Fault> faults) {
        if (faults.isEmpty()
                || faults.getLast().until().isBefore(from)
                || from.isBefore(faults.getLast().from())) {
            faults.add(fault(kind, from, from.plus(Duration.ofMinutes(minutes))));
        }
    }

    private Fault fault(String kind, Instant from, Instant until) {
        PlatformModel model = dice.pick(models);
        return switch (kind) {
            case "credential_expired" -> Fault.ofPlatform(kind, from, until, Conditions::withoutCredential);
            case "dependency_unavailable" -> {
                String service = dice.chance(0.5) ? Conditions.PRICING : Conditions.REFERENCE;
                yield Fault.ofPlatform(kind, from, until, now -> now.withServiceDown(service));
            }
            case "out_of_memory" -> outOfMemory(from, until, dice.whole(60, 140));
            case "deadlock", "concurrent_change" -> {
                var contention =
                        new Conditions.Contention(kind.equals("deadlock"), dice.below(Conditions.Contention.BUCKETS));
                yield Fault.ofPlatform(kind, from, until, now -> now.withContention(contention));
            }
            case "bad_release" -> badRelease(from, until);
            case "late_upstream_data" -> {
                String dataset = model.spec().dataset();
                yield new Fault(kind, "upstream", from, until, false, null, now -> now.withLateDataset(dataset), null);
            }
            case "model_cycle" ->
                new Fault(kind, "model", from, until, false, model.id(), now -> now, backwards(model));
            default -> throw new IllegalArgumentException("no such fault: " + kind);
        };
    }

    static Fault outOfMemory(Instant from, Instant until, int megabytes) {
        return Fault.ofPlatform("out_of_memory", from, until, now -> now.withMemory(megabytes));
    }

    private Fault badRelease(Instant from, Instant until) {
        String release = "2026.45." + dice.whole(1, 9);
        return Fault.ofPlatform(
                "bad_release",
                from,
                until,
                now -> now.withRules(new Conditions.Rules(release, now.rules().maxDurationMonths(), true)));
    }

    /** An edge from a node back to one it reads: what a hasty model change looks like. */
    private EngineGraph.Edge backwards(PlatformModel model) {
        int volume = dice.pick(model.nodes(NodeKind.VOLUME)).index();
        int share = model.places().get(volume).treatmentNode();
        return new EngineGraph.Edge(volume, share);
    }

    static List<LocalDate> workdays(Instant begin, Instant end) {
        LocalDate first = begin.atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate last = end.atZone(ZoneOffset.UTC).toLocalDate();
        return first.datesUntil(last.plusDays(1))
                .filter(WorkingHours::isWorkday)
                .toList();
    }

    static Instant at(LocalDate day, int hour) {
        return day.atStartOfDay(ZoneOffset.UTC).plusHours(hour).toInstant();
    }
}
