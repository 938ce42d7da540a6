package scenariorca.preflight;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What each term weighs, in log-odds per unit of its strength: one table, made by {@code rca bench preflight --fit}.
 *
 * @param prior log-odds of a failure when nothing speaks for one
 * @param terms weights, each of the sign of its term; a term that is not there weighs nothing
 */
public record RiskWeights(double prior, Map<RiskTerm, Double> terms) {
    private static final RiskWeights STANDARD = read();

    public RiskWeights {
        terms = Map.copyOf(terms);
    }

    /** The committed table. */
    public static RiskWeights standard() {
        return STANDARD;
    }

    /** Probability of a failure, 0 to 1. */
    public double probability(Map<RiskTerm, Double> strengths) {
        double odds = prior;
        for (RiskTerm term : RiskTerm.values()) {
            odds += contribution(term, strengths.getOrDefault(term, 0.0));
        }
        return 1 / (1 + StrictMath.exp(-odds));
    }

    double contribution(RiskTerm term, double strength) {
        return terms.getOrDefault(term, 0.0) * strength;
    }

    private static RiskWeights read() {
        try (InputStream file =
                Objects.requireNonNull(RiskWeights.class.getResourceAsStream("/preflight/weights.tsv"))) {
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException for a line that is not term, weight, meaning */
    static RiskWeights parse(String table) {
        var terms = new EnumMap<RiskTerm, Double>(RiskTerm.class);
        double prior = 0;
        for (String line :
                table.lines().filter(line -> !line.startsWith("#")).skip(1).toList()) {
            String[] columns = line.split("\t", -1);
            if (columns.length < 2) {
                throw new IllegalArgumentException("a line of the weights has fewer than two columns: " + line);
            }
            double weight = Double.parseDouble(columns[1]);
            if (columns[0].equals("prior")) {
                prior = weight;
            } else {
                terms.put(RiskTerm.valueOf(columns[0].toUpperCase(Locale.ROOT)), weight);
            }
        }
        return new RiskWeights(prior, terms);
    }

    /** As {@link #parse} reads it. */
    public String table(String head) {
        var text = new StringBuilder(head).append("term\tweight\tmeaning\n");
        text.append(String.format(Locale.ROOT, "prior\t%.3f\tbefore anything speaks for a failure%n", prior));
        for (RiskTerm term : RiskTerm.values()) {
            text.append(String.format(
                    Locale.ROOT, "%s\t%.3f\t%s%n", term.word(), terms.getOrDefault(term, 0.0), term.meaning()));
        }
        return text.toString();
    }
}
