package scenariorca.simulator.engine;

import java.util.List;
import java.util.Map;

/** How many patients there are: population, disease, diagnosis, segments, lines of therapy. */
final class PatientFormulas {
    private PatientFormulas() {}

    static double[] horizon(Cell cell) {
        return cell.perYear((index, year) -> year);
    }

    /** The first year and the number of years, from the horizon's own input. */
    static int[] years(Input horizon) {
        int start = horizon.whole("start_year");
        int end = horizon.whole("end_year");
        if (end < start) {
            throw new IllegalArgumentException(Message.of("end_year %d is before start_year %d", end, start));
        }
        return new int[] {start, Math.addExact(Math.subtractExact(end, start), 1)};
    }

    static double[] population(Cell cell) {
        ask(cell.conditions(), Conditions.REFERENCE, 8080);
        String dataset = cell.input().text("source_dataset");
        if (dataset != null && cell.conditions().lateDatasets().contains(dataset)) {
            throw new PlatformFailure(
                    "com.forecast.upstream.IncompleteDatasetException",
                    Message.of("Dataset %s is incomplete: 11 of 12 periods delivered", dataset));
        }
        double size = cell.input().number("market_size");
        double growth = cell.input().number("growth_rate");
        int base = cell.input().whole("start_year");
        if (size < 0) {
            throw new IllegalArgumentException(Message.of("market_size must not be negative but is %.0f", size));
        }
        return cell.perYear((index, year) -> size * Growth.power(1 + growth, year - base));
    }

    static double[] epidemiology(Cell cell) {
        double rate = fraction("rate", cell.input().number("rate"));
        double[] population = cell.parent(NodeKind.POPULATION);
        return cell.perYear((index, year) -> {
            double patients = population[index] * yearly(cell.input(), year, rate);
            if (patients < 0) {
                throw new IllegalStateException(Message.of("negative patient count %.0f in %d", patients, year));
            }
            return patients;
        });
    }

    /** The value typed for a year, or {@code otherwise} where none was. */
    private static double yearly(Input input, int year, double otherwise) {
        if (input.keys().get("values") instanceof List<?> values) {
            for (Object value : values) {
                if (value instanceof Map<?, ?> entry && entry.get("year") instanceof java.math.BigDecimal typed) {
                    if (typed.intValue() == year) {
                        return Double.parseDouble(String.valueOf(entry.get("value")));
                    }
                }
            }
        }
        return otherwise;
    }

    static double[] diagnosed(Cell cell) {
        double rate = fraction("diagnosis_rate", cell.input().number("diagnosis_rate"));
        double growth = cell.input().number("growth_rate", 0);
        double[] patients = cell.first();
        return cell.perYear((index, year) -> patients[index] * Math.min(1, rate * Growth.power(1 + growth, index)));
    }

    static double[] segment(Cell cell) {
        double share = cell.input().number("segment_share");
        if (share < 0) {
            throw new IllegalArgumentException("segment share is negative: " + share);
        }
        double[] patients = cell.parent(NodeKind.DIAGNOSED);
        return cell.perYear((index, year) -> patients[index] * share);
    }

    static double[] segmentSplit(Cell cell) {
        double[] whole = cell.parent(NodeKind.DIAGNOSED);
        var segments = cell.parents(NodeKind.SEGMENT);
        double tolerance = cell.input().number("tolerance");
        return cell.perYear((index, year) -> {
            double sum = 0;
            for (Cell.Parent segment : segments) {
                sum += segment.values()[index];
            }
            if (sum > whole[index] * (1 + tolerance) + 1e-6) {
                throw new IllegalStateException(
                        Message.of("segments hold %.1f%% of diagnosed patients in %d", 100 * sum / whole[index], year));
            }
            return sum;
        });
    }

    static double[] line(Cell cell) {
        int line = cell.input().whole("line_of_therapy");
        if (line < 1 || line > 5) {
            throw new IllegalArgumentException("line_of_therapy must be 1 to 5, was " + line);
        }
        double treated = cell.input().number("treated_rate");
        double progression = fraction("progression_rate", cell.input().number("progression_rate"));
        double reach = Growth.power(progression, line - 1);
        if (treated < 0 || treated > 1) {
            throw new IllegalStateException("more patients treated than there are: rate " + treated);
        }
        double[] patients = cell.parent(NodeKind.SEGMENT);
        return cell.perYear((index, year) -> patients[index] * treated * reach);
    }

    static double fraction(String key, double value) {
        if (value < 0 || value > 1) {
            throw new IllegalArgumentException(Message.of("%s must be a fraction between 0 and 1, got %s", key, value));
        }
        return value;
    }

    /** Calls a service, which refuses when it is down. */
    static void ask(Conditions conditions, String service, int port) {
        if (conditions.servicesDown().contains(service)) {
            throw new PlatformFailure(
                    "java.net.ConnectException",
                    Message.of("Connection refused: %s.forecast.internal:%d", service, port));
        }
    }
}
