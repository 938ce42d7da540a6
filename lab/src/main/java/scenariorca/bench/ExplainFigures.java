package scenariorca.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * How long explanations take over HTTP, one after the other, none of them kept.
 *
 * @param metrics the figures the targets are about
 * @param histories one a length of history, the shortest first
 */
public record ExplainFigures(Metrics metrics, List<History> histories) {
    private static final double MS_P95 = 100;

    /**
     * The figures the targets are about.
     *
     * @param msP95 95th percentile in milliseconds, with the shortest history
     * @param historyRatio calculations of the longest history over those of the shortest
     * @param msRatio 95th percentile with the longest history over that with the shortest
     */
    public record Metrics(@JsonProperty("ms_p95") double msP95, double historyRatio, double msRatio) {}

    /**
     * One length of history.
     *
     * @param runs of the warehouse
     * @param calculations of the warehouse
     * @param asked failed runs asked about
     */
    public record History(
            double scale, long runs, long calculations, int asked, double msP50, double msP95, double msMax) {}

    static ExplainFigures of(List<History> histories) {
        History least = histories.getFirst();
        History most = histories.getLast();
        return new ExplainFigures(
                new Metrics(
                        least.msP95(),
                        most.calculations() / (double) least.calculations(),
                        most.msP95() / least.msP95()),
                List.copyOf(histories));
    }

    /** Whether it is fast enough and grows slower than history. */
    public boolean isOnTarget() {
        return metrics.msP95() < MS_P95 && (histories.size() < 2 || metrics.msRatio() < metrics.historyRatio());
    }
}
