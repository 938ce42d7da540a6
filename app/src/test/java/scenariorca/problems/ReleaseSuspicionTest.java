package scenariorca.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ReleaseSuspicionTest {
    private static final Instant RELEASED = Instant.parse("2026-11-23T09:00:00Z");
    private static final Release PLATFORM = new Release(1, -1, RELEASED);

    @Test
    void what_begins_soon_after_a_release_and_lasts_came_with_it() {
        assertThat(suspect("platform", List.of(strike(1, 1, null), strike(2, 20, null)), PLATFORM))
                .contains(PLATFORM);
    }

    @Test
    void an_outage_that_went_by_itself_clears_the_release() {
        assertThat(suspect("platform", List.of(strike(1, 1, 2), strike(2, 1, 3)), PLATFORM))
                .isEmpty();
    }

    @Test
    void what_the_next_release_mended_came_with_the_one_before() {
        var next = new Release(2, -1, RELEASED.plus(Duration.ofHours(30)));

        assertThat(suspect("platform", List.of(strike(1, 1, 31), strike(2, 2, 32)), PLATFORM, next))
                .contains(PLATFORM);
    }

    @Test
    void a_typed_value_a_single_run_and_what_was_seen_in_the_month_before_accuse_no_release() {
        List<Strike> two = List.of(strike(1, 1, null), strike(2, 2, null));

        assertThat(suspect("input", two, PLATFORM)).isEmpty();
        assertThat(suspect("platform", List.of(strike(1, 1, null)), PLATFORM)).isEmpty();
        assertThat(suspect(
                        "platform", List.of(strike(1, -500, null), strike(1, 1, null), strike(2, 2, null)), PLATFORM))
                .isEmpty();
    }

    @Test
    void a_publication_is_accused_by_the_runs_of_its_model_alone() {
        List<Strike> two = List.of(strike(1, 1, null), strike(2, 2, null));

        assertThat(suspect("model", two, new Release(3, 7, RELEASED))).isPresent();
        assertThat(suspect("model", two, new Release(3, 8, RELEASED))).isEmpty();
    }

    @Test
    void scenarios_that_had_passed_under_a_release_clear_it() {
        assertThat(suspect("platform", List.of(passed(strike(1, 9, null), 4), strike(2, 20, null)), PLATFORM))
                .isEmpty();
        assertThat(suspect("platform", List.of(passed(strike(1, 9, null), -4), strike(2, 20, null)), PLATFORM))
                .contains(PLATFORM);
    }

    @Test
    void one_stray_run_before_does_not_clear_a_release_that_many_came_with() {
        List<Strike> many = new ArrayList<>(List.of(strike(1, -500, null)));
        for (int scenario = 2; scenario < 8; scenario++) {
            many.add(strike(scenario, scenario, null));
        }

        assertThat(suspect("platform", many, PLATFORM)).contains(PLATFORM);
        assertThat(suspect("platform", many.subList(0, 6), PLATFORM)).isEmpty();
    }

    @Test
    void what_came_with_the_first_of_two_bad_publications_came_with_the_first() {
        var first = new Release(1, 7, RELEASED);
        var second = new Release(2, 7, RELEASED.plus(Duration.ofHours(90)));
        List<Strike> strikes = List.of(
                strike(1, 1, null),
                strike(2, 2, null),
                passed(strike(3, 91, null), 80),
                passed(strike(4, 92, null), 81));

        assertThat(suspect("model", strikes, first, second)).contains(first);
    }

    private static Strike passed(Strike strike, int hour) {
        return new Strike(
                strike.runId(),
                strike.scenarioKey(),
                strike.modelKey(),
                strike.startedAt(),
                RELEASED.plus(Duration.ofHours(hour)),
                strike.next());
    }

    /** Of the episode that begins after the release. */
    private static Optional<Release> suspect(String problemClass, List<Strike> strikes, Release... releases) {
        List<Strike> after = strikes.stream()
                .filter(strike -> strike.startedAt().isAfter(RELEASED))
                .toList();
        Episode episode = Episodes.of(after, List.of(), List.of()).getLast();
        return new ReleaseSuspicion(problemClass, strikes, List.of(releases)).of(episode);
    }

    private static Strike strike(int scenario, int hour, @Nullable Integer sameInputsPassed) {
        return new Strike(
                new UUID(scenario, hour + 1_000L),
                scenario,
                7,
                RELEASED.plus(Duration.ofHours(hour)),
                null,
                sameInputsPassed == null
                        ? null
                        : new Strike.Success(RELEASED.plus(Duration.ofHours(sameInputsPassed)), true));
    }
}
