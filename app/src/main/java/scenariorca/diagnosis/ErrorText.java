package scenariorca.diagnosis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.evidence.FailedCalc;
import scenariorca.diagnosis.evidence.LogEvidence;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.scenario.NodeId;

/**
 * What the run says went wrong: its error, the messages of the calculations, the loud log lines that runs which succeed do
 * not have, each with a weight.
 */
final class ErrorText {
    /** Lines looked at; beyond, a log repeats itself. */
    private static final int MAX_LINES = 60;

    /** Longer messages are cut: an error is at the start of its message. */
    private static final int MAX_LENGTH = 2_000;

    private static final double FOLDED = 0.3;

    /**
     * A line.
     *
     * @param text as written
     * @param words as words and numbers
     * @param kinds what it speaks of, and how often
     * @param weight 0 to 1
     * @param logKey of the log event; 0 for the run's error or a calculation's message
     */
    record Line(String text, Words words, Map<WordKind, Integer> kinds, double weight, long logKey) {
        boolean isDirect() {
            return logKey == 0;
        }
    }

    private final List<Line> lines = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    ErrorText(RunEvidence evidence, Set<NodeId> firstNodes, Set<NodeId> upstream) {
        add(evidence.run().failReason(), 1, 0);
        for (FailedCalc calc : evidence.failedCalcs()) {
            if (firstNodes.contains(calc.nodeId())) {
                add(calc.message(), 1, 0);
            }
        }
        for (LogEvidence line : evidence.log()) {
            boolean isElsewhere = line.nodeId() != null && !upstream.isEmpty() && !upstream.contains(line.nodeId());
            add(line.message(), LogWeight.of(line, isElsewhere), line.logKey());
        }
        for (FailedCalc calc : evidence.failedCalcs()) {
            add(calc.message(), FOLDED, 0);
        }
    }

    private void add(@Nullable String text, double weight, long logKey) {
        if (text == null || text.isBlank() || weight == 0 || lines.size() >= MAX_LINES) {
            return;
        }
        String cut = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
        Words words = Words.of(cut);
        if (seen.add(words.line())) {
            lines.add(new Line(cut, words, WordList.standard().in(cut), weight, logKey));
        }
    }

    List<Line> lines() {
        return lines;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }
}
