package scenariorca.simulator.varied.voice;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A line before it has a format.
 *
 * @param at what the host's clock says
 * @param level DEBUG, INFO, WARN or ERROR
 * @param ids names and values of ids, in order; none for a line that belongs to nothing
 * @param bare an id that stands in brackets before the message; empty for none
 * @param trace lines of a stack trace; none mostly
 */
public record SpokenLine(
        Instant at,
        String level,
        String logger,
        String message,
        Map<String, String> ids,
        String bare,
        List<String> trace) {
    public SpokenLine {
        trace = List.copyOf(trace);
    }

    public SpokenLine with(List<String> lines) {
        return new SpokenLine(at, level, logger, message, ids, bare, lines);
    }
}
