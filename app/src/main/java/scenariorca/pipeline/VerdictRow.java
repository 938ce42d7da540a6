package scenariorca.pipeline;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.LoggedLine;
import scenariorca.diagnosis.Verdict;
import scenariorca.platform.Json;
import scenariorca.scenario.NodeId;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What of a verdict is stored: what the same facts give again, however fresh the rest of the warehouse is. */
final class VerdictRow {
    /** The table a verdict is staged in, and its columns. */
    static final String TARGET = "root_cause (run_id, node_id, severity, diagnostic_category, diagnostic_message,"
            + " diagnostic_details, evidence_hash, cloudwatch_log_references)";

    private static final List<String> DETAILS = List.of(
            "about",
            "class",
            "probability",
            "causes",
            "first_failures",
            "baseline",
            "class_probabilities",
            "suspects",
            "suspect_count",
            "cleared_by_reason",
            "put_back",
            "would_decide");

    private static final int MAX_SUSPECTS = 3;
    private static final int MAX_MESSAGE = 1_000;

    private VerdictRow() {}

    /** One row of {@link #TARGET}. */
    static @Nullable String[] row(Verdict verdict) {
        String headline = verdict.headline();
        return new @Nullable String[] {
            verdict.runId().toString(),
            nodeOf(verdict),
            severity(verdict),
            verdict.verdictClass().word(),
            headline.length() <= MAX_MESSAGE ? headline : headline.substring(0, MAX_MESSAGE),
            details(verdict),
            verdict.proof().evidenceHash(),
            logKeys(verdict)
        };
    }

    private static String severity(Verdict verdict) {
        return switch (verdict.about()) {
            case FAILURE -> "critical";
            case SLOWNESS -> "major";
            default -> "info";
        };
    }

    /** The node of the cause; where that is none, the node that failed first; null without any. */
    private static @Nullable String nodeOf(Verdict verdict) {
        NodeId node =
                verdict.causes().isEmpty() ? null : verdict.causes().getFirst().nodeId();
        if (node == null && !verdict.firstFailures().isEmpty()) {
            node = verdict.firstFailures().getFirst().nodeId();
        }
        return node == null ? null : node.toString();
    }

    private static String details(Verdict verdict) {
        ObjectNode json = Json.mapper().valueToTree(verdict);
        json.retain(DETAILS);
        ArrayNode suspects = json.withArray("suspects");
        while (suspects.size() > MAX_SUSPECTS) {
            suspects.remove(suspects.size() - 1);
        }
        return json.toString();
    }

    /** The lines that say what went wrong, and those the evidence rests on. */
    private static String logKeys(Verdict verdict) {
        LongStream said = verdict.place().logLines().stream().mapToLong(LoggedLine::logKey);
        LongStream cited = verdict.suspects().stream()
                .limit(MAX_SUSPECTS)
                .flatMap(suspect -> suspect.evidence().stream())
                .flatMap(row -> row.logKeys().stream())
                .mapToLong(Long::longValue);
        return LongStream.concat(said, cited)
                .distinct()
                .sorted()
                .mapToObj(Long::toString)
                .collect(Collectors.joining(",", "{", "}"));
    }
}
