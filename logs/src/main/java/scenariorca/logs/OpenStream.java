package scenariorca.logs;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** The messages of one stream that may go on: the last one, and those before it whose trace was interrupted just now. */
final class OpenStream {
    /** A trace into which other lines were mixed goes on this soon, or not at all. */
    private static final Duration MIXED = Duration.ofMillis(50);
    /** Lines that may be mixed into a trace. */
    private static final int MAX_OPEN = 16;

    /** In the order of their first parts. */
    private final Deque<OpenMessage> messages = new ArrayDeque<>();

    /** Takes one event as a message, adds what is complete now, and returns the parts left out: 0 or 1. */
    int add(OpenMessage next, List<LogEvent> complete) {
        OpenMessage last = messages.peekLast();
        if (last != null && last.isCut() && last.accepts(next)) {
            return last.append(next);
        }
        for (Iterator<OpenMessage> latest = messages.descendingIterator(); latest.hasNext(); ) {
            OpenMessage message = latest.next();
            boolean isSoon = message == last || message.pause(next).compareTo(MIXED) <= 0;
            if (isSoon && message.isInTrace(next)) {
                return message.append(next);
            }
        }
        if (last != null && last.accepts(next)) {
            return last.append(next);
        }
        messages.addLast(next);
        while (messages.size() > 1 && isComplete(messages.getFirst(), next)) {
            complete.add(messages.removeFirst().event());
        }
        return 0;
    }

    private boolean isComplete(OpenMessage first, OpenMessage next) {
        return messages.size() > MAX_OPEN
                || !first.isInTrace()
                || first.pause(next).compareTo(MIXED) > 0;
    }

    void flush(List<LogEvent> complete) {
        messages.forEach(message -> complete.add(message.event()));
        messages.clear();
    }
}
