package scenariorca.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.Curve;
import scenariorca.diagnosis.EvidenceTerm;
import scenariorca.diagnosis.VerdictClass;
import scenariorca.diagnosis.Weights;

/**
 * Fits what each term weighs: conditional logistic regression, the suspects of a run competing for it, each weight held to the
 * sign of its term and drawn towards what is believed of it before. A term no case shows stays what it is in the
 * table one starts from. The same cases give the same table.
 */
final class WeightFit {
    private static final int ROUNDS = 600;
    private static final double STEP = 0.05;
    private static final double MEMORY = 0.9;
    private static final double SQUARES_MEMORY = 0.99;
    private static final double TINY = 1e-8;

    /** How strongly a weight is drawn back: as if it had been seen to weigh that much once or twice. */
    private static final double DRAWN = 1;

    /** How recently somebody made a mistake is a habit of whoever simulates: it is hardly learned. */
    private static final double STIFF = 30;

    /** How a belief is divided between the parts of a curve. */
    private static final double[] BELIEVED = {0.4, 0.6, 0};

    private final Weights start;
    private final Map<Parameter, Integer> index = new HashMap<>();
    private final List<Parameter> parameters = new ArrayList<>();

    /**
     * A number to be fitted.
     *
     * @param term the term one part of which it weighs; null for the prior of the class
     */
    private record Parameter(
            VerdictClass verdictClass, @Nullable EvidenceTerm term, int part) {
        /** Nothing is believed of a class before it is seen. */
        double origin() {
            return term == null ? 0 : term.belief() * BELIEVED[part];
        }

        double drawn() {
            return term == null ? 0 : term == EvidenceTerm.RECENCY ? DRAWN * STIFF : DRAWN;
        }

        double signed(double weight) {
            return term == null ? weight : term.sign() > 0 ? Math.max(0, weight) : Math.min(0, weight);
        }
    }

    /** A suspect as its parameters and their shares. */
    private record Row(boolean isGuilty, int[] at, double[] shares) {}

    WeightFit(Weights start) {
        this.start = start;
    }

    /** The weights that make the guilty of these cases likeliest; settings stay those it started from. */
    Weights fit(List<FitCase> cases) {
        List<List<Row>> rows = new ArrayList<>();
        for (FitCase one : cases) {
            if (one.isLearnable()) {
                rows.add(one.suspects().stream().map(this::row).toList());
            }
        }
        return table(descend(rows));
    }

    private Row row(FitCase.Suspect suspect) {
        List<Map.Entry<EvidenceTerm, Double>> terms = suspect.terms().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList();
        int[] at = new int[terms.size() * Curve.PARTS + 1];
        double[] shares = new double[at.length];
        at[0] = parameter(new Parameter(suspect.verdictClass(), null, 0));
        shares[0] = 1;
        int next = 1;
        for (Map.Entry<EvidenceTerm, Double> term : terms) {
            double[] parts = Curve.parts(term.getValue());
            for (int part = 0; part < Curve.PARTS; part++) {
                at[next] = parameter(new Parameter(suspect.verdictClass(), term.getKey(), part));
                shares[next] = parts[part];
                next++;
            }
        }
        return new Row(suspect.isGuilty(), at, shares);
    }

    private int parameter(Parameter parameter) {
        return index.computeIfAbsent(parameter, known -> {
            parameters.add(known);
            return parameters.size() - 1;
        });
    }

    /** Gradient steps of a size of its own for each weight, each followed by putting weights of the wrong sign to zero. */
    private double[] descend(List<List<Row>> rows) {
        double[] weights = parameters.stream().mapToDouble(Parameter::origin).toArray();
        double[] mean = new double[weights.length];
        double[] squares = new double[weights.length];
        for (int round = 1; round <= ROUNDS; round++) {
            double[] slope = slope(rows, weights);
            double step = STEP * (1 - 0.9 * round / ROUNDS);
            for (int at = 0; at < weights.length; at++) {
                mean[at] = MEMORY * mean[at] + (1 - MEMORY) * slope[at];
                squares[at] = SQUARES_MEMORY * squares[at] + (1 - SQUARES_MEMORY) * slope[at] * slope[at];
                double unbiased = mean[at] / (1 - StrictMath.pow(MEMORY, round));
                double spread = Math.sqrt(squares[at] / (1 - StrictMath.pow(SQUARES_MEMORY, round)));
                weights[at] = parameters.get(at).signed(weights[at] - step * unbiased / (spread + TINY));
            }
        }
        return weights;
    }

    private double[] slope(List<List<Row>> rows, double[] weights) {
        double[] slope = new double[weights.length];
        for (List<Row> suspects : rows) {
            double[] scores =
                    suspects.stream().mapToDouble(row -> score(row, weights)).toArray();
            double highest = Arrays.stream(scores).max().orElse(0);
            double all = 0;
            double guilty = 0;
            for (int number = 0; number < scores.length; number++) {
                scores[number] = StrictMath.exp(scores[number] - highest);
                all += scores[number];
                guilty += suspects.get(number).isGuilty() ? scores[number] : 0;
            }
            for (int number = 0; number < scores.length; number++) {
                Row row = suspects.get(number);
                double pull = scores[number] / all - (row.isGuilty() ? scores[number] / Math.max(guilty, TINY) : 0);
                for (int term = 0; term < row.at().length; term++) {
                    slope[row.at()[term]] += pull * row.shares()[term];
                }
            }
        }
        for (int at = 0; at < slope.length; at++) {
            Parameter parameter = parameters.get(at);
            slope[at] = (slope[at] + parameter.drawn() * (weights[at] - parameter.origin())) / Math.max(1, rows.size());
        }
        return slope;
    }

    private static double score(Row row, double[] weights) {
        double score = 0;
        for (int term = 0; term < row.at().length; term++) {
            score += weights[row.at()[term]] * row.shares()[term];
        }
        return score;
    }

    private Weights table(double[] weights) {
        Map<VerdictClass, Double> priors = new EnumMap<>(VerdictClass.class);
        priors.putAll(start.priors());
        Map<VerdictClass, Map<EvidenceTerm, Curve>> terms = new EnumMap<>(VerdictClass.class);
        start.terms().forEach((verdictClass, known) -> {
            Map<EvidenceTerm, Curve> copy = new EnumMap<>(EvidenceTerm.class);
            copy.putAll(known);
            terms.put(verdictClass, copy);
        });
        for (int at = 0; at < weights.length; at++) {
            Parameter parameter = parameters.get(at);
            if (parameter.term() == null) {
                priors.put(parameter.verdictClass(), weights[at]);
            } else if (parameter.part() == 0) { // its other parts follow it
                terms.computeIfAbsent(parameter.verdictClass(), any -> new EnumMap<>(EvidenceTerm.class))
                        .put(parameter.term(), new Curve(weights[at], weights[at + 1], weights[at + 2]));
            }
        }
        return new Weights(priors, terms, start.settings());
    }
}
