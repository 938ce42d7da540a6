package scenariorca.logs;

import java.util.List;
import java.util.function.Consumer;

/**
 * Where log events come from: a log service, files, a simulation. The contract, for all of them:
 * <ul>
 *   <li>every event of the group with {@code from <= timestamp < to} that the source has is handed over at least once;
 *       an event may come twice, with the same id;
 *   <li>pages come one by one in the caller's thread, none is empty, none is larger than {@link #maxPageEvents};
 *   <li>within one answer the order is not promised: a source may read streams or time slices one after the other;
 *   <li>after {@code maxEvents} events it stops, and {@code completeTo} says up to where nothing is missing;
 *   <li>a group that a source knows not to be there is a failure: what is created later must not count as read; where a source
 *       cannot tell, it has no events, and that is complete;
 *   <li>it may do input and output; when the source cannot be reached it throws, and pages already handed over stay valid.
 * </ul>
 */
public interface LogSource {
    /** Hands the events over, page by page, and says how far the answer is complete. */
    LogFetch fetch(LogRequest request, Consumer<List<RawLogEvent>> pages);

    /** The largest page this source hands over. */
    int maxPageEvents();

    /** Whether it hands over only those events of a group that were looked for: that says nothing of how far it is read. */
    default boolean isSearch() {
        return false;
    }
}
