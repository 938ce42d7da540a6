package scenariorca.diagnosis;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.evidence.FailedCalc;
import scenariorca.diagnosis.evidence.LogEvidence;
import scenariorca.diagnosis.evidence.RunEvidence;

/** What the error, the run's log and the log lines of the time say of causes that are no input. */
final class Speech {
    private static final Set<String> PLATFORM_CATEGORIES =
            Set.of("memory", "dependency", "network", "permission", "database", "concurrency", "config");
    private static final Set<String> VALUE_CATEGORIES =
            Set.of("validation", "calculation", "missing_input", "data_format");
    private static final double HALF = 0.4;

    /**
     * What a line says of a class.
     *
     * @param share 0 to 1
     * @param kind the words that say it
     * @param logKey the log event; 0 for the error itself
     */
    record Told(double share, WordKind kind, long logKey) {}

    private final Map<VerdictClass, Told> direct = new EnumMap<>(VerdictClass.class);
    private final Map<VerdictClass, Told> logged = new EnumMap<>(VerdictClass.class);
    private final Map<VerdictClass, Told> ambient = new EnumMap<>(VerdictClass.class);
    private final ErrorText text;
    private final double struck;
    private final double valueShare;
    private final double machineShare;

    Speech(RunEvidence evidence, ErrorText text) {
        this.text = text;
        this.struck = NeighbourTerms.struck(evidence);
        double values = 0;
        for (ErrorText.Line line : text.lines()) {
            tell(line.isDirect() ? direct : logged, kinds(line.text(), line.kinds()), line.weight(), line.logKey());
            if (line.isDirect() && line.weight() == 1) {
                values = Math.max(values, valueWords(line.kinds()));
            }
        }
        for (LogEvidence line : evidence.trace().ambient()) {
            double weight = LogWeight.isError(line) ? 1 : 0.7;
            tell(ambient, kinds(line.message(), WordList.standard().in(line.message())), weight, line.logKey());
        }
        List<String> categories = categories(evidence);
        boolean isOfValues = categories.stream().anyMatch(VALUE_CATEGORIES::contains);
        this.valueShare = Math.max(values, isOfValues ? 0.5 : 0);
        this.machineShare = categories.stream().anyMatch(PLATFORM_CATEGORIES::contains) ? 1 : 0;
    }

    /** What a text speaks of; one that names a file of data speaks of a feed. */
    private static Map<WordKind, Integer> kinds(String text, Map<WordKind, Integer> words) {
        if (words.containsKey(WordKind.FEED) || !DataPath.isIn(text)) {
            return words;
        }
        Map<WordKind, Integer> more = new EnumMap<>(WordKind.class);
        more.putAll(words);
        more.put(WordKind.FEED, 1);
        return more;
    }

    private static List<String> categories(RunEvidence evidence) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(java.util.Optional.ofNullable(
                                evidence.run().ending().errorCategory())),
                        evidence.failedCalcs().stream()
                                .map(FailedCalc::category)
                                .map(java.util.Optional::ofNullable))
                .flatMap(java.util.Optional::stream)
                .map(category -> category.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static double valueWords(Map<WordKind, Integer> kinds) {
        return kinds.keySet().stream().anyMatch(WordKind.OF_VALUES::contains) ? 1 : 0;
    }

    private static void tell(Map<VerdictClass, Told> into, Map<WordKind, Integer> kinds, double weight, long logKey) {
        for (WordKind kind : WordKind.OF_MACHINES) {
            offer(into, VerdictClass.PLATFORM, new Told(kinds.containsKey(kind) ? weight : 0, kind, logKey));
        }
        // A broken connection may be gone with the next try; memory, a disk or a credential is not.
        double passing = kinds.containsKey(WordKind.NETWORK) ? weight : 0;
        offer(into, VerdictClass.FLUKE, new Told(passing, WordKind.NETWORK, logKey));
        double feed = kinds.containsKey(WordKind.FEED) ? (kinds.containsKey(WordKind.LATE) ? 1 : HALF) : 0;
        offer(into, VerdictClass.UPSTREAM, new Told(feed * weight, WordKind.FEED, logKey));
        double model = kinds.containsKey(WordKind.MODEL) ? 1 : 0;
        offer(into, VerdictClass.MODEL, new Told(model * weight, WordKind.MODEL, logKey));
    }

    private static void offer(Map<VerdictClass, Told> into, VerdictClass verdictClass, Told told) {
        Told known = into.get(verdictClass);
        if (told.share() > 0 && (known == null || told.share() > known.share())) {
            into.put(verdictClass, told);
        }
    }

    /** What speaks of the class: the error, the run's log, lines of the time. */
    void add(VerdictClass verdictClass, Scorecard card) {
        Told said = direct.get(verdictClass);
        // A connection that breaks for many is no fluke.
        double passing = verdictClass == VerdictClass.FLUKE ? 1 - struck : 1;
        if (said != null) {
            card.add(
                    EvidenceTerm.ERROR_TELLS,
                    said.share() * passing,
                    "the error says: " + said.kind().meaning());
        }
        Told line = logged.get(verdictClass);
        if (line != null) {
            card.addLog(
                    EvidenceTerm.LOG_TELLS,
                    line.share() * passing,
                    "a log line says: " + line.kind().meaning(),
                    line.logKey());
        }
        Told around = ambient.get(verdictClass);
        if (around != null) {
            card.addLog(
                    EvidenceTerm.AMBIENT_TELLS,
                    around.share(),
                    "a log line of the time says: " + around.kind().meaning(),
                    around.logKey());
        }
        VerdictClass other = loudest();
        if (said == null && other != null) {
            card.add(EvidenceTerm.ERROR_TELLS_ANOTHER, 1, "the error speaks of something else");
        }
    }

    private @Nullable VerdictClass loudest() {
        return direct.entrySet().stream()
                .filter(entry -> entry.getValue().share() > HALF)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** How loudly the error speaks of machines or feeds, 0 to 1, and of no value. */
    double elsewhereShare() {
        double told = direct.values().stream().mapToDouble(Told::share).max().orElse(0);
        return told * (1 - valueShare);
    }

    ErrorText text() {
        return text;
    }

    double valueShare() {
        return valueShare;
    }

    double machineShare() {
        return machineShare;
    }
}
