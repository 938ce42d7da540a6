package scenariorca.diagnosis.evidence;

import java.util.Comparator;
import java.util.List;
import scenariorca.scenario.NodeId;

/**
 * Values of an input one after the other, such as those of all months: a list, or an object with a number in every key.
 *
 * @param nodeId whose input it is
 * @param path where it stands. Example: {@code demand.monthly}
 * @param length how many there are, 3 and more
 * @param keys of an object in order, at most 200; of a list what identifies its elements, none when that is the index
 */
public record Series(NodeId nodeId, String path, int length, List<String> keys) {
    static final Comparator<Series> ORDER = Comparator.comparing(Series::nodeId).thenComparing(Series::path);

    public Series {
        keys = List.copyOf(keys);
    }
}
