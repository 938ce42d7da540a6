package scenariorca.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import scenariorca.logs.LogParser;
import scenariorca.logs.RawLogEvent;

/**
 * Gives the events of one file what they lack: a group and a time from their neighbours, and an id that is the same
 * whenever the file is read.
 */
final class EventNaming {
    /** The longest event that CloudWatch takes; longer text is cut there, and counts as broken. */
    static final int MAX_MESSAGE_CHARS = 1 << 20;

    private static final int MAX_WAITING_EVENTS = 1_000;
    private static final int MAX_WAITING_CHARS = 4 << 20;
    private static final int MAX_SAME_TIME = 100_000;
    private static final int ID_BYTES = 16;

    private record Waiting(FoundEvent event, long line) {}

    private final LogFile file;
    private final GroupNames names;
    private final EventSink sink;
    private final LogParser parser = new LogParser();
    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<Integer, Integer> sameTime = new HashMap<>();
    private int waitingChars;
    private @Nullable String group;
    private @Nullable Instant time;

    EventNaming(LogFile file, GroupNames names, EventSink sink) {
        this.file = file;
        this.names = names;
        this.sink = sink;
    }

    void take(FoundEvent event, long line) {
        Instant timestamp = event.timestamp();
        if (timestamp == null) {
            takeWithoutTime(event, line);
            return;
        }
        if (!timestamp.equals(time)) {
            sameTime.clear();
        }
        time = timestamp;
        boolean isMisnamed = isMisnamed(event);
        group = event.group() == null || isMisnamed ? group : event.group();
        releaseWaiting();
        emit(event, line, timestamp, isMisnamed);
    }

    /** A line as a program writes it, at the time it tells. @return false when it tells none */
    boolean takeOwn(String text, long line) {
        Instant written = parser.writtenAt(text, neighbourTime());
        if (written == null) {
            return false;
        }
        take(new FoundEvent(null, file.name(), null, written, null, text), line);
        return true;
    }

    /** Whether a time was told so far. */
    boolean isDated() {
        return time != null;
    }

    /** A line below another one, such as a frame of a stack trace. */
    void takeBelow(String text, long line) {
        take(new FoundEvent(null, file.name(), null, neighbourTime(), null, text), line);
    }

    void takeBroken(String text, long line) {
        takeWithoutTime(new FoundEvent(null, file.name(), null, null, null, text), line);
    }

    /** Hands over what still waits for a neighbour. */
    void finish() {
        releaseWaiting();
    }

    private boolean isMisnamed(FoundEvent event) {
        return event.group() != null && !names.isGroup(event.group());
    }

    private void takeWithoutTime(FoundEvent event, long line) {
        if (time == null && waiting.size() < MAX_WAITING_EVENTS && waitingChars < MAX_WAITING_CHARS) {
            waiting.add(new Waiting(event, line));
            waitingChars += text(event).length();
            return;
        }
        releaseWaiting();
        emit(event, line, neighbourTime(), true);
    }

    private void releaseWaiting() {
        if (waiting.isEmpty()) {
            return;
        }
        Instant near = neighbourTime();
        waiting.forEach(early -> emit(early.event(), early.line(), near, true));
        waiting.clear();
        waitingChars = 0;
    }

    /** The time of the event before, else of the first one behind, else of the file. */
    private Instant neighbourTime() {
        return Objects.requireNonNullElse(time, file.modifiedAt());
    }

    private void emit(FoundEvent event, long line, Instant timestamp, boolean isBroken) {
        String message = text(event);
        boolean isLong = message.length() > MAX_MESSAGE_CHARS;
        String own = event.group();
        if (own == null || isMisnamed(event)) {
            own = group == null ? names.fallback(file) : group;
        }
        String stream = Objects.requireNonNullElse(event.stream(), file.parent());
        String id = event.id();
        if (id == null) {
            id = isBroken
                    ? id(own, file.name(), message, line)
                    : id(own, stream, message, repetition(message), timestamp);
        }
        String kept = isLong ? message.substring(0, MAX_MESSAGE_CHARS) : message;
        sink.accept(new RawLogEvent(own, stream, id, timestamp, event.ingestedAt(), kept), isBroken || isLong);
    }

    private static String text(FoundEvent event) {
        return Objects.requireNonNullElse(event.message(), "");
    }

    /** Which of the events with this text and time it is: two equal ones are two events. */
    private int repetition(String message) {
        return sameTime.size() >= MAX_SAME_TIME ? 0 : sameTime.merge(message.hashCode(), 1, Integer::sum);
    }

    private static String id(Object... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object part : parts) {
                digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
