package scenariorca.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SessionTest {
    private static final Instant START = Instant.parse("2026-01-01T23:50:00Z");

    @Test
    void a_pause_of_exactly_the_gap_keeps_the_session_and_a_longer_one_ends_it() {
        List<Session> together = Session.of(List.of(action(0, "a"), action(Session.GAP.toMillis(), "a")));
        List<Session> apart = Session.of(List.of(action(0, "a"), action(Session.GAP.toMillis() + 1, "a")));

        assertThat(together).hasSize(1);
        assertThat(together.getFirst().length()).isEqualTo(Session.GAP);
        assertThat(apart).hasSize(2);
        assertThat(apart.getFirst().length()).isZero();
    }

    @Test
    void no_action_is_no_session() {
        assertThat(Session.of(List.of())).isEmpty();
        JourneyMetrics metrics = JourneyMetrics.of(List.of(), List.of(), 30);
        assertThat(metrics.mostCommonAction()).isEmpty();
        assertThat(metrics.actionsPerDay()).isZero();
        assertThat(metrics.longestSession()).isZero();
    }

    @Test
    void the_most_common_action_is_the_first_by_name_among_equals() {
        List<Action> actions = List.of(action(0, "b"), action(1, "a"), action(2, "b"), action(3, "a"), action(4, "c"));

        assertThat(new Session(actions).mostCommonAction()).isEqualTo("a");
    }

    @Test
    void metrics_count_utc_days_known_failures_and_scenarios() {
        UUID one = new UUID(0, 1);
        List<Action> actions = List.of(
                new Action(START, "a", one, true),
                new Action(START.plusSeconds(900), "a", one, false),
                new Action(START.plusSeconds(86_400), "b", null, null));

        JourneyMetrics metrics = JourneyMetrics.of(actions, Session.of(actions), 2);

        assertThat(metrics.activeDays())
                .as("23:50, past midnight, and the next evening")
                .isEqualTo(2);
        assertThat(metrics.failedActions()).isEqualTo(1);
        assertThat(metrics.scenarioCount()).isEqualTo(1);
        assertThat(metrics.actionsPerDay()).isEqualTo(1.5);
        assertThat(metrics.longestSession()).isEqualTo(Duration.ofMinutes(15));
        assertThat(metrics.averageSession()).isEqualTo(Duration.ofSeconds(450));
    }

    @Test
    void sessions_split_the_actions_at_every_long_pause_and_nowhere_else_whatever_the_order() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var actions = new ArrayList<Action>();
            long at = 0;
            for (int count = random.nextInt(30); count > 0; count--) {
                at += random.nextLong(Session.GAP.toMillis() * 2);
                actions.add(action(at, "t" + random.nextInt(3)));
            }
            List<Action> inOrder = List.copyOf(actions);
            Collections.shuffle(actions, random);

            List<Session> sessions = Session.of(actions);

            assertThat(sessions.stream().flatMap(session -> session.actions().stream()))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(inOrder);
            for (int index = 1; index < sessions.size(); index++) {
                assertThat(Duration.between(
                                sessions.get(index - 1).endedAt(),
                                sessions.get(index).startedAt()))
                        .as("seed %d", seed)
                        .isGreaterThan(Session.GAP);
            }
        }
    }

    private static Action action(long millis, String type) {
        return action(millis, type, null);
    }

    private static Action action(long millis, String type, @Nullable UUID scenario) {
        return new Action(START.plusMillis(millis), type, scenario, null);
    }
}
