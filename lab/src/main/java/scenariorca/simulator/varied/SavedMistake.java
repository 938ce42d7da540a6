package scenariorca.simulator.varied;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.engine.Input;

/** A change that makes runs fail, alone or with another, since somebody saved it. */
record SavedMistake(
        TypedChange change, TypedChange undo, Input before, Input after, UUID versionId, String user, Instant at) {
    List<Input> takenBack(List<Input> inputs) {
        return undo.applied(inputs);
    }

    @Nullable
    Object valueBefore() {
        return before.at(change.path());
    }

    @Nullable
    Object valueAfter() {
        return after.at(change.path());
    }
}
