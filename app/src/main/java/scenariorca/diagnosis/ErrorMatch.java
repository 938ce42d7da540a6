package scenariorca.diagnosis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.scenario.NodeId;
import tools.jackson.databind.JsonNode;

/** Step 7 for a leaf of an input, what the error says of it: its node, its key, its value, a number it crossed. */
final class ErrorMatch {
    private static final Pattern IDENTITY = Pattern.compile("=(?:\")?([^\\],\"]+)");
    private static final double NAMES_FAILING = 0.3;
    private static final double COUNTS = 0.4;
    private static final double IDENTIFIED = 0.15;
    private static final double COMMON = 0.1;
    private static final int LONGEST_TEXT = 200;

    private final List<Said> lines = new ArrayList<>();
    private final Map<String, Key> keys = new HashMap<>();
    private final Map<String, Integer> holders = new HashMap<>();
    private final KeyNames names;
    private final Set<NodeId> first;
    private final boolean isTimeout;

    /** A line, with what it says worked out once. */
    private record Said(ErrorText.Line line, Set<NodeId> nodes) {
        String source() {
            return line.isDirect() ? "the error" : "a log line";
        }
    }

    /** The key of an input, and how well each line names it: worked out once for all nodes and years that have it. */
    private record Key(boolean namesNothing, double[] shares) {}

    ErrorMatch(ErrorText text, Scene scene, KeyNames names, boolean isTimeout) {
        this.names = names;
        this.first = scene.firstNodes();
        this.isTimeout = isTimeout;
        var nodes = new NodeNames(scene.evidence().graph());
        Set<String> counted = new HashSet<>();
        for (InputChange change : scene.evidence().changes()) {
            BigDecimal after = Values.number(change.leaf().after());
            String spelling = after == null ? "" : Words.spelling(after);
            if (after != null && counted.add(change.nodeId() + change.input() + "=" + spelling)) {
                holders.merge(spelling, 1, Integer::sum);
            }
        }
        text.lines().forEach(line -> lines.add(new Said(line, nodes.in(line.words()))));
    }

    /** Numbers that tell something, from lines that count. */
    Set<String> tellingNumbers() {
        Set<String> numbers = new TreeSet<>();
        for (Said said : lines) {
            for (String number : said.line().words().numbers()) {
                if (said.line().weight() >= COUNTS && NumberMatch.telling(new BigDecimal(number)) == 1) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }

    void add(InputChange change, Set<NodeId> nodes, Scorecard card) {
        Key known = keys.computeIfAbsent(change.input(), this::keyOf);
        Best key = new Best();
        Best value = new Best();
        Best former = new Best();
        Best node = new Best();
        Best derived = new Best();
        Best crossed = new Best();
        Best total = new Best();
        Best fit = new Best();
        for (int index = 0; index < lines.size(); index++) {
            Said said = lines.get(index);
            ErrorText.Line line = said.line();
            double weight = line.weight();
            double share = known.shares()[index];
            key.offer(weight * Math.min(1, share + (share > 0 ? IDENTIFIED * identity(said, change) : 0)), said);
            value.offer(weight * valueShare(line.words(), change), said);
            former.offer(weight * formerShare(line.words(), change), said);
            node.offer(weight * nodeShare(said, nodes, known.namesNothing()), said);
            derived.offer(weight * NumberMatch.derived(line.words(), change.leaf()), said);
            crossed.offer(weight * crossedShare(said, change, share, nodes), said);
            total.offer(weight * NumberMatch.explainsTotal(line.words(), change.leaf()), said);
            fit.offer(weight * ChangeFit.of(line.kinds(), change.leaf()), said);
        }
        add(card, EvidenceTerm.TEXT_NAMES_KEY, key, "names " + change.input());
        String written = Phrases.value(change.leaf().after());
        add(card, EvidenceTerm.TEXT_NAMES_VALUE, value, "names its value " + written);
        String before = Phrases.value(change.leaf().before());
        add(card, EvidenceTerm.TEXT_NAMES_FORMER, former, "names " + before + ", which stood there before");
        add(card, EvidenceTerm.TEXT_NAMES_NODE, node, "names its node");
        add(card, EvidenceTerm.NUMBER_DERIVED, derived, "names a number that follows from this change");
        add(card, EvidenceTerm.LIMIT_BROKEN, crossed, "names a number this change crossed");
        add(card, EvidenceTerm.SUM_EXPLAINS, total, "names a total that would be within its limit without this change");
        add(card, EvidenceTerm.TEXT_FITS_CHANGE, fit, "speaks of what this change does");
        double longer = isTimeout ? ChangeFit.fit(WordKind.LONG, change.leaf()) : 0;
        card.add(EvidenceTerm.RAN_LONGER, longer, "it ran out of time, and this may make it longer");
    }

    private Key keyOf(String input) {
        List<Words> telling = names.of(input);
        double[] shares = lines.stream()
                .mapToDouble(said -> names.share(said.line().words(), telling))
                .toArray();
        return new Key(telling.isEmpty(), shares);
    }

    private static void add(Scorecard card, EvidenceTerm term, Best best, String says) {
        if (best.said != null) {
            card.addLog(
                    term,
                    best.value,
                    best.said.source() + " " + says,
                    best.said.line().logKey());
        }
    }

    /** The line that says it loudest. */
    private static final class Best {
        private double value;
        private @Nullable Said said;

        void offer(double offered, Said line) {
            if (offered > value) {
                value = offered;
                said = line;
            }
        }
    }

    private static double identity(Said said, InputChange change) {
        Matcher matcher = IDENTITY.matcher(change.leaf().path());
        return matcher.find() && said.line().words().holds(Words.of(matcher.group(1))) ? 1 : 0;
    }

    private double valueShare(Words text, InputChange change) {
        JsonNode after = change.leaf().after();
        if (after == null || !after.isString() || after.stringValue().length() > LONGEST_TEXT) {
            double telling = NumberMatch.value(text, change.leaf());
            boolean isAlone = telling > COMMON && uses(change) == 1;
            return isAlone ? telling + (1 - telling) / 2 : telling;
        }
        Words words = Words.of(after.stringValue());
        boolean hasLetters = words.tokens().stream().anyMatch(word -> word.length() > 1);
        return hasLetters && text.holds(words) ? 1 : 0;
    }

    /** A text that stood there before and is asked for: a key or an element that others still rely on. */
    private static double formerShare(Words text, InputChange change) {
        JsonNode before = change.leaf().before();
        if (before == null || !before.isString() || before.equals(change.leaf().after())) {
            return 0;
        }
        Words words = Words.of(before.stringValue());
        boolean isTelling = before.stringValue().length() <= LONGEST_TEXT
                && words.tokens().stream().anyMatch(word -> word.length() > 2);
        return isTelling && text.holds(words) ? 1 : 0;
    }

    /** How many inputs that differ hold the number: what only one of them holds tells more. */
    private int uses(InputChange change) {
        BigDecimal after = Values.number(change.leaf().after());
        return after == null ? 0 : holders.getOrDefault(Words.spelling(after), 0);
    }

    private double nodeShare(Said said, Set<NodeId> nodes, boolean hasNoKey) {
        for (NodeId node : nodes) {
            if (said.nodes().contains(node)) {
                return first.contains(node) && !hasNoKey ? NAMES_FAILING : 1;
            }
        }
        return 0;
    }

    private double crossedShare(Said said, InputChange change, double keyShare, Set<NodeId> nodes) {
        if (NumberMatch.crossed(said.line().words(), change.leaf()) == null) {
            return 0;
        }
        return keyShare >= COUNTS ? 1 : nodes.stream().anyMatch(first::contains) ? 0.8 : 0.2;
    }
}
