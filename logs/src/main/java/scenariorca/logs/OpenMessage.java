package scenariorca.logs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message that may go on. */
final class OpenMessage {
    /** A trace that begins later than this after a message is not that message's. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final RawLogEvent first;
    private final @Nullable ContainerLine container;
    private final StringBuilder text;
    private final Continuation continuation = new Continuation();
    private final List<LogEvent.Part> laterParts = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private final CutJson json = new CutJson();
    private RawLogEvent last;
    private @Nullable ContainerLine lastContainer;
    private int parts = 1;
    private int jsonRead;
    private boolean isTooLong;

    /** @param container what the event is when it is a container's line; null when it is none */
    OpenMessage(RawLogEvent first, @Nullable ContainerLine container) {
        this.first = first;
        this.container = container;
        this.last = first;
        this.lastContainer = container;
        this.text = new StringBuilder(container == null ? first.message() : container.text());
        this.unread.add(text.toString());
    }

    /** How long after this message another one came. */
    Duration pause(OpenMessage next) {
        return Duration.between(last.timestamp(), next.first.timestamp()).abs();
    }

    /** Whether a trace is under way that the other message goes on with, whatever came between them. */
    boolean isInTrace(OpenMessage next) {
        return isPrompt(next)
                && Continuation.isPossible(next.written())
                && isInTrace()
                && continuation.isInTrace(next.written());
    }

    /** Whether a trace is under way. */
    boolean isInTrace() {
        if (unread.size() == 1 && parts == 1 && !mayBeTrace()) {
            return false;
        }
        readOn();
        return continuation.isInTrace();
    }

    /** Most messages are one line that begins no trace: told without looking closely. */
    private boolean mayBeTrace() {
        return text.indexOf("\n") >= 0 || scenariorca.errors.OpenTrace.isHead(unread.get(0));
    }

    /** Whether it was cut by an agent or by the container's runtime. */
    boolean isCut() {
        return lastContainer != null && lastContainer.isPart() || isCutJson();
    }

    /** Whether the other message is the rest of this one. Looks closely only when it can be: few can. */
    boolean accepts(OpenMessage next) {
        if (!isPrompt(next)) {
            return false;
        }
        if (isWithinLine(next)) {
            return true;
        }
        String written = next.written();
        if (isCutJson()) {
            return isRestOfJson(written);
        }
        if (!Continuation.isPossible(written)) {
            return false;
        }
        readOn();
        return continuation.accepts(written, pause(next).compareTo(AT_ONCE) <= 0);
    }

    private boolean isPrompt(OpenMessage next) {
        return pause(next).compareTo(Stitcher.PATIENCE) <= 0;
    }

    private void readOn() {
        unread.forEach(part -> part.lines().forEach(continuation::read));
        unread.clear();
    }

    /** Whether the runtime cut one line; without line ends on either side it stores none, and nothing is known. */
    private boolean isWithinLine(OpenMessage next) {
        if (lastContainer == null || next.container == null) {
            return false;
        }
        return lastContainer.isPart() || !lastContainer.isEnded() && next.container.isEnded();
    }

    private boolean isCutJson() {
        if (text.isEmpty() || text.charAt(0) != '{' || parts > Stitcher.MAX_PARTS) {
            return false;
        }
        boolean isWhole = text.charAt(text.length() - 1) == '}' && jsonRead == 0 && text.indexOf("\n") < 0;
        if (isWhole) {
            return false;
        }
        json.read(text.substring(jsonRead));
        jsonRead = text.length();
        return json.isCut();
    }

    /** Whether it can follow where the JSON was cut: a new object or a line with a time is a message of its own. */
    private boolean isRestOfJson(String written) {
        String rest = written.stripLeading();
        if (rest.isEmpty()) {
            return true;
        }
        char start = rest.charAt(0);
        if (json.isInString()) {
            return start != '{' && Timestamps.end(rest) == 0 && rest.indexOf('"') >= 0;
        }
        return start == '{' || start == '['
                ? json.isBeforeValue()
                : start == '"' || start == '}' || start == ']' || start == ',' || start == ':' || json.isBeforeValue();
    }

    /** Adds the rest; returns the parts left out: 0 or 1. */
    int append(OpenMessage next) {
        String written = next.written();
        boolean isLine = !(isWithinLine(next) || isCutJson() && json.isInString());
        last = next.first;
        lastContainer = next.container;
        parts++;
        if (parts <= Stitcher.MAX_PARTS) {
            laterParts.add(new LogEvent.Part(next.first.eventId(), next.first.timestamp()));
        }
        unread.add(written);
        boolean isRoom = parts <= Stitcher.MAX_PARTS && text.length() + written.length() < Stitcher.MAX_CHARS;
        if (!isRoom) {
            isTooLong = true;
            return 1;
        }
        text.append(isLine ? "\n" : "").append(written);
        return 0;
    }

    /** What the program wrote. */
    private String written() {
        return container == null ? first.message() : container.text();
    }

    /** A message of several parts keeps of the runtime's words those before its first part. */
    LogEvent event() {
        String whole = parts == 1 || container == null ? text.toString() : container.prefix() + text;
        return new LogEvent(
                first.group(),
                first.stream(),
                first.eventId(),
                first.timestamp(),
                first.ingestedAt(),
                parts == 1 ? first.message() : whole,
                parts,
                laterParts,
                isTooLong);
    }
}
