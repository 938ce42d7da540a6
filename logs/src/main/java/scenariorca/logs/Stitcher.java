package scenariorca.logs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Joins the events into which a log agent cut one message: a stack trace, a line that a container's runtime or an agent
 * cut, what a database says more of an error. Per stream, in the order given; events of different streams may be mixed.
 * Time is event time. Confined to one thread.
 */
public final class Stitcher {
    /** What a message may grow to; what comes after is left out and the event says so. */
    static final int MAX_PARTS = 1_000;

    static final int MAX_CHARS = 262_144;
    /** A part that comes later than this after the one before starts a message of its own. */
    static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Streams waited for at once; the one waited for longest is let go. */
    static final int MAX_STREAMS = 10_000;

    private final Map<List<String>, OpenStream> streams = new LinkedHashMap<>();
    /** Ids remembered, to recognise an event that comes again; a copy that comes later still is a line of its own. */
    static final int MAX_SEEN = 50_000;

    private final Set<String> seen = new LinkedHashSet<>();
    private long cutParts;
    private long copies;

    /** Takes one event; returns those that are complete now, in the order of their first parts within a stream. */
    public List<LogEvent> add(RawLogEvent stored) {
        RawLogEvent event = stored.decoded();
        if (!isNew(event)) {
            copies++;
            return List.of();
        }
        Optional<ContainerLine> container = ContainerLine.read(event.message());
        // What a container writes to its two outputs arrives in one stream of the service, mixed.
        List<String> key = List.of(
                event.group(),
                event.stream(),
                container.map(ContainerLine::stream).orElse(""));
        var complete = new ArrayList<LogEvent>();
        OpenStream stream = streams.remove(key);
        if (stream == null) {
            stream = new OpenStream();
            if (streams.size() >= MAX_STREAMS) {
                Iterator<OpenStream> eldest = streams.values().iterator();
                eldest.next().flush(complete);
                eldest.remove();
            }
        }
        streams.put(key, stream);
        cutParts += stream.add(new OpenMessage(event, container.orElse(null)), complete);
        return complete;
    }

    /** Whether a message can only be the rest of another one, such as a frame of a stack trace. */
    public static boolean isRest(String message) {
        return Continuation.isRest(message);
    }

    /** Everything still waited for: nothing more will come. */
    public List<LogEvent> flush() {
        var rest = new ArrayList<LogEvent>();
        streams.values().forEach(stream -> stream.flush(rest));
        streams.clear();
        return rest;
    }

    /** Parts left out because their message had grown too long. */
    public long cutParts() {
        return cutParts;
    }

    private boolean isNew(RawLogEvent event) {
        String id = event.group() + " " + event.eventId();
        if (seen.size() >= MAX_SEEN && !seen.contains(id)) {
            Iterator<String> eldest = seen.iterator();
            eldest.next();
            eldest.remove();
        }
        return seen.add(id);
    }

    /** Events that came again soon after the first time, and were left out: a copy must not go into another message. */
    public long copies() {
        return copies;
    }
}
