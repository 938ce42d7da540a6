package scenariorca.logs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joins the events into which a log agent cut one message, most often a stack trace. Per stream, in the order given;
 * events of different streams may be mixed. Time is event time. Confined to one thread.
 */
public final class Stitcher {
    /** What a message may grow to; what comes after is left out and the event says so. */
    static final int MAX_PARTS = 1_000;

    static final int MAX_CHARS = 262_144;
    /** A part that comes later than this after the one before starts a message of its own. */
    static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Streams waited for at once; the one waited for longest is let go. */
    static final int MAX_STREAMS = 10_000;

    private final Map<List<String>, Pending> pendings = new LinkedHashMap<>();
    /** Ids remembered, to recognise an event that comes again; a copy that comes later still is a line of its own. */
    static final int MAX_SEEN = 50_000;

    private final Set<String> seen = new LinkedHashSet<>();
    private long cutParts;
    private long copies;

    /** A message that may go on. */
    private static final class Pending {
        final RawLogEvent first;
        final StringBuilder text = new StringBuilder();
        final Continuation continuation = new Continuation();
        final List<LogEvent.Part> laterParts = new ArrayList<>();
        final List<String> unread = new ArrayList<>();
        RawLogEvent last;
        int parts = 1;
        boolean isCut;

        Pending(RawLogEvent first) {
            this.first = first;
            this.last = first;
            text.append(first.message());
            unread.add(first.message());
        }

        /** Looks closely only when an event comes that might go on with this one: few do. */
        boolean accepts(String message) {
            if (!Continuation.isPossible(message)) {
                return false;
            }
            unread.forEach(text -> text.lines().forEach(continuation::read));
            unread.clear();
            return continuation.accepts(message);
        }

        LogEvent event() {
            return new LogEvent(
                    first.group(),
                    first.stream(),
                    first.eventId(),
                    first.timestamp(),
                    first.ingestedAt(),
                    text.toString(),
                    parts,
                    laterParts,
                    isCut);
        }
    }

    /** Takes one event; returns those that are complete now, in the order of their first parts within a stream. */
    public List<LogEvent> add(RawLogEvent stored) {
        RawLogEvent event = stored.decoded();
        if (!isNew(event)) {
            copies++;
            return List.of();
        }
        var complete = new ArrayList<LogEvent>();
        List<String> key = List.of(event.group(), event.stream());
        Pending pending = pendings.get(key);
        if (pending != null && belongs(pending, event)) {
            append(pending, event);
            return complete;
        }
        if (pending != null) {
            complete.add(pending.event());
            pendings.remove(key);
        }
        if (pendings.size() >= MAX_STREAMS) {
            List<String> eldest = pendings.keySet().iterator().next();
            Pending oldest = pendings.remove(eldest);
            if (oldest != null) {
                complete.add(oldest.event());
            }
        }
        pendings.put(key, new Pending(event));
        return complete;
    }

    /** Whether a message can only be the rest of another one, such as a frame of a stack trace. */
    public static boolean isRest(String message) {
        return Continuation.isRest(message);
    }

    /** Everything still waited for: nothing more will come. */
    public List<LogEvent> flush() {
        List<LogEvent> rest = pendings.values().stream().map(Pending::event).toList();
        pendings.clear();
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

    private static boolean belongs(Pending pending, RawLogEvent event) {
        Duration pause = Duration.between(pending.last.timestamp(), event.timestamp());
        boolean isPrompt = pause.abs().compareTo(PATIENCE) <= 0;
        return isPrompt && pending.accepts(event.message());
    }

    private void append(Pending pending, RawLogEvent event) {
        pending.last = event;
        pending.parts++;
        if (pending.parts <= MAX_PARTS) {
            pending.laterParts.add(new LogEvent.Part(event.eventId(), event.timestamp()));
        }
        pending.unread.add(event.message());
        boolean isRoom = pending.parts <= MAX_PARTS
                && pending.text.length() + event.message().length() < MAX_CHARS;
        if (isRoom) {
            pending.text.append('\n').append(event.message());
        } else {
            pending.isCut = true;
            cutParts++;
        }
    }
}
