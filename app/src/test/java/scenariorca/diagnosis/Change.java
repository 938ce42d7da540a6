package scenariorca.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.JsonDifference;
import scenariorca.comparison.LeafChange;
import scenariorca.diagnosis.evidence.Cooccurrence;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.ValueStats;
import scenariorca.scenario.NodeId;

/** An edit of one node's input, with what is known of it elsewhere. */
final class Change {
    private final NodeId node;
    private final @Nullable String before;
    private final @Nullable String after;
    private final int number;
    Instant at;
    String by = "jdoe";
    boolean isUsed = true;
    boolean isInitial;

    @Nullable
    Boolean wasValidated = true;

    @Nullable
    Boolean isValidated = true;

    @Nullable
    String validationMessage;

    ValueStats history = ValueStats.NONE;
    ValueStats peers = ValueStats.NONE;
    int passedHere;
    InputChange.Recovery recovery = InputChange.Recovery.NOT_YET;
    Cooccurrence elsewhere = Cooccurrence.NONE;
    int inert;

    Change(NodeId node, @Nullable String before, @Nullable String after, int minutesBefore, int number) {
        this.node = node;
        this.before = before;
        this.after = after;
        this.number = number;
        this.at = Given.RUN_AT.minus(Duration.ofMinutes(minutesBefore));
    }

    Change peers(double median, double mad, double min, double max) {
        peers = new ValueStats(20, 0, 20, median, mad, min, max);
        return this;
    }

    List<InputChange> leaves() {
        List<InputChange> leaves = new ArrayList<>();
        for (LeafChange leaf : JsonDifference.betweenTexts(before, after).changes()) {
            leaves.add(new InputChange(
                    new InputChange.Place(InputChange.Source.NODE, node, List.of(), ""),
                    leaf,
                    new InputChange.UsedVersion(
                            new UUID(3, number), isUsed, wasValidated, isValidated, validationMessage),
                    new InputChange.Authorship(isInitial, by, at, at),
                    new InputChange.Seen(history, peers, passedHere, recovery, elsewhere, inert)));
        }
        return leaves;
    }
}
