package scenariorca.errors;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the pattern of every line: what stays when the variable parts are gone. A known line costs one pass over its
 * bytes and one look-up; a new one joins the set from which the patterns follow, whatever its order. Memory is bounded.
 * Confined to one thread.
 */
public final class PatternMiner {
    /** Beyond this many signatures a new one is not learnt; its lines share one pattern and are counted. */
    static final int MAX_SIGNATURES = 200_000;

    /** The signature of lines for which there was no room. */
    static final String UNLEARNT = "too many different messages";

    private static final Pattern CODE =
            Pattern.compile("(?<before>(?:\\p{L}{1,15}:? )?[\\[(]?)(?<code>[%$#]?[A-Z][A-Z0-9_-]{3,24})(?![\\w<-])");

    private final LineScanner scanner = new LineScanner();
    private final HashTable table = new HashTable();
    private final List<String> signatures = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final LeadingCodes codes = new LeadingCodes();
    private final Templates templates;
    /** What was last given out, by signature. */
    private final Map<String, String> published = new HashMap<>();

    private List<PatternEdit> log = List.of();
    private Aliases aliases = Aliases.NONE;
    private PatternEdits edits = new PatternEdits(List.of(), Aliases.NONE);
    private boolean isSettled = true;
    private boolean isEdited;
    private final Map<String, MinedPattern> patterns = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    /** How many signatures have each fingerprint. */
    private final Map<String, Integer> uses = new HashMap<>();

    private long unlearntLines;

    public PatternMiner() {
        this(HoleWeights.STANDARD);
    }

    /** A miner that weighs values in another way, to measure what the weights do. */
    public PatternMiner(HoleWeights weights) {
        templates = new Templates(weights);
        numberOf(UNLEARNT);
    }

    /** A miner that goes on where another one stopped. */
    public static PatternMiner resume(PatternState state) {
        var miner = new PatternMiner();
        new TreeMap<>(state.signatures()).forEach((signature, fingerprint) -> {
            miner.numberOf(signature);
            miner.published.put(signature, fingerprint);
            miner.uses.merge(fingerprint, 1, Integer::sum);
            miner.recall(signature);
        });
        miner.aliases = state.aliases();
        miner.log = state.edits();
        miner.isSettled = false;
        miner.isEdited = true;
        return miner;
    }

    /** Learns one line and returns the number of its signature, for {@link #pattern(int)}. */
    public int learn(byte[] line, int from, int to) {
        long hash = scanner.scan(line, from, to);
        int known = table.get(hash);
        if (known == HashTable.ABSENT && scanner.hasCode()) {
            return learnCode(hash);
        }
        if (known > 0) {
            return known;
        }
        if (known == 0) {
            unlearntLines++;
            return 0;
        }
        int number = numberOf(SignatureText.canonical(scanner.text()));
        unlearntLines += number == 0 ? 1 : 0;
        table.put(hash, number);
        return number;
    }

    /** Learns the line scanned last, which begins with what may be a code. */
    private int learnCode(long hash) {
        long own = scanner.hashWithCode(hash);
        int known = table.get(own);
        if (known > 0) {
            return known;
        }
        String text = SignatureText.canonical(scanner.text());
        List<String> instead = codes.add(scanner.code(), text);
        boolean isCode = instead.isEmpty();
        // Those that were learnt with their number fit these, and become examples of them.
        instead.forEach(this::numberOf);
        int number = numberOf(isCode ? SignatureText.canonical(scanner.text(true)) : text);
        unlearntLines += number == 0 ? 1 : 0;
        table.put(isCode ? own : hash, number);
        return number;
    }

    /** Learns again what a signature tells of its code. */
    private void recall(String signature) {
        Matcher begin = CODE.matcher(signature);
        byte[] code = begin.lookingAt() ? begin.group("code").getBytes(StandardCharsets.UTF_8) : new byte[0];
        if (LeadingCodes.isCode(code, 0, code.length)) {
            scanner.scan(code, 0, code.length);
            String text = begin.group("before") + scanner.text() + signature.substring(begin.end());
            codes.add(begin.group("code"), text).forEach(this::numberOf);
        }
    }

    /** As {@link #learn(byte[], int, int)}. */
    public int learn(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return learn(bytes, 0, bytes.length);
    }

    private int numberOf(String signature) {
        Integer known = numbers.get(signature);
        if (known != null) {
            return known;
        }
        if (signatures.size() >= MAX_SIGNATURES || !templates.add(signature)) {
            return 0;
        }
        isSettled = false;
        int number = signatures.size();
        signatures.add(signature);
        numbers.put(signature, number);
        return number;
    }

    /** The pattern of a signature, as it follows from everything learnt so far. */
    public MinedPattern pattern(int signature) {
        settle();
        String text = signatures.get(signature);
        MinedPattern pattern = patterns.get(text);
        return pattern == null ? MinedPattern.of(text) : pattern;
    }

    /** The text of a pattern of a message; empty when there is none. */
    Optional<String> textOf(String fingerprint) {
        settle();
        return Optional.ofNullable(texts.get(fingerprint));
    }

    /** The line of a signature without its variable parts, as it is kept. */
    String signature(int number) {
        return signatures.get(number);
    }

    /** The number of a signature, learnt if need be. */
    int learnt(String signature) {
        return numberOf(signature);
    }

    /** The pattern that stands for this one after merges by hand. */
    MinedPattern merged(MinedPattern pattern) {
        settle();
        String target = edits.target(pattern.fingerprint());
        return target.equals(pattern.fingerprint()) ? pattern : new MinedPattern(target, pattern.text());
    }

    /** Why a line has its pattern. Learns the line. */
    public Explanation explain(String line) {
        int number = learn(line);
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        scanner.scan(bytes, 0, bytes.length);
        String signature = signatures.get(number);
        return Explanation.of(
                pattern(number),
                scanner.values(),
                signature,
                templates.of(signature),
                templates.alike(signature, Explanation.MAX_ALIKE));
    }

    /** Records what a person decided; patterns follow from it at once. */
    public void edit(PatternEdit edit) {
        var longer = new ArrayList<>(log);
        longer.add(edit);
        log = List.copyOf(longer);
        isSettled = false;
        isEdited = true;
    }

    /** The fingerprints given out earlier that are no longer current. */
    public Aliases aliases() {
        settle();
        return aliases;
    }

    /** Lines that got the pattern {@code <*>} because there was no room for what they say. */
    public long unlearntLines() {
        return unlearntLines;
    }

    /** What people decided, in order. */
    List<PatternEdit> edits() {
        return log;
    }

    /** Everything needed to go on after a restart. */
    public PatternState state() {
        settle();
        return new PatternState(PatternState.ALGORITHM, published, aliases, log);
    }

    private void settle() {
        if (isSettled) {
            return;
        }
        isSettled = true;
        Collection<String> changed = templates.takeChanged();
        if (isEdited) {
            edits = new PatternEdits(log, aliases);
            isEdited = false;
            changed = signatures;
        }
        var retired = new TreeMap<String, String>();
        for (String signature : changed) {
            MinedPattern own = own(signature);
            texts.put(own.fingerprint(), own.text());
        }
        changed.forEach(signature -> publish(signature, retired));
        retired.keySet().removeAll(uses.keySet());
        aliases = aliases.with(retired, uses.keySet());
    }

    /** The pattern before merges by hand. */
    private MinedPattern own(String signature) {
        Template template = edits.split(templates.of(signature), Template.of(signature));
        return MinedPattern.of(template.text());
    }

    private void publish(String signature, Map<String, String> retired) {
        MinedPattern own = own(signature);
        String target = edits.target(own.fingerprint());
        patterns.put(signature, new MinedPattern(target, texts.getOrDefault(target, own.text())));
        uses.merge(target, 1, Integer::sum);
        String before = published.put(signature, target);
        if (before == null) {
            return;
        }
        uses.computeIfPresent(before, (fingerprint, count) -> count > 1 ? count - 1 : null);
        if (!before.equals(target)) {
            retired.merge(before, target, (one, other) -> one.compareTo(other) < 0 ? one : other);
        }
    }
}
