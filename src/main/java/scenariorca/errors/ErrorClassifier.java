package scenariorca.errors;

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
    private final CategoryRules rules;
    private final PatternMiner miner;
    private final Map<Refinement, String> refined = new HashMap<>();
    private Aliases refinedAliases = Aliases.NONE;
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
    private record Learnt(String text, String message, int signature, Refinement refinement) {}

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

    /** Why a text has its pattern. Of a stack trace, why its root cause's message has. */
    public Explanation explain(String text) {
        return miner.explain(message(text, StackTraces.find(text)));
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
        return trace.map(found -> found.message().isEmpty() ? found.type() : found.type() + ": " + found.message())
                .orElse(text);
    }

    private void decide(Learnt learnt) {
        decisions.computeIfAbsent(
                patternOf(learnt).fingerprint(),
                none -> rules.decide(
                        learnt.message(), miner.pattern(learnt.signature()).text()));
    }

    private ErrorClass classOf(Learnt learnt) {
        ErrorPattern pattern = patternOf(learnt);
        CategoryDecision decision = decisions.getOrDefault(pattern.fingerprint(), CategoryDecision.NONE);
        return new ErrorClass(pattern.fingerprint(), pattern.text(), decision.category(), decision.rule());
    }

    private ErrorPattern patternOf(Learnt learnt) {
        ErrorPattern pattern = miner.merged(learnt.refinement().of(miner.pattern(learnt.signature())));
        if (!learnt.refinement().isEmpty()) {
            refined.putIfAbsent(learnt.refinement(), pattern.fingerprint());
        }
        return pattern;
    }

    /** Gives finer patterns the fingerprint that follows from what their messages' patterns are now. */
    private void republish() {
        var retired = new TreeMap<String, String>();
        refined.replaceAll((refinement, before) -> {
            ErrorPattern message = miner.pattern(miner.learnt(refinement.signature()));
            String now = miner.merged(refinement.of(message)).fingerprint();
            if (!now.equals(before)) {
                retired.put(before, now);
            }
            return now;
        });
        refinedAliases = refinedAliases.with(retired, java.util.Set.copyOf(refined.values()));
    }
}
