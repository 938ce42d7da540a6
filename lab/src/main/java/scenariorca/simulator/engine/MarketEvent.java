package scenariorca.simulator.engine;

import java.util.UUID;

/**
 * A market event that changes one product's share in the branch "with events".
 *
 * @param node the treatment share it acts on, by index
 * @param data year, share_value (the most it takes, 0 to 1), erosion_rate (share of that reached per year), entry_quarter
 */
public record MarketEvent(UUID eventDataId, int node, Input data) {
    /** The part of the share that is left in a year: 1 before the event, then falling to 1 - share_value. */
    public double left(int year) {
        int since = year - data.whole("year");
        if (since < 0) {
            return 1;
        }
        double reached = Math.min(1, data.number("erosion_rate") * (since + 1.25 - data.number("entry_quarter") / 4));
        return 1 - data.number("share_value") * reached;
    }
}
