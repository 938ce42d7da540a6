package scenariorca.errors;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Says what each error text is an example of: log lines, {@code fail_reason}s and calculation errors alike.
 * Fingerprints depend on the set of texts ever learnt, not on their order. Confined to one thread.
 */
public final class ErrorClassifier {
    private static final int MAX_SAMPLE_CHARS = 2_000;

    private final CategoryRules rules;
    private final PatternMiner miner;
    private final Map<Refinement, String> refined = new HashMap<>();
    private Aliases refinedAliases = Aliases.NONE;
    /** Kinds of line learnt by {@link #learnLine}, each with the smallest of its messages. */
    private final Map<Refinement, Integer> kinds = new HashMap<>();

    private final List<Learnt> samples = new ArrayList<>();
    /** The decision for each fingerprint given out: one pattern has one category. */
    private final Map<String, CategoryDecision> decisions = new HashMap<>();

    private ErrorClassifier(CategoryRules rules, PatternMiner miner) {
        this.rules = rules;
        this.miner = miner;
    }

    /** A classifier that has learnt nothing yet. */
    public static ErrorClassifier standard() {
        return new ErrorClassifier(CategoryRules.standard(), new PatternMiner());
    }

    /** A classifier that goes on where another one stopped. */
    public static ErrorClassifier resume(ClassifierState state) {
        var classifier = new ErrorClassifier(CategoryRules.standard(), PatternMiner.resume(state.patterns()));
        state.refinements().forEach(one -> classifier.refined.put(one.refinement(), one.fingerprint()));
        classifier.refinedAliases = state.aliases();
        classifier.decisions.putAll(state.decisions());
        return classifier;
    }

    /** One text, read. */
    private record Learnt(String text, String message, int signature, Refinement refinement) {
        /** The same, small enough to be kept. */
        Learnt bounded() {
            String start = ErrorClassifier.bounded(message);
            return new Learnt(start, start, signature, refinement);
        }
    }

    /** Learns all texts first, then classifies each: one answer per distinct text. */
    public Map<String, ErrorClass> classify(Collection<String> texts) {
        List<Learnt> learnt =
                new LinkedHashSet<>(texts).stream().map(this::learn).toList();
        learnt.stream().sorted(Comparator.comparing(Learnt::text)).forEach(this::decide);
        var classes = new LinkedHashMap<String, ErrorClass>();
        learnt.forEach(one -> classes.put(one.text(), classOf(one)));
        return classes;
    }

    /** As {@link #classify(Collection)}, for one text. */
    public ErrorClass classify(String text) {
        Learnt learnt = learn(text);
        decide(learnt);
        return classOf(learnt);
    }

    /**
     * Learns one of many lines and returns the number of its kind, for {@link #lineClasses()}: lines of one kind get one
     * class, and which one is known only when all are learnt.
     */
    public int learnLine(String text) {
        return number(learn(text));
    }

    /** The kinds of line learnt so far, by their numbers. */
    public List<ErrorKind> kinds() {
        return samples.stream()
                .map(one -> new ErrorKind(one.refinement(), one.message()))
                .toList();
    }

    /** The kind of a number that {@link #learnLine} gave. */
    public ErrorKind kind(int number) {
        return new ErrorKind(
                samples.get(number).refinement(), samples.get(number).message());
    }

    /** Learns a kind that another classifier found, and returns its number here: as {@link #learnLine} would for its lines. */
    public int learnKind(ErrorKind kind) {
        int signature = miner.learnt(kind.refinement().signature());
        var refinement = new Refinement(
                miner.signature(signature),
                kind.refinement().type(),
                kind.refinement().code(),
                kind.refinement().frames());
        return number(new Learnt(kind.sample(), kind.sample(), signature, refinement));
    }

    private int number(Learnt found) {
        Learnt learnt = found;
        Refinement refinement = learnt.refinement();
        if (kinds.size() >= PatternMiner.MAX_SIGNATURES && !kinds.containsKey(refinement)) {
            learnt = learn(PatternMiner.UNLEARNT);
            refinement = learnt.refinement();
        }
        Integer known = kinds.get(refinement);
        if (known == null) {
            kinds.put(refinement, samples.size());
            samples.add(learnt.bounded());
            return samples.size() - 1;
        }
        if (learnt.message().compareTo(samples.get(known).message()) < 0) {
            samples.set(known, learnt.bounded());
        }
        return known;
    }

    /** The classes of the lines learnt by {@link #learnLine}, by number of their kind. Learn everything else before. */
    public List<ErrorClass> lineClasses() {
        samples.stream().sorted(Comparator.comparing(Learnt::message)).forEach(this::decide);
        return samples.stream().map(this::classOf).toList();
    }

    /** The text of a pattern given out, or current in place of one; empty when there is none. */
    public Optional<String> textOf(String fingerprint) {
        return miner.textOf(fingerprint)
                .or(() -> refined.keySet().stream()
                        .map(one -> miner.merged(one.of(miner.pattern(miner.learnt(one.signature())))))
                        .filter(pattern -> pattern.fingerprint().equals(fingerprint))
                        .map(MinedPattern::text)
                        .findFirst());
    }

    /** Why a text has its pattern. Of a stack trace, why its root cause's message has. */
    public Explanation explain(String text) {
        return miner.explain(message(text, StackTraces.find(text)));
    }

    /** Changes with the category rules. */
    public String rulesFingerprint() {
        return rules.fingerprint();
    }

    /**
     * A pattern given out.
     *
     * @param pattern its text
     * @param example the text of something that has it; the pattern itself when nothing has it any more
     */
    public record Given(String fingerprint, String pattern, String example) {}

    /** Decides the categories of patterns given out anew: as a person has decided, else as the rules say now. */
    public Map<String, CategoryDecision> decideAgain(Collection<Given> patterns) {
        Map<String, CategoryDecision> byHand = PatternEdits.categories(miner.edits(), aliases());
        var found = new LinkedHashMap<String, CategoryDecision>();
        for (Given given : patterns) {
            CategoryDecision chosen = byHand.get(given.fingerprint());
            String message = message(given.example(), StackTraces.find(given.example()));
            found.put(given.fingerprint(), chosen == null ? rules.decide(bounded(message), given.pattern()) : chosen);
        }
        decisions.putAll(found);
        return found;
    }

    /** Records what a person decided about patterns. */
    public void edit(PatternEdit edit) {
        miner.edit(edit);
    }

    /** The fingerprints given out earlier that are no longer current. */
    public Aliases aliases() {
        republish();
        return miner.aliases().and(refinedAliases);
    }

    /** Everything needed to go on after a restart. */
    public ClassifierState state() {
        republish();
        List<ClassifierState.Refined> refinements = refined.entrySet().stream()
                .map(entry -> new ClassifierState.Refined(entry.getKey(), entry.getValue()))
                .toList();
        return new ClassifierState(miner.state(), refinements, refinedAliases, decisions);
    }

    private Learnt learn(String text) {
        Optional<StackTrace> trace = StackTraces.find(text);
        String message = message(text, trace);
        int signature = miner.learn(message);
        var refinement = new Refinement(
                miner.signature(signature),
                trace.map(StackTrace::type).orElse(""),
                rules.code(message),
                trace.map(StackTrace::ownFrames).orElse(List.of()));
        return new Learnt(text, message, signature, refinement);
    }

    /** What a text says: of a stack trace only the root cause. */
    private static String message(String text, Optional<StackTrace> trace) {
        return trace.map(StackTrace::text).orElse(text);
    }

    private static String bounded(String message) {
        return message.length() <= MAX_SAMPLE_CHARS ? message : message.substring(0, MAX_SAMPLE_CHARS);
    }

    private void decide(Learnt learnt) {
        decisions.computeIfAbsent(
                patternOf(learnt).fingerprint(),
                none -> rules.decide(
                        learnt.message(), miner.pattern(learnt.signature()).text()));
    }

    private ErrorClass classOf(Learnt learnt) {
        MinedPattern pattern = patternOf(learnt);
        CategoryDecision decision = decisions.getOrDefault(pattern.fingerprint(), CategoryDecision.NONE);
        return new ErrorClass(pattern.fingerprint(), pattern.text(), decision.category(), decision.rule());
    }

    private MinedPattern patternOf(Learnt learnt) {
        MinedPattern pattern = miner.merged(learnt.refinement().of(miner.pattern(learnt.signature())));
        if (!learnt.refinement().isEmpty()) {
            refined.putIfAbsent(learnt.refinement(), pattern.fingerprint());
        }
        return pattern;
    }

    /** Gives finer patterns the fingerprint that follows from what their messages' patterns are now. */
    private void republish() {
        var retired = new TreeMap<String, String>();
        refined.replaceAll((refinement, before) -> {
            MinedPattern message = miner.pattern(miner.learnt(refinement.signature()));
            String now = miner.merged(refinement.of(message)).fingerprint();
            if (!now.equals(before)) {
                retired.put(before, now);
            }
            return now;
        });
        refinedAliases = refinedAliases.with(retired, java.util.Set.copyOf(refined.values()));
    }
}
