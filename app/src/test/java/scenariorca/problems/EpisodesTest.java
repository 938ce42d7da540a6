package scenariorca.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import scenariorca.problems.Episode.Recovery;

final class EpisodesTest {
    @Test
    void what_comes_back_with_another_version_of_the_model_is_another_episode() {
        List<Strike> strikes = List.of(strike(1, 0, other(2)), strike(2, 30, null));
        Instant between = strikes.getLast().startedAt().minusSeconds(600);
        Instant before = strikes.getFirst().startedAt().plusSeconds(600);

        assertThat(Episodes.of(strikes, List.of(), List.of(before))).hasSize(1);
        assertThat(Episodes.of(strikes, List.of(), List.of(before, between))).hasSize(2);
    }

    private static List<Episode> told(List<Strike> strikes, List<Act> acts) {
        return Episodes.of(strikes, acts, List.of());
    }

    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void a_problem_lasts_while_a_scenario_it_struck_has_not_succeeded() {
        var episodes = told(List.of(strike(1, 0, other(2)), strike(2, 1, null)), List.of());

        assertThat(episodes)
                .singleElement()
                .satisfies(episode -> assertThat(episode.isOpen()).isTrue());
    }

    @Test
    void it_has_stopped_when_each_scenario_has_succeeded_since() {
        var episodes = told(List.of(strike(1, 0, other(2)), strike(2, 1, other(5))), List.of());

        assertThat(end(episodes, 0)).isEqualTo(new Episode.End(Recovery.EVERY_SCENARIO, hours(5)));
    }

    @Test
    void it_has_stopped_when_two_scenarios_pass_with_the_inputs_that_were_struck() {
        var episodes = told(List.of(strike(1, 0, same(3)), strike(2, 1, same(2)), strike(3, 1, null)), List.of());

        assertThat(end(episodes, 0)).isEqualTo(new Episode.End(Recovery.SAME_INPUTS, hours(2)));
    }

    @Test
    void coming_back_after_proof_is_another_episode_and_after_a_detour_only_days_later() {
        assertThat(told(List.of(strike(1, 0, same(1)), strike(1, 4, null)), List.of()))
                .hasSize(2);
        assertThat(told(List.of(strike(1, 0, other(1)), strike(1, 4, null)), List.of()))
                .hasSize(1);
        assertThat(told(List.of(strike(1, 0, other(1)), strike(1, 90, null)), List.of()))
                .hasSize(2);
    }

    @Test
    void what_a_person_resolved_comes_back_with_the_next_strike() {
        List<Strike> strikes = List.of(strike(1, 0, null), strike(2, 2, null));
        var resolve = new Act.Resolve("user:ann", hours(1), "2.1", null);

        var episodes = told(strikes, List.of(resolve));

        assertThat(episodes).hasSize(2);
        assertThat(end(episodes, 0)).isEqualTo(new Episode.End(Recovery.PERSON, hours(1)));
        assertThat(episodes.get(1).isOpen()).isTrue();
    }

    @Test
    void runs_before_the_release_that_is_to_mend_it_do_not_speak_against_the_person() {
        List<Strike> strikes = List.of(strike(1, 0, null), strike(2, 2, null));
        var resolve = new Act.Resolve("user:ann", hours(1), "2.1", hours(3));

        var episodes = told(strikes, List.of(resolve));

        assertThat(episodes)
                .singleElement()
                .satisfies(episode -> assertThat(episode.isOpen()).isFalse());
    }

    @Test
    void reopening_takes_the_end_away_until_something_new_proves_it() {
        List<Act> acts =
                List.of(new Act.Resolve("user:ann", hours(1), null, null), new Act.Reopen("user:bob", hours(2)));

        assertThat(told(List.of(strike(1, 0, null)), acts).getFirst().isOpen()).isTrue();
        assertThat(end(told(List.of(strike(1, 0, same(3))), acts), 0).recovery())
                .isEqualTo(Recovery.SAME_INPUTS);
    }

    @Test
    void ignoring_ends_with_its_time_with_its_runs_or_with_reopening() {
        List<Strike> strikes = List.of(strike(1, 0, null), strike(2, 2, null), strike(3, 3, null));
        var episodes = told(strikes, List.of());

        assertThat(ignored(episodes, strikes, new Act.Ignore("a", hours(1), hours(9), null)))
                .isEqualTo(hours(9));
        assertThat(ignored(episodes, strikes, new Act.Ignore("a", hours(1), null, 3)))
                .isEqualTo(Instant.MAX);
        assertThat(ignored(episodes, strikes, new Act.Ignore("a", hours(1), null, 2)))
                .isNull();
        assertThat(ignored(episodes, strikes, new Act.Ignore("a", hours(1), null, null), new Act.Reopen("a", hours(2))))
                .isNull();
    }

    @Test
    void without_a_run_there_is_no_episode() {
        assertThat(told(List.of(), List.of())).isEmpty();
    }

    private static @Nullable Instant ignored(List<Episode> episodes, List<Strike> strikes, Act... acts) {
        return Standing.of(episodes, List.of(acts), strikes).ignoredUntil();
    }

    private static Episode.End end(List<Episode> episodes, int index) {
        Episode.End end = episodes.get(index).end();
        assertThat(end).isNotNull();
        return end;
    }

    private static Strike strike(int scenario, double hour, Strike.@Nullable Success next) {
        return new Strike(new UUID(scenario, (long) (hour * 10)), scenario, 1, hours(hour), null, next);
    }

    private static Strike.Success same(double hour) {
        return new Strike.Success(hours(hour), true);
    }

    private static Strike.Success other(double hour) {
        return new Strike.Success(hours(hour), false);
    }

    private static Instant hours(double hours) {
        return MONDAY.plusSeconds((long) (hours * 3600));
    }
}
