package scenariorca.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class PlacementTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void a_verdict_that_does_not_know_is_not_blamed_on_an_input_of_others() {
        List<Rooted> runs = List.of(
                run(1, "input", "f1", "Share", 0),
                run(2, "unknown", "f1", "Share", 60),
                run(3, "input", "f1", "Share", 90),
                run(4, "input", "f1", "Share", 95));

        assertThat(classes(runs)).containsExactly("input", "unknown", "input", "input");
    }

    @Test
    void a_verdict_that_does_not_know_does_not_follow_another_node_or_another_error() {
        List<Rooted> runs = List.of(
                run(1, "input", "f1", "Share", 0),
                run(2, "unknown", "f1", "Price", 1),
                run(3, "unknown", "f2", "Share", 2));

        assertThat(classes(runs)).containsExactly("input", "unknown", "unknown");
    }

    @Test
    void an_outage_takes_runs_at_any_node_within_hours_but_only_where_there_is_an_error_to_compare() {
        List<Rooted> runs = new ArrayList<>();
        for (int at = 0; at < 6; at++) {
            runs.add(run(at, "platform", "f1", "Node " + at, at));
        }
        runs.add(run(6, "unknown", "f1", "Node 6", 7));
        runs.add(run(7, "input", "f1", "Node 7", 8));
        runs.add(run(8, "unknown", "f1", "Node 8", 60 * 30));

        assertThat(classes(runs).subList(6, 9)).containsExactly("platform", "platform", "unknown");
        assertThat(classes(runs.stream().map(PlacementTest::silent).toList()).subList(6, 8))
                .containsExactly("unknown", "input");
    }

    @Test
    void two_verdicts_against_two_stay_as_they_are() {
        List<Rooted> runs = List.of(
                run(1, "input", "f1", "Share", 0),
                run(2, "input", "f1", "Share", 1),
                run(3, "model", "f1", "Share", 2),
                run(4, "model", "f1", "Share", 3));

        assertThat(classes(runs)).containsExactly("input", "input", "model", "model");
    }

    @Test
    void runs_further_apart_than_three_days_say_nothing_of_each_other() {
        List<Rooted> runs = List.of(run(1, "input", "f1", "Share", 0), run(2, "unknown", "f1", "Share", 60 * 73));

        assertThat(classes(runs)).containsExactly("input", "unknown");
    }

    @Test
    void the_order_of_the_runs_does_not_matter() {
        var random = new Random(7);
        List<Rooted> runs = new ArrayList<>();
        for (int at = 0; at < 200; at++) {
            String verdict = List.of("platform", "input", "unknown", "model").get(random.nextInt(4));
            runs.add(run(at, verdict, "f" + random.nextInt(3), "Node " + random.nextInt(4), random.nextInt(9_000)));
        }
        List<Placed> once = Placement.of(runs);

        Collections.shuffle(runs, random);

        assertThat(Placement.of(runs).stream().collect(Collectors.toMap(Placed::run, Placed::problemClass)))
                .isEqualTo(once.stream().collect(Collectors.toMap(Placed::run, Placed::problemClass)));
    }

    @Test
    void a_problem_is_told_by_its_node_unless_an_outage_or_the_estate_shares_the_cause() {
        assertThat(Placed.of(run(1, "input", "f1", "Share", 0), "input", null).nodeName())
                .isEqualTo("Share");
        assertThat(Placed.of(run(1, "platform", "f1", "Share", 0), "platform", null)
                        .nodeName())
                .isEqualTo("Share");
        assertThat(Placed.of(run(1, "fluke", "f1", "Share", 0), "fluke", null).nodeName())
                .isEmpty();
        assertThat(Placed.ofOutage(run(1, "platform", "f1", "Share", 0), "f1").nodeName())
                .isEmpty();
    }

    @Test
    void failures_without_a_word_are_told_apart_by_their_model() {
        assertThat(Placed.of(run(1, "input", "", "Share", 0), "input", null).modelKey())
                .isEqualTo(1);
        assertThat(Placed.of(run(1, "input", "f1", "Share", 0), "input", null).modelKey())
                .isEqualTo(-1);
    }

    @Test
    void one_outage_is_one_problem_whatever_each_engine_says() {
        List<Rooted> runs = List.of(
                at(1, run(1, "platform", "f1", "Share", 0)),
                at(2, run(2, "platform", "f2", "Price", 5)),
                run(3, "platform", "", "Volume", 12),
                at(2, run(4, "fluke", "f2", "Price", 15)),
                at(3, run(5, "platform", "f3", "Share", 16)),
                run(6, "input", "f4", "Share", 17));

        assertThat(identities(runs).subList(0, 5)).containsOnly("outage:2026-11-23T09:00:00Z");
        assertThat(identities(runs).get(5)).isEqualTo("f4");
    }

    @Test
    void two_outages_that_say_the_same_are_one_problem_and_two_that_do_not_are_two() {
        List<Rooted> same = List.of(
                run(1, "platform", "f1", "Share", 0),
                run(2, "platform", "f1", "Price", 5),
                run(3, "platform", "f1", "Share", 900),
                run(4, "platform", "f1", "Volume", 905));
        List<Rooted> other = List.of(
                run(1, "platform", "f1", "Share", 0),
                at(2, run(2, "platform", "f2", "Price", 5)),
                run(3, "platform", "f1", "Share", 900),
                at(2, run(4, "platform", "f3", "Volume", 905)));

        assertThat(identities(same)).containsOnly("f1");
        assertThat(identities(other).stream().distinct()).hasSize(2);
    }

    @Test
    void an_error_that_goes_on_for_days_is_none_of_the_outage_it_meets() {
        List<Rooted> runs = new ArrayList<>();
        for (int day = 0; day < 3; day++) {
            runs.add(run(2 * day, "platform", "strict", "Duration", 60 * 24 * day));
            runs.add(run(2 * day + 1, "platform", "strict", "Duration", 60 * 24 * day + 7));
        }
        runs.add(run(7, "platform", "memory", "Share", 60 * 48 + 2));
        runs.add(run(8, "platform", "memory", "Price", 60 * 48 + 5));

        List<Placed> placed = Placement.of(runs);

        assertThat(placed).extracting(Placed::identity).containsOnly("strict", "memory");
        assertThat(placed.stream().filter(one -> one.identity().equals("strict")))
                .hasSize(6);
    }

    @Test
    void an_outage_that_goes_on_keeps_its_identity() {
        var home = new Rooted.Home("platform", "outage:2026-11-23T08:50:00Z", "", true);
        Rooted known = run(1, "platform", "f1", "Share", 0);
        List<Rooted> runs = List.of(
                new Rooted(
                        known.runId(), 1, "failure", known.verdict(), known.root(), 1, null, known.startedAt(), home),
                at(2, run(2, "platform", "f2", "Price", 5)));

        assertThat(identities(runs)).containsOnly("outage:2026-11-23T08:50:00Z");
    }

    @Test
    void several_scenarios_of_a_model_that_fail_alike_within_hours_have_the_cause_most_verdicts_name() {
        List<Rooted> runs = List.of(
                run(1, "model", "f1", "Share", 0),
                run(2, "model", "f1", "Share", 60),
                run(3, "model", "f1", "Share", 90),
                run(4, "input", "f1", "Share", 95),
                run(5, "input", "f1", "Share", 60 * 20));

        assertThat(classes(runs)).containsExactly("model", "model", "model", "model", "input");
    }

    @Test
    void a_verdict_that_is_all_but_certain_is_not_outvoted() {
        List<Rooted> runs = new ArrayList<>();
        for (int at = 0; at < 8; at++) {
            runs.add(run(at, "model", "f1", "Share", at));
        }
        runs.add(run(8, verdict("input", 0.999), new Rooted.Root("f1", "", "Share"), 9));
        runs.add(run(9, verdict("input", 0.8), new Rooted.Root("f1", "", "Share"), 10));

        assertThat(classes(runs).subList(8, 10)).containsExactly("input", "model");
    }

    @Test
    void a_wrong_version_of_a_model_is_one_problem_whatever_its_node_says() {
        List<Rooted> runs = List.of(
                run(1, "model", "f1", "Share", 0),
                run(2, "model", "f2", "Share", 300),
                run(3, "model", "f2", "Share", 310),
                run(4, "model", "f2", "Price", 320));

        assertThat(Placement.of(runs).stream().map(one -> one.identity() + " " + one.nodeName()))
                .containsExactly("f2 Share", "f2 Share", "f2 Share", "f2 Price");
    }

    @Test
    void feeds_that_make_the_same_error_are_told_apart_by_the_line_that_told_of_each() {
        List<Rooted> runs = List.of(
                upstream(1, "bookings late", 0),
                upstream(2, "", 60),
                upstream(3, "weather missing", 60 * 70),
                upstream(4, "", 60 * 71),
                upstream(5, "", 60 * 24 * 9));

        assertThat(identities(runs))
                .containsExactly("bookings late", "bookings late", "weather missing", "weather missing", "f1");
    }

    @Test
    void a_feed_that_nothing_tells_of_is_none_of_those_told_of_the_day_before() {
        List<Rooted> runs = List.of(upstream(1, "bookings late", 0), upstream(2, "", 60 * 24));

        assertThat(identities(runs)).containsExactly("bookings late", "f1");
    }

    @Test
    void the_next_version_of_a_model_is_another_problem_where_it_says_something_else() {
        List<Rooted> runs = List.of(
                version(1, run(1, "model", "f1", "Share", 10)),
                version(1, run(2, "model", "f1", "Share", 20)),
                version(60, run(3, "model", "f2", "Share", 70)),
                version(60, run(4, "model", "", "Price", 80)));

        assertThat(identities(runs)).containsExactly("f1", "f1", "f2", "version:2026-11-23T10:00:00Z");
    }

    @Test
    void typed_values_are_told_apart_by_their_input_and_where_nothing_is_said_by_when_they_were_typed() {
        List<Rooted> runs = List.of(
                typed(1, "f1", "share of Share", 0),
                typed(2, "f1", "share of Share", 900),
                typed(3, "f1", "price of Price", 910),
                typed(4, "", "share of Share", 920),
                typed(5, "", "share of Share", 930));

        List<Placed> placed = Placement.of(runs);

        assertThat(placed.get(0).input()).isEqualTo("share of Share");
        assertThat(placed.get(2).input()).isEqualTo("price of Price");
        assertThat(placed.get(0).identity()).isEqualTo(placed.get(1).identity());
        assertThat(placed.get(3).identity()).isEqualTo("typed:2026-11-24T00:20:00Z");
        assertThat(placed.get(4).identity()).isEqualTo("typed:2026-11-24T00:30:00Z");
    }

    @Test
    void a_run_that_may_be_of_the_platform_is_part_of_an_outage_only_where_it_says_the_same() {
        List<Rooted> runs = List.of(
                run(1, "platform", "f1", "Share", 0),
                at(2, run(2, "platform", "f2", "Price", 2)),
                at(2, run(3, doubtful(), new Rooted.Root("f2", "", "Price"), 4)),
                at(3, run(4, doubtful(), new Rooted.Root("f3", "", "Price"), 5)));

        List<String> identities = identities(runs);

        assertThat(identities.subList(0, 3)).containsOnly("outage:2026-11-23T09:00:00Z");
        assertThat(identities.get(3)).isEqualTo("f3");
    }

    @Test
    void a_model_that_says_two_things_has_met_two_faults() {
        List<Rooted> runs = List.of(
                at(1, run(1, "platform", "full", "Share", 0)),
                at(2, run(2, "platform", "voll", "Price", 2)),
                at(1, run(3, "platform", "expired", "Share", 5)),
                at(3, run(4, "platform", "abgelaufen", "Price", 6)),
                at(1, run(5, "platform", "expired", "Volume", 7)),
                at(1, run(6, "platform", "full", "Volume", 8)));

        List<String> identities = identities(runs);

        assertThat(identities.get(0)).isEqualTo(identities.get(5)).isNotEqualTo(identities.get(2));
        assertThat(identities.get(2)).isEqualTo(identities.get(4));
    }

    @Test
    void two_faults_at_the_same_time_are_told_apart_by_the_kind_of_their_errors() {
        List<Rooted> runs = List.of(
                fault(1, "f1", "permission", 0),
                fault(2, "f2", "concurrency", 2),
                fault(3, "f3", "permission", 5),
                fault(4, "f4", "concurrency", 12),
                fault(5, "f5", "", 13));

        List<String> identities = identities(runs);

        assertThat(identities.stream().distinct()).hasSize(2);
        assertThat(identities.get(0)).isEqualTo(identities.get(2));
        assertThat(identities.get(1)).isEqualTo(identities.get(3)).isEqualTo(identities.get(4));
    }

    @Test
    void one_run_that_fails_of_another_kind_is_no_part_of_the_outage() {
        List<Rooted> runs =
                List.of(fault(1, "f1", "permission", 0), fault(2, "f2", "permission", 2), fault(3, "f3", "network", 5));

        assertThat(identities(runs).get(2)).isEqualTo("f3");
    }

    @Test
    void a_database_that_is_away_and_a_network_that_is_are_errors_of_one_kind() {
        List<Rooted> runs =
                List.of(fault(1, "f1", "database", 0), fault(2, "f2", "network", 2), fault(3, "f3", "network", 5));

        assertThat(identities(runs).stream().distinct()).hasSize(1);
    }

    @Test
    void what_is_missing_and_what_is_set_up_wrongly_after_a_deployment_are_errors_of_one_kind() {
        List<Rooted> runs =
                List.of(fault(1, "f1", "not_found", 0), fault(2, "f2", "config", 2), fault(3, "f3", "not_found", 5));

        assertThat(identities(runs).stream().distinct()).hasSize(1);
    }

    private static Rooted typed(int number, String fingerprint, String input, int minute) {
        var blame = new Rooted.Blame(input, MONDAY.plusSeconds(minute * 60L));
        return run(
                number,
                new Rooted.Verdict("input", 0.99, "", blame),
                new Rooted.Root(fingerprint, "", "Share"),
                minute);
    }

    private static Rooted.Verdict doubtful() {
        return verdict("platform", 0.7);
    }

    private static Rooted.Verdict verdict(String problemClass, double probability) {
        return new Rooted.Verdict(problemClass, probability, "", Rooted.Blame.NONE);
    }

    private static Rooted at(int modelKey, Rooted run) {
        return new Rooted(
                run.runId(),
                run.scenarioKey(),
                run.kind(),
                run.verdict(),
                run.root(),
                modelKey,
                run.versionAt(),
                run.startedAt(),
                run.home());
    }

    private static Rooted version(int minute, Rooted run) {
        return new Rooted(
                run.runId(),
                run.scenarioKey(),
                run.kind(),
                run.verdict(),
                run.root(),
                run.modelKey(),
                MONDAY.plusSeconds(minute * 60L),
                run.startedAt(),
                run.home());
    }

    private static Rooted upstream(int number, String toldBy, int minute) {
        return run(
                number,
                new Rooted.Verdict("upstream", 0.7, toldBy, Rooted.Blame.NONE),
                new Rooted.Root("f1", "", "Share"),
                minute);
    }

    private static Rooted fault(int number, String fingerprint, String category, int minute) {
        return at(
                number,
                run(number, verdict("platform", 0.95), new Rooted.Root(fingerprint, category, "Share"), minute));
    }

    @Test
    void slow_runs_of_a_model_within_days_are_one_problem() {
        List<Rooted> runs = List.of(slow(1, "platform", 0), slow(2, "unknown", 600), slow(3, "input", 900));

        assertThat(classes(runs).stream().distinct()).hasSize(1);
    }

    private static List<String> identities(List<Rooted> runs) {
        return Placement.of(runs).stream().map(Placed::identity).toList();
    }

    private static Rooted slow(int number, String verdict, int minute) {
        return new Rooted(
                new UUID(0, number),
                7,
                "slowness",
                verdict(verdict, 0.7),
                new Rooted.Root("", "", ""),
                1,
                null,
                MONDAY.plusSeconds(minute * 60L),
                null);
    }

    private static List<String> classes(List<Rooted> runs) {
        List<Placed> placed = Placement.of(runs);
        return runs.stream()
                .map(run -> placed.stream()
                        .filter(one -> one.run().equals(run))
                        .findFirst()
                        .orElseThrow()
                        .problemClass())
                .toList();
    }

    private static Rooted silent(Rooted run) {
        return new Rooted(
                run.runId(),
                run.scenarioKey(),
                "failure",
                run.verdict(),
                new Rooted.Root("", "", run.nodeName()),
                1,
                null,
                run.startedAt(),
                null);
    }

    private static Rooted run(int number, String verdict, String fingerprint, String node, int minute) {
        double probability = verdict.equals("platform") ? 0.95 : 0.7;
        return run(number, verdict(verdict, probability), new Rooted.Root(fingerprint, "", node), minute);
    }

    private static Rooted run(int number, Rooted.Verdict verdict, Rooted.Root root, int minute) {
        return new Rooted(
                new UUID(0, number), number, "failure", verdict, root, 1, null, MONDAY.plusSeconds(minute * 60L), null);
    }
}
