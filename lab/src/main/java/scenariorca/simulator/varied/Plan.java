package scenariorca.simulator.varied;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.basis.Stamp;
import scenariorca.simulator.engine.Input;

/** A scenario: its documents, what is wrong with them, and how its runs went. */
final class Plan {
    /** A saved document. */
    record Saved(UUID id, int node, Input input, String source, Stamp created) {}

    /** Documents that ran well. */
    record Good(UUID run, Instant at, List<Input> inputs, List<UUID> versions) {}

    final UUID id;
    final String name;
    final TradeModel model;
    final Stamp created;
    final List<Saved> saved = new ArrayList<>();
    final List<SavedMistake> mistakes = new ArrayList<>();
    final List<SavedMistake> asleep = new ArrayList<>();
    Instant busyUntil;

    @Nullable
    Good good;

    int edits;
    int failures;

    Plan(UUID id, String name, TradeModel model, Stamp created) {
        this.id = id;
        this.name = name;
        this.model = model;
        this.created = created;
        this.busyUntil = created.at();
    }

    List<Input> inputs() {
        return saved.stream().map(Saved::input).toList();
    }

    /** The documents as they would be without what is wrong with them. */
    List<Input> healed() {
        List<Input> inputs = inputs();
        for (SavedMistake mistake : mistakes) {
            inputs = mistake.takenBack(inputs);
        }
        return inputs;
    }

    boolean isBroken() {
        return !mistakes.isEmpty();
    }
}
