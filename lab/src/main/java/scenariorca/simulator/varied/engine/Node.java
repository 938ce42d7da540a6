package scenariorca.simulator.varied.engine;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A node of a model.
 *
 * @param name Example: Net Premium
 * @param type kind of node. Example: premium
 * @param quantity what it computes, as its engine calls it. Example: net_premium
 * @param fields of its document
 * @param parents indexes of the nodes its formula reads, in its order
 * @param feed what it reads from elsewhere; null when nothing
 * @param work how long it takes, in hundredths of a second per period
 * @param role whether it checks what it computed
 * @param band results outside are implausible
 */
public record Node(
        int index,
        UUID id,
        String name,
        String type,
        String quantity,
        List<Field> fields,
        List<Integer> parents,
        Formula formula,
        @Nullable String feed,
        int work,
        Role role,
        Band band) {
    public Node {
        fields = List.copyOf(fields);
        parents = List.copyOf(parents);
    }

    /** Whether a node checks results where documents are not checked. */
    public enum Role {
        PLAIN,
        CHECKPOINT,
        LAST
    }

    /** What results are plausible. */
    public record Band(double low, double high) {
        public static final Band ANY = new Band(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** Whether it checks what it computes in an engine of this strictness. */
    boolean looks(Strictness strictness) {
        return switch (strictness) {
            case INPUT -> true;
            case OUTPUT -> role != Role.PLAIN;
            case END -> role == Role.LAST;
        };
    }

    public Node banded(Band plausible) {
        return new Node(index, id, name, type, quantity, fields, parents, formula, feed, work, role, plausible);
    }

    /** The same node, which nobody reads. */
    public Node last() {
        return new Node(index, id, name, type, quantity, fields, parents, formula, feed, work, Role.LAST, band);
    }

    public Node computing(Formula other) {
        return new Node(index, id, name, type, quantity, fields, parents, other, feed, work, role, band);
    }
}
