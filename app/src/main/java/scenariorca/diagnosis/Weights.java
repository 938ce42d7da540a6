package scenariorca.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What each term weighs in each class, in log-odds, and how scores become probabilities: one table, made by
 * {@code rca bench diagnosis --fit} from simulated platforms, committed and read once.
 *
 * @param priors log-odds of a suspect of each class before any evidence
 * @param terms what each term weighs by class, its sign included; a term that is not there weighs nothing
 * @param settings how scores become probabilities and when a cause is named
 */
public record Weights(
        Map<VerdictClass, Double> priors,
        Map<VerdictClass, Map<EvidenceTerm, Curve>> terms,
        Map<Setting, Double> settings) {
    private static final String RESOURCE = "/diagnosis/weights.tsv";
    private static final String PRIOR = "prior";
    private static final String SETTING = "setting";
    private static final int COLUMNS = 5;
    private static final Weights STANDARD = read();

    /** Numbers that are no weight. */
    public enum Setting {
        /** Probabilities are the logistic function of slope times log-odds plus offset. */
        SLOPE("probability = logistic(slope x log-odds + offset)"),
        OFFSET("probability = logistic(slope x log-odds + offset)"),
        /** The least probability at which a suspect is named the cause. */
        NAME("least probability at which a suspect is named the cause"),
        /** The least probability at which a class is said though no cause is named. */
        SAY_INPUT("least probability at which the class input is said"),
        SAY_OTHER("least probability at which any other class is said");

        private final String meaning;

        Setting(String meaning) {
            this.meaning = meaning;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Weights {
        priors = Map.copyOf(priors);
        Map<VerdictClass, Map<EvidenceTerm, Curve>> copies = new EnumMap<>(VerdictClass.class);
        terms.forEach((verdictClass, weights) -> copies.put(verdictClass, Map.copyOf(weights)));
        terms = Map.copyOf(copies);
        settings = Map.copyOf(settings);
    }

    /** The committed table. */
    public static Weights standard() {
        return STANDARD;
    }

    private static Weights read() {
        try (InputStream file = Weights.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException(RESOURCE + " is not in the program");
            }
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException for a table that names an unknown class or term */
    static Weights parse(String table) {
        Map<VerdictClass, Double> priors = new EnumMap<>(VerdictClass.class);
        Map<VerdictClass, Map<EvidenceTerm, Curve>> terms = new EnumMap<>(VerdictClass.class);
        Map<Setting, Double> settings = new EnumMap<>(Setting.class);
        table.lines().filter(line -> !line.startsWith("#")).skip(1).forEach(line -> {
            String[] columns = line.split("\t");
            if (columns.length < COLUMNS) {
                throw new IllegalArgumentException("a line of the weights has fewer than five columns: " + line);
            }
            double value = Double.parseDouble(columns[2]);
            String term = columns[1].toUpperCase(Locale.ROOT);
            if (columns[0].equals(SETTING)) {
                settings.put(Setting.valueOf(term), value);
                return;
            }
            VerdictClass verdictClass = VerdictClass.valueOf(columns[0].toUpperCase(Locale.ROOT));
            if (columns[1].equals(PRIOR)) {
                priors.put(verdictClass, value);
            } else {
                terms.computeIfAbsent(verdictClass, any -> new EnumMap<>(EvidenceTerm.class))
                        .put(
                                EvidenceTerm.valueOf(term),
                                Curve.of(value, Double.parseDouble(columns[3]), Double.parseDouble(columns[4])));
            }
        });
        return new Weights(priors, terms, settings);
    }

    /** The table as it is committed, in an order of its own: the same weights give the same bytes. */
    public String written(String header) {
        var text = new StringBuilder();
        header.lines().forEach(line -> text.append("# ").append(line).append('\n'));
        text.append("class\tterm\tweight\tearly\tlate\tmeaning\n");
        new TreeMap<>(settings)
                .forEach((setting, value) ->
                        line(text, new String[] {SETTING, setting.word(), number(value), "", "", setting.meaning}));
        new TreeMap<>(priors)
                .forEach((verdictClass, value) -> line(
                        text, new String[] {verdictClass.word(), PRIOR, number(value), "", "", "before any evidence"}));
        new TreeMap<>(terms)
                .forEach((verdictClass, weights) -> new TreeMap<>(weights)
                        .forEach((term, value) -> line(text, new String[] {
                            verdictClass.word(),
                            term.word(),
                            number(value.whole()),
                            number(value.early()),
                            number(value.late()),
                            term.meaning()
                        })));
        return text.toString();
    }

    private static void line(StringBuilder text, String[] columns) {
        text.append(String.join("\t", columns)).append('\n');
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value == 0 ? 0.0 : value);
    }

    double prior(VerdictClass verdictClass) {
        return priors.getOrDefault(verdictClass, 0.0);
    }

    Curve of(VerdictClass verdictClass, EvidenceTerm term) {
        return terms.getOrDefault(verdictClass, Map.of()).getOrDefault(term, Curve.NOTHING);
    }

    /** The score of a suspect with such evidence, before any rounding. */
    public double score(VerdictClass verdictClass, Map<EvidenceTerm, Double> shares) {
        double score = prior(verdictClass);
        for (Map.Entry<EvidenceTerm, Double> one : new TreeMap<>(shares).entrySet()) {
            score += of(verdictClass, one.getKey()).worth(one.getValue());
        }
        return score;
    }

    double setting(Setting setting) {
        Double value = settings.get(setting);
        if (value == null) {
            throw new IllegalStateException("the weights lack the setting " + setting.word());
        }
        return value;
    }

    /** The same without some terms: for measuring what each is worth. */
    public Weights without(Set<EvidenceTerm> leftOut) {
        Map<VerdictClass, Map<EvidenceTerm, Curve>> rest = new EnumMap<>(VerdictClass.class);
        terms.forEach((verdictClass, weights) -> {
            Map<EvidenceTerm, Curve> kept = new EnumMap<>(EvidenceTerm.class);
            weights.forEach((term, weight) -> {
                if (!leftOut.contains(term)) {
                    kept.put(term, weight);
                }
            });
            rest.put(verdictClass, kept);
        });
        return new Weights(priors, rest, settings);
    }
}
