package scenariorca.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import scenariorca.errors.MinedPattern;
import scenariorca.errors.PatternMiner;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/** Accuracy of the pattern miner on labelled lines, and whether order and restarts change what it finds. */
public final class PatternBenchmark {
    private static final int SHUFFLES = 3;

    private PatternBenchmark() {}

    /**
     * The result for one set.
     *
     * @param name name of the set
     * @param lines number of lines
     * @param found number of different templates found
     * @param trueTemplates number of different true templates; 0 when the set is not labelled
     * @param score against the truth; zeros when the set is not labelled
     * @param isLabelled whether there is a truth
     * @param shuffleSpread largest difference of FGA and GA between the file's order and three shuffles
     * @param stableLines share of lines with the same fingerprint after a restart half-way through a shuffled order
     */
    public record SetResult(
            String name,
            int lines,
            int found,
            int trueTemplates,
            PatternScore score,
            boolean isLabelled,
            double shuffleSpread,
            double stableLines) {}

    /** Mines each set with a fresh miner of the one configuration there is. */
    public static List<SetResult> run(List<LabelledLines> sets) {
        return sets.stream().map(PatternBenchmark::run).toList();
    }

    /** The mean over the labelled sets. */
    public static PatternScore mean(List<SetResult> results) {
        return PatternScore.mean(results.stream()
                .filter(SetResult::isLabelled)
                .map(SetResult::score)
                .toList());
    }

    private static SetResult run(LabelledLines set) {
        List<LabelledLines.Line> lines = set.lines();
        List<String> contents = lines.stream().map(LabelledLines.Line::content).toList();
        List<String> truth = lines.stream().map(LabelledLines.Line::template).toList();
        List<MinedPattern> found = patterns(contents);
        PatternScore score = PatternScore.of(truth, texts(found));
        double spread = 0;
        for (int shuffle = 1; shuffle <= SHUFFLES; shuffle++) {
            PatternScore other = PatternScore.of(truth, texts(shuffled(contents, shuffle, false)));
            spread = Math.max(spread, Math.abs(other.fga() - score.fga()));
            spread = Math.max(spread, Math.abs(other.ga() - score.ga()));
        }
        List<MinedPattern> restarted = shuffled(contents, SHUFFLES + 1, true);
        long stable = 0;
        for (int line = 0; line < found.size(); line++) {
            stable += found.get(line).fingerprint().equals(restarted.get(line).fingerprint()) ? 1 : 0;
        }
        return new SetResult(
                set.name(),
                lines.size(),
                (int) found.stream().distinct().count(),
                set.isLabelled() ? (int) truth.stream().distinct().count() : 0,
                score,
                set.isLabelled(),
                spread,
                (double) stable / Math.max(1, found.size()));
    }

    private static List<String> texts(List<MinedPattern> patterns) {
        return patterns.stream().map(MinedPattern::text).toList();
    }

    private static List<MinedPattern> patterns(List<String> contents) {
        var miner = new PatternMiner();
        List<Integer> numbers = contents.stream().map(miner::learn).toList();
        return numbers.stream().map(miner::pattern).toList();
    }

    /** The pattern of each line, in the file's order, learnt in another order, with a restart in the middle if asked. */
    private static List<MinedPattern> shuffled(List<String> contents, int seed, boolean isRestarted) {
        var order = new ArrayList<>(contents);
        Collections.shuffle(order, new Random(seed));
        var miner = new PatternMiner();
        int half = order.size() / 2;
        order.subList(0, half).forEach(miner::learn);
        PatternMiner later = isRestarted ? PatternMiner.resume(miner.state()) : miner;
        order.subList(half, order.size()).forEach(later::learn);
        Map<String, MinedPattern> known = new HashMap<>();
        contents.forEach(content -> known.computeIfAbsent(content, line -> later.pattern(later.learn(line))));
        return contents.stream()
                .map(content -> known.getOrDefault(content, new MinedPattern("", "")))
                .toList();
    }

    /** Writes one file per set: LineId, EventId, EventTemplate. */
    public static void write(List<LabelledLines> sets, Path directory) {
        try {
            Files.createDirectories(directory);
            for (LabelledLines set : sets) {
                var text = new StringBuilder("LineId,EventId,EventTemplate\n");
                List<MinedPattern> found = patterns(
                        set.lines().stream().map(LabelledLines.Line::content).toList());
                for (int line = 0; line < found.size(); line++) {
                    text.append(Csv.quoted(set.lines().get(line).id()))
                            .append(',')
                            .append(found.get(line).fingerprint())
                            .append(',')
                            .append(Csv.quoted(found.get(line).text()))
                            .append('\n');
                }
                Files.writeString(directory.resolve(set.name() + ".csv"), text, StandardCharsets.UTF_8);
            }
        } catch (IOException unwritable) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "--out: cannot write to " + directory + "; name a directory you may write to",
                    unwritable);
        }
    }
}
