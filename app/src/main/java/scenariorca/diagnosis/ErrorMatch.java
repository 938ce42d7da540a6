package scenariorca.diagnosis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
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

/** Step 5 for a leaf of an input, what the error says of it: its node, its key, its value, a limit it breaks. */
final class ErrorMatch {
    /** Keys that name nothing: the key above them does, or the node. */
    private static final Set<String> GENERIC = Set.of(
            "value",
            "data",
            "input",
            "amount",
            "item",
            "list",
            "entry",
            "val",
            "number",
            "yearly",
            "annual",
            "param",
            "parameter",
            "by",
            "per",
            "the",
            "of",
            "in",
            "point",
            "series",
            "row");

    private static final Pattern SEGMENT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|([^.\\[\\]]+)|\\[[^\\]]*\\]");
    private static final Pattern IDENTITY = Pattern.compile("=(?:\")?([^\\],\"]+)");
    private static final double ONE_WORD = 0.7;
    private static final double NAMES_FAILING = 0.3;
    private static final double COUNTS = 0.4;
    private static final double PART = 0.6;

    private final List<Said> lines = new ArrayList<>();
    private final Map<String, Key> keys = new HashMap<>();
    private final Set<NodeId> first;
    private final boolean isTimeout;

    /** A line, with what it says worked out once. */
    private record Said(ErrorText.Line line, Set<NodeId> nodes, List<StatedLimit> limits, List<ErrorKind> kinds) {
        String source() {
            return line.isDirect() ? "the error" : "a log line";
        }
    }

    /** The key of an input, and how well each line names it: worked out once for all nodes and years that have it. */
    private record Key(boolean namesNothing, Set<String> words, double[] shares) {}

    ErrorMatch(ErrorText text, NodeNames names, Set<NodeId> first, boolean isTimeout) {
        this.first = first;
        this.isTimeout = isTimeout;
        for (ErrorText.Line line : text.lines()) {
            List<ErrorKind> kinds = new ArrayList<>();
            for (ErrorKind kind : ErrorKind.values()) {
                if (kind.isSpokenOf(line.text())) {
                    kinds.add(kind);
                }
            }
            lines.add(new Said(line, names.in(line.words()), StatedLimit.in(line.text()), kinds));
        }
    }

    /** Whether a direct line says that a value is wrong. */
    boolean isAboutValues() {
        return lines.stream()
                .filter(said -> said.line().isDirect() && said.line().weight() == 1)
                .anyMatch(said -> said.limits().stream().anyMatch(limit -> true)
                        || said.kinds().stream().anyMatch(ErrorKind.ABOUT_VALUES::contains));
    }

    /** Numbers that tell something, from lines that count; limits left out. */
    Set<String> tellingNumbers() {
        Set<String> numbers = new TreeSet<>();
        for (Said said : lines) {
            for (String number : said.line().words().numbers()) {
                if (said.line().weight() >= COUNTS && telling(said, number) == 1) {
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
        Best node = new Best();
        Best limit = new Best();
        Best fit = new Best();
        Best sum = new Best();
        for (int index = 0; index < lines.size(); index++) {
            Said said = lines.get(index);
            double weight = said.line().weight();
            double share = known.shares()[index];
            key.offer(weight * Math.min(1, share + (share > 0 ? 0.15 * identity(said, change) : 0)), said);
            value.offer(weight * valueShare(said, change), said);
            node.offer(weight * nodeShare(said, nodes, known.namesNothing()), said);
            limit.offer(weight * limitShare(said, change, share, nodes), said);
            fit.offer(weight * fitShare(said, change, known.words()), said);
            sum.offer(weight * SumMatch.share(said.line(), said.limits(), change.leaf()), said);
        }
        String name = change.input();
        add(card, EvidenceTerm.TEXT_NAMES_KEY, key, "names " + name);
        add(
                card,
                EvidenceTerm.TEXT_NAMES_VALUE,
                value,
                "names its value " + Phrases.value(change.leaf().after()));
        add(card, EvidenceTerm.TEXT_NAMES_NODE, node, "names its node");
        add(card, EvidenceTerm.LIMIT_BROKEN, limit, "states a limit the value broke: " + limit.detail);
        add(card, EvidenceTerm.SUM_EXPLAINS, sum, "names a total that would be within its limit without this change");
        double timeout = isTimeout ? ErrorKind.TOO_LONG.fit(change.leaf(), known.words()) : 0;
        if (timeout > fit.value) {
            card.add(EvidenceTerm.TEXT_FITS_CHANGE, timeout, "it ran out of time, and this makes it longer");
        } else {
            add(card, EvidenceTerm.TEXT_FITS_CHANGE, fit, "speaks of what this change does");
        }
    }

    private Key keyOf(String input) {
        List<Words> names = keysOf(input);
        double[] shares = lines.stream()
                .mapToDouble(said -> keyShare(said.line().words(), names))
                .toArray();
        return new Key(names.isEmpty(), Set.copyOf(Words.of(input).tokens()), shares);
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
        private String detail = "";

        void offer(double offered, Said line) {
            if (offered > value) {
                value = offered;
                said = line;
                detail = line.limits().isEmpty() ? "" : line.limits().getFirst().described();
            }
        }
    }

    /** How well a text names the change's key: 1 in full, less for one word or a part, 0 not at all. */
    static double keyShare(Words text, InputChange change) {
        return keyShare(text, keysOf(change.input()));
    }

    private static double keyShare(Words text, List<Words> names) {
        double best = 0;
        for (Words name : names) {
            List<String> telling = name.tokens().stream()
                    .filter(word -> !GENERIC.contains(word))
                    .toList();
            if (text.holds(name)) {
                best = Math.max(best, name.tokens().size() > 1 ? 1 : ONE_WORD);
            } else if (telling.size() > 1) {
                best = Math.max(best, PART * partOf(telling, text.tokens()));
            }
        }
        return best;
    }

    /** How much of a key a text holds: its last word, which says what it is, counts twice. Less than a third is nothing. */
    private static double partOf(List<String> key, List<String> text) {
        double found = 0;
        for (int index = 0; index < key.size(); index++) {
            boolean isLast = index == key.size() - 1;
            found += text.contains(key.get(index)) ? (isLast ? 2 : 1) : 0;
        }
        double share = found / (key.size() + 1);
        return share >= 0.3 ? share : 0;
    }

    /** The keys of a path that name something, the last two: in {@code dosing.months} both do. */
    private static List<Words> keysOf(String input) {
        List<Words> names = new ArrayList<>();
        Matcher matcher = SEGMENT.matcher(input);
        while (matcher.find()) {
            String key = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            if (key == null) {
                continue;
            }
            Words words = Words.of(key);
            if (!words.tokens().isEmpty() && !GENERIC.containsAll(words.tokens())) {
                names.add(words);
            }
        }
        return names.size() <= 2 ? names : names.subList(names.size() - 2, names.size());
    }

    private static double identity(Said said, InputChange change) {
        Matcher matcher = IDENTITY.matcher(change.leaf().path());
        return matcher.find() && said.line().words().holds(Words.of(matcher.group(1))) ? 1 : 0;
    }

    private static double valueShare(Said said, InputChange change) {
        JsonNode after = change.leaf().after();
        BigDecimal number = ErrorKind.number(after);
        if (number != null) {
            String spelling = Words.spelling(number);
            return said.line().words().numbers().contains(spelling) ? telling(said, spelling) : 0;
        }
        if (after == null || !after.isString() || after.stringValue().length() > 200) {
            return 0;
        }
        Words words = Words.of(after.stringValue());
        boolean hasLetters = words.tokens().stream().anyMatch(word -> word.length() > 1);
        return hasLetters && said.line().words().holds(words) ? 1 : 0;
    }

    /** How much a number tells: little when everybody uses it, nothing when it is a limit. */
    private static double telling(Said said, String spelling) {
        var number = new BigDecimal(spelling);
        for (StatedLimit limit : said.limits()) {
            boolean isLimit = (limit.least() != null && limit.least().compareTo(number) == 0)
                    || (limit.most() != null && limit.most().compareTo(number) == 0);
            if (isLimit) {
                return 0;
            }
        }
        boolean isWhole = number.stripTrailingZeros().scale() <= 0;
        BigDecimal size = number.abs();
        if (!isWhole || size.compareTo(BigDecimal.valueOf(10_000)) > 0) {
            return 1;
        }
        if (size.compareTo(BigDecimal.ONE) <= 0) {
            return 0.1;
        }
        boolean isCommon = size.compareTo(BigDecimal.TEN) <= 0
                || size.precision() - size.stripTrailingZeros().precision() > 1;
        return isCommon ? 0.3 : number.signum() < 0 ? 1 : 0.6;
    }

    private double nodeShare(Said said, Set<NodeId> nodes, boolean hasNoKey) {
        for (NodeId node : nodes) {
            if (said.nodes().contains(node)) {
                return first.contains(node) && !hasNoKey ? NAMES_FAILING : 1;
            }
        }
        return 0;
    }

    private double limitShare(Said said, InputChange change, double keyShare, Set<NodeId> nodes) {
        BigDecimal after = ErrorKind.number(change.leaf().after());
        BigDecimal before = ErrorKind.number(change.leaf().before());
        if (after == null) {
            return 0;
        }
        for (StatedLimit limit : said.limits()) {
            if (!limit.allows(after) && (before == null || limit.allows(before))) {
                return keyShare > 0 ? 1 : nodes.stream().anyMatch(first::contains) ? 0.8 : 0.15;
            }
        }
        return 0;
    }

    private static double fitShare(Said said, InputChange change, Set<String> pathWords) {
        double best = 0;
        for (ErrorKind kind : said.kinds()) {
            best = Math.max(best, kind.fit(change.leaf(), pathWords));
        }
        return best;
    }
}
