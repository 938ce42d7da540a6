package scenariorca.diagnosis.evidence;

import java.time.Instant;
import java.util.Comparator;

/**
 * A lifecycle transition of the scenario: the last twenty rows of fact_scenario_state_change.
 *
 * @param type transition_type. Example: {@code withdrawn}
 * @param by dim_user.user_id of changed_by_user_key; empty when unknown
 * @param at changed_at
 */
public record Transition(String type, String by, Instant at) {
    static final Comparator<Transition> ORDER =
            Comparator.comparing(Transition::at).thenComparing(Transition::type);
}
