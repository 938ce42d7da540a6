package scenariorca.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How fast the API answers, beside the bare SQL of the same questions.
 *
 * @param connections at once to the server. Example: 32
 * @param endpoints what was measured of each
 * @param metrics the least ratios over all endpoints, which the target is about
 */
public record ApiFigures(int connections, List<EndpointFigures> endpoints, Map<String, Double> metrics) {
    /** An answer from an unchanged warehouse must be this many times faster than its bare SQL. */
    public static final double TARGET = 3.0;

    private static final String KEPT = "min_kept_ratio";
    private static final String NOT_MODIFIED = "min_not_modified_ratio";

    static ApiFigures of(int connections, List<EndpointFigures> endpoints) {
        var metrics = new TreeMap<String, Double>();
        metrics.put(KEPT, least(endpoints, EndpointFigures::keptRatio));
        metrics.put(NOT_MODIFIED, least(endpoints, EndpointFigures::notModifiedRatio));
        metrics.put("min_uncached_ratio", least(endpoints, EndpointFigures::uncachedRatio));
        return new ApiFigures(connections, List.copyOf(endpoints), metrics);
    }

    public boolean isOnTarget() {
        return metrics.getOrDefault(KEPT, 0.0) >= TARGET && metrics.getOrDefault(NOT_MODIFIED, 0.0) >= TARGET;
    }

    private static double least(
            List<EndpointFigures> endpoints, java.util.function.ToDoubleFunction<EndpointFigures> ratio) {
        return endpoints.stream().mapToDouble(ratio).min().orElse(0);
    }

    /**
     * What was measured of one endpoint.
     *
     * @param endpoint its name
     * @param sql the report's statements alone, on 8 threads
     * @param uncached over HTTP, each answer made anew
     * @param kept over HTTP, the answer kept
     * @param notModified over HTTP, with If-None-Match
     * @param uncachedRatio uncached by bare SQL, in answers a second
     * @param keptRatio kept by bare SQL
     * @param notModifiedRatio not modified by bare SQL
     */
    public record EndpointFigures(
            String endpoint,
            Measured sql,
            Measured uncached,
            Measured kept,
            Measured notModified,
            double uncachedRatio,
            double keptRatio,
            double notModifiedRatio) {
        static EndpointFigures of(String endpoint, Measured sql, Measured uncached, Measured kept, Measured same) {
            return new EndpointFigures(
                    endpoint, sql, uncached, kept, same, ratio(uncached, sql), ratio(kept, sql), ratio(same, sql));
        }

        EndpointFigures orFaster(EndpointFigures other) {
            return of(
                    endpoint,
                    sql.orFaster(other.sql),
                    uncached.orFaster(other.uncached),
                    kept.orFaster(other.kept),
                    notModified.orFaster(other.notModified));
        }

        private static double ratio(Measured measured, Measured sql) {
            return Math.round(100 * measured.perSecond() / Math.max(sql.perSecond(), 0.1)) / 100.0;
        }
    }
}
