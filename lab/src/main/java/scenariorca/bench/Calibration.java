package scenariorca.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import scenariorca.diagnosis.VerdictClass;
import scenariorca.diagnosis.Weights;

/**
 * Fits how scores become probabilities, and when a cause is named, on platforms left out: each case is judged by weights that
 * were fitted without its domain.
 */
final class Calibration {
    private static final int ROUNDS = 2_000;
    private static final double STEP = 0.5;
    private static final double LEAST = 1e-6;

    /** Share of what is named that must be right. */
    private static final double PRECISION = 0.97;

    /** Share of cases without an input cause that may be said to have one. */
    private static final double FALSE_BLAME = 0.02;

    private static final double LIKELY = 0.5;
    private static final double CAUTIOUS = 0.9;
    private static final double MOST_CAUTIOUS = 0.95;
    private static final int ENOUGH = 20;
    private static final double LEAST_SAID = 0.3;

    /**
     * The first suspect of a case left out.
     *
     * @param odds log-odds before calibration
     */
    private record Top(double odds, boolean isRight, double inputShare, boolean isInput) {}

    private final Weights start;

    Calibration(Weights start) {
        this.start = start;
    }

    /** The weights fitted on all cases, with settings fitted on domains left out. */
    Weights fit(List<FitCase> cases) {
        List<Top> tops = new ArrayList<>();
        for (String domain : new TreeSet<>(cases.stream().map(FitCase::domain).toList())) {
            Weights without = new WeightFit(start)
                    .fit(cases.stream()
                            .filter(one -> !one.domain().equals(domain))
                            .toList());
            cases.stream()
                    .filter(one ->
                            one.domain().equals(domain) && !one.suspects().isEmpty())
                    .forEach(one -> tops.add(top(one, without)));
        }
        double[] line = line(tops);
        Map<Weights.Setting, Double> settings = new EnumMap<>(Weights.Setting.class);
        settings.put(Weights.Setting.SLOPE, line[0]);
        settings.put(Weights.Setting.OFFSET, line[1]);
        settings.put(Weights.Setting.NAME, threshold(tops, line));
        settings.put(Weights.Setting.SAY_INPUT, sayInput(tops));
        settings.put(Weights.Setting.SAY_OTHER, LEAST_SAID);
        Weights all = new WeightFit(start).fit(cases);
        return new Weights(all.priors(), all.terms(), settings);
    }

    private static Top top(FitCase one, Weights weights) {
        double[] scores = one.suspects().stream()
                .mapToDouble(suspect -> score(suspect, weights))
                .toArray();
        double all = 0;
        double inputs = 0;
        int best = 0;
        for (int number = 0; number < scores.length; number++) {
            best = scores[number] > scores[best] ? number : best;
        }
        for (int number = 0; number < scores.length; number++) {
            double share = StrictMath.exp(scores[number] - scores[best]);
            all += share;
            inputs += one.suspects().get(number).verdictClass() == VerdictClass.INPUT ? share : 0;
        }
        double raw = Math.clamp(1 / all, LEAST, 1 - LEAST);
        FitCase.Suspect first = one.suspects().get(best);
        boolean isInput = one.suspects().stream()
                .anyMatch(suspect -> suspect.isGuilty() && suspect.verdictClass() == VerdictClass.INPUT);
        return new Top(StrictMath.log(raw / (1 - raw)), first.isGuilty(), inputs / all, isInput);
    }

    static double score(FitCase.Suspect suspect, Weights weights) {
        return weights.score(suspect.verdictClass(), suspect.terms());
    }

    /** Slope and offset by which log-odds become the share that is right. */
    private static double[] line(List<Top> tops) {
        double slope = 1;
        double offset = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double bySlope = 0;
            double byOffset = 0;
            for (Top top : tops) {
                double miss = logistic(slope * top.odds() + offset) - (top.isRight() ? 1 : 0);
                bySlope += miss * top.odds();
                byOffset += miss;
            }
            slope = Math.max(LEAST, slope - STEP * bySlope / tops.size() / 10);
            offset -= STEP * byOffset / tops.size();
        }
        return new double[] {slope, offset};
    }

    private static double logistic(double odds) {
        return 1 / (1 + StrictMath.exp(-odds));
    }

    /** The least probability from which on so many of those named are right; a high one when there is none such. */
    private static double threshold(List<Top> tops, double[] line) {
        List<Top> ordered = tops.stream()
                .sorted(Comparator.comparingDouble((Top top) -> -top.odds()))
                .toList();
        double least = ordered.size() < ENOUGH ? LIKELY : CAUTIOUS;
        int right = 0;
        for (int number = 0; number < ordered.size(); number++) {
            right += ordered.get(number).isRight() ? 1 : 0;
            boolean isEnough = number + 1 >= ENOUGH && right >= PRECISION * (number + 1);
            if (isEnough && number + 1 == ordered.size()) {
                least = LIKELY; // nothing below was wrong
            } else if (isEnough) {
                least = logistic(line[0] * ordered.get(number).odds() + line[1]);
            }
        }
        return Math.max(LIKELY, least);
    }

    /** The least share of all suspicion on inputs from which on hardly any case without an input cause is blamed on one. */
    private static double sayInput(List<Top> tops) {
        double[] innocent = tops.stream()
                .filter(top -> !top.isInput())
                .mapToDouble(Top::inputShare)
                .sorted()
                .toArray();
        if (innocent.length < ENOUGH) {
            return 0.6;
        }
        int allowed = (int) Math.floor(FALSE_BLAME * innocent.length);
        return Math.clamp(innocent[innocent.length - 1 - allowed] + LEAST, 0.4, MOST_CAUTIOUS);
    }
}
