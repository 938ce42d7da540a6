package scenariorca.diagnosis.evidence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.LeafChange;
import scenariorca.scenario.NodeId;

/**
 * A leaf that differs between the input version the baseline used and the one this run used.
 *
 * <p>Which versions: for each node the node_data_id of fact_node_calc_detail of each run; where a run has no calculation
 * row for the node, the version valid when the run started (changed_at &lt;= run_started_at &lt; ended_at). Versions written
 * after the run started are given too, with {@code isUsed} false, so that they can be cleared by name: those with changed_at
 * in the hour after run_started_at. The leaf is {@link scenariorca.comparison.JsonDifference} of the two input_data.
 *
 * @param place whose input it is, and where it enters the graph
 * @param leaf what differs
 * @param version the input version it stands in
 * @param set who gave the leaf its present value
 * @param seen what stood and happened at that leaf elsewhere
 */
public record InputChange(Place place, LeafChange leaf, UsedVersion version, Authorship set, Seen seen) {
    static final Comparator<InputChange> ORDER = Comparator.comparing(InputChange::nodeId)
            .thenComparing(change -> change.leaf().path())
            .thenComparing(change -> change.versionId().toString());

    /**
     * Whose input it is.
     *
     * @param source node input (fact_scenario_input_change) or event input (fact_event_input_change)
     * @param nodeId the node whose input it is; for an event its product_node_id, else its population_node_id
     * @param alsoEnters further nodes where the value enters the graph: the population_node_id of an event
     * @param owner what the input belongs to, as a person names it: empty for a node input, the event_type_name for an event
     */
    public record Place(Source source, NodeId nodeId, List<NodeId> alsoEnters, String owner) {
        public Place {
            alsoEnters = alsoEnters.stream().sorted().distinct().toList();
        }
    }

    /**
     * The version this run used.
     *
     * @param versionId node_data_id or event_data_id
     * @param isUsed whether the run used that version
     * @param wasValidated is_validated of the version the baseline used; null when unknown
     * @param isValidated is_validated of this version; null when unknown
     * @param validationMessage validation_message of this version, as text; null without one
     */
    public record UsedVersion(
            UUID versionId,
            boolean isUsed,
            @Nullable Boolean wasValidated,
            @Nullable Boolean isValidated,
            @Nullable String validationMessage) {}

    /**
     * Of the versions after the baseline's up to the used one, the last whose input_diff_summary names the path. See
     * {@link scenariorca.comparison.InputHistory}.
     *
     * @param isInitial is_initial of that version: a value written with the scenario, not typed by a person
     * @param changedBy user_id of who wrote it
     * @param changedAt changed_at of that version
     * @param differsSince changed_at of the first of these versions whose input_diff_summary names the path
     */
    public record Authorship(boolean isInitial, String changedBy, Instant changedAt, Instant differsSince) {}

    /**
     * What stood and happened at the leaf elsewhere.
     *
     * @param history values at the path in the versions of this scenario and node up to the baseline's (input_data), this
     *     change left out
     * @param peers values at the path in the version last used by a successful run of each other scenario of the model, at
     *     most 200 of them, the latest
     * @param passedHere successful runs of this scenario, before or after this run, that used a version with the same value
     *     at the path (at most 50 looked at)
     * @param recovery whether the first successful run of this scenario after this run still used the same value
     * @param elsewhere how often such a change and this error pattern came together elsewhere
     * @param inert how often the input was changed in any scenario and its node put out the very same; null as 0
     */
    public record Seen(
            ValueStats history,
            ValueStats peers,
            int passedHere,
            Recovery recovery,
            Cooccurrence elsewhere,
            @Nullable Integer inert) {
        public static final Seen NOTHING =
                new Seen(ValueStats.NONE, ValueStats.NONE, 0, Recovery.NOT_YET, Cooccurrence.NONE, 0);
    }

    public NodeId nodeId() {
        return place.nodeId();
    }

    public UUID versionId() {
        return version.versionId();
    }

    @JsonIgnore
    public boolean isUsed() {
        return version.isUsed();
    }

    /** The same leaf, with what is known of it elsewhere. */
    public InputChange with(Seen known) {
        return new InputChange(place, leaf, version, set, known);
    }

    /** Whose input it is. */
    public enum Source {
        NODE,
        EVENT
    }

    /** What the first successful run after this one did with the value. */
    public enum Recovery {
        /** No run of the scenario succeeded since. */
        NOT_YET,
        /** It ran with the same value. */
        KEPT,
        /** It ran with another value. */
        ALTERED
    }

    /** Which way a leaf went. From input_diff_summary: kind, and for {@code changed} the sign of delta. */
    public enum Direction {
        RAISED,
        LOWERED,
        CHANGED,
        ADDED,
        REMOVED,
        TYPE_CHANGED;

        /** As written in JSON. Example: {@code lowered}. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @JsonIgnore
    public Direction direction() {
        return switch (leaf.kind()) {
            case ADDED -> Direction.ADDED;
            case REMOVED -> Direction.REMOVED;
            case TYPE_CHANGED -> Direction.TYPE_CHANGED;
            case CHANGED ->
                leaf.delta() == null
                        ? Direction.CHANGED
                        : leaf.delta().signum() < 0 ? Direction.LOWERED : Direction.RAISED;
        };
    }

    /** The path with array identities removed: changes of all years are one input. Example: {@code yearly[].value}. */
    @JsonIgnore
    public String input() {
        return leaf.path().replaceAll("\\[(?:[^\\]\"]|\"(?:[^\"\\\\]|\\\\.)*\")*\\]", "[]");
    }
}
