package scenariorca.simulator.varied.engine;

/**
 * The periods a run forecasts.
 *
 * @param startYear year of the first period
 * @param count how many periods
 * @param perYear periods a year: 1, 4 or 12
 */
public record Horizon(int startYear, int count, int perYear) {
    /** How a period is called. Examples: 2027, 2027-Q3, 2027-09. */
    public String label(int period) {
        int year = startYear + period / perYear;
        int part = period % perYear + 1;
        return switch (perYear) {
            case 1 -> String.valueOf(year);
            case 4 -> year + "-Q" + part;
            default -> year + (part < 10 ? "-0" : "-") + part;
        };
    }

    public Horizon withCount(int periods) {
        return new Horizon(startYear, periods, perYear);
    }
}
