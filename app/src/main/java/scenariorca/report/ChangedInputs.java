package scenariorca.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.InputHistory.Version;
import scenariorca.comparison.InputVersions;
import scenariorca.comparison.RunDelta;
import scenariorca.comparison.RunDelta.InputDelta;
import scenariorca.comparison.RunDelta.Leaf;
import scenariorca.platform.JsonText;
import scenariorca.report.RunComparison.Change;
import scenariorca.report.RunComparison.ChangedNode;
import tools.jackson.databind.JsonNode;

/** The inputs two runs used differently, as answers show them. */
final class ChangedInputs {
    private ChangedInputs() {}

    static List<ChangedNode> of(RunDelta delta) {
        return delta.inputs().stream().map(ChangedInputs::changed).toList();
    }

    private static ChangedNode changed(InputDelta input) {
        InputVersions versions = input.versions();
        Version after = versions.after();
        return new ChangedNode(
                versions.nodeId().value(),
                orNull(versions.nodeName()),
                orNull(versions.owner()),
                after == null ? null : after.changedAt(),
                after == null ? null : orNull(after.changedBy()),
                versions.hashes().after(),
                versions.hashes().before(),
                input.changeCount(),
                input.changes().stream().map(ChangedInputs::change).toList());
    }

    private static Change change(Leaf leaf) {
        var written = leaf.change().toJson();
        return new Change(
                leaf.change().path(),
                leaf.change().kind().word(),
                text(written.get("before")),
                text(written.get("after")),
                leaf.change().delta(),
                leaf.change().percent(),
                orNull(leaf.changedBy()),
                leaf.changedAt());
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static @Nullable JsonText text(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : new JsonText(node.toString());
    }
}
