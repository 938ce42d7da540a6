package scenariorca.diagnosis;

import java.util.ArrayList;
import java.util.List;
import scenariorca.diagnosis.evidence.InputChange.Recovery;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.scenario.NodeId;

/**
 * The smallest set of inputs to put back so that the run should pass, read from runs that happened; nothing is run again.
 *
 * @param inputs the inputs
 * @param isEither true when putting back any one of them is enough
 * @param isObserved true when a later run passed after just these were changed again
 * @param text as a sentence; empty without inputs
 */
public record PutBack(List<Input> inputs, boolean isEither, boolean isObserved, String text) {
    static final PutBack NOTHING = new PutBack(List.of(), false, false, "");

    /**
     * An input to put back.
     *
     * @param nodeId its node
     * @param nodeName the node's name
     * @param path the leaf
     * @param value the value to put back, as text; "missing" when the key was not there
     */
    public record Input(NodeId nodeId, String nodeName, String path, String value) {}

    public PutBack {
        inputs = List.copyOf(inputs);
    }

    /** What to put back when these are the causes. */
    static PutBack of(List<Suspect> causes, RunEvidence evidence) {
        List<Input> inputs = new ArrayList<>();
        boolean isObserved = !causes.isEmpty();
        for (Suspect cause : causes) {
            if (cause.change() == null || cause.nodeId() == null || cause.nodeName() == null) {
                continue;
            }
            String before = Phrases.value(cause.change().before());
            inputs.add(
                    new Input(cause.nodeId(), cause.nodeName(), cause.change().path(), before));
            isObserved &= wasAltered(cause, evidence);
        }
        if (inputs.isEmpty()) {
            return NOTHING;
        }
        boolean isEither = inputs.size() > 1
                && (causes.stream().anyMatch(Suspect::isAsleep)
                        || causes.stream().allMatch(cause -> cause.has(EvidenceTerm.PAIR_EXPLAINS_NUMBER)));
        return new PutBack(inputs, isEither, isObserved, text(inputs, isEither, isObserved));
    }

    private static boolean wasAltered(Suspect cause, RunEvidence evidence) {
        return evidence.changes().stream()
                .anyMatch(change -> change.nodeId().equals(cause.nodeId())
                        && cause.change() != null
                        && change.leaf().path().equals(cause.change().path())
                        && change.seen().recovery() == Recovery.ALTERED);
    }

    private static String text(List<Input> inputs, boolean isEither, boolean isObserved) {
        List<String> each = inputs.stream()
                .map(input -> input.value().equals("missing")
                        ? "remove " + input.path() + " from " + input.nodeName()
                        : "set " + input.path() + " of " + input.nodeName() + " back to " + input.value())
                .toList();
        String all = String.join(isEither ? ", or " : ", and ", each);
        return all + (isObserved ? "; the next successful run had changed it" : "");
    }
}
