package scenariorca.logs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes out what is cut in two by the end of an event: an agent cuts long lines, a program writes a key line by line. Holds
 * each stream's last event until the next one of the stream is there. What is spread over three events or more is found only
 * as far as the first two of them tell; lines that other threads write between two halves part them. Confined to one thread.
 */
public final class Seams {
    /** Streams held at once; the one held longest is let go. */
    static final int MAX_STREAMS = 10_000;

    /** What is looked at before a seam, when it has no blanks, and behind it. */
    private static final int WINDOW_CHARS = 8_192;

    private static final int NEAR_CHARS = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Blanks between a name and its value. */
    private static final int MAX_BLANKS = 8;

    /** What only the record of an event has. */
    private static final Pattern HEAD =
            Pattern.compile("\"(?:@?time(?:stamp)?|ts|@t|level|severity|lvl|msg|message|@m|logger|event)\"\\s?:");

    private final Redactor redactor;
    private final Map<List<String>, Held> held = new LinkedHashMap<>();

    public Seams(Redactor redactor) {
        this.redactor = redactor;
    }

    /**
     * An event without what reached into its neighbours; the rest of it is not redacted yet.
     *
     * @param redactions how many things of each kind were taken out
     */
    public record Part(LogEvent event, Map<String, Integer> redactions) {
        public Part {
            redactions = Map.copyOf(redactions);
        }
    }

    /**
     * An event that waits.
     *
     * @param tail the end of what its stream wrote, as it was
     * @param fixed how many of its first characters stand for something taken out
     * @param block the key or certificate that its stream is within; null outside of one
     */
    private record Held(
            Part part, String tail, int fixed, @Nullable KeyBlock block) {
        Held within(String newTail, @Nullable KeyBlock newBlock) {
            return new Held(part, newTail, fixed, newBlock);
        }
    }

    /** Takes one event; returns those that nothing can reach into any more. */
    public List<Part> add(LogEvent written) {
        LogEvent event = written.withMessage(PlainText.of(written.message()));
        List<String> stream = List.of(event.group(), event.stream());
        Held before = held.remove(stream);
        var complete = new ArrayList<Part>();
        if (before == null) {
            if (held.size() >= MAX_STREAMS) {
                Held eldest = held.remove(held.keySet().iterator().next());
                if (eldest != null) {
                    complete.add(eldest.part());
                }
            }
            held.put(stream, alone(event, tail(event.message()), KeyBlock.after(event.message())));
            return complete;
        }
        Held here = join(before, event, complete);
        held.put(stream, here);
        return complete;
    }

    /** Everything still held: nothing more will come. */
    public List<Part> flush() {
        List<Part> rest = held.values().stream().map(Held::part).toList();
        held.clear();
        return rest;
    }

    private Held join(Held before, LogEvent event, List<Part> complete) {
        String text = event.message();
        KeyBlock block = before.block();
        if (block != null && block.isWithin(text)) {
            complete.add(before.part());
            Part taken = new Part(event.withMessage(block.without(text)), Map.of(block.kind(), 1));
            return new Held(taken, "", 0, block.next(text));
        }
        Duration pause = Duration.between(before.part().event().timestamp(), event.timestamp());
        boolean isNear = pause.abs().compareTo(PATIENCE) <= 0 && !isNext(before.tail(), text);
        KeyBlock open = KeyBlock.after(text);
        KeyBlock next = open == null && block != null ? block.next(text) : open;
        List<Span> spans = isNear ? over(before.tail(), head(text)) : List.of();
        String tail = tail(isNear ? before.tail() + text : text);
        if (spans.isEmpty()) {
            complete.add(before.part());
            return alone(event, tail, next);
        }
        return apply(spans, before, event, complete).within(tail, next);
    }

    /** Whether a text is a record of its own; behind a name that waits for its value, an object may be that value. */
    private static boolean isNext(String tail, String text) {
        boolean isValue = text.startsWith("{")
                && isOpen(tail)
                && !HEAD.matcher(head(text)).find();
        return LineJoin.isRecord(text) && !isValue;
    }

    /** Whether a text ends with a name that waits for its value. */
    private static boolean isOpen(String text) {
        int end = text.length();
        while (end > 0 && text.length() - end < MAX_BLANKS && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return end > 0 && (text.charAt(end - 1) == ':' || text.charAt(end - 1) == '=');
    }

    /** No single line may stop a load; each of the two is still redacted alone. */
    private List<Span> over(String left, String right) {
        try {
            return redactor.over(left, right);
        } catch (RuntimeException | StackOverflowError e) {
            return List.of();
        }
    }

    /** An event with nothing to join; the beginning of a key goes at once, whatever comes next. */
    private static Held alone(LogEvent event, String tail, @Nullable KeyBlock block) {
        String text = event.message();
        if (block == null || !block.equals(KeyBlock.after(text))) {
            return new Held(new Part(event, Map.of()), tail, 0, block);
        }
        Part begun = new Part(event.withMessage(block.withoutBegin(text)), Map.of(block.kind(), 1));
        return new Held(begun, tail, 0, block);
    }

    /** Takes out of two events what they show only together. */
    private static Held apply(List<Span> spans, Held before, LogEvent event, List<Part> complete) {
        int seam = before.tail().length();
        var left = new StringBuilder(before.part().event().message());
        var right = new StringBuilder(event.message());
        int offset = left.length() - seam;
        Map<String, Integer> leftCounts = new LinkedHashMap<>(before.part().redactions());
        Map<String, Integer> rightCounts = new LinkedHashMap<>();
        int fixed = 0;
        for (int number = spans.size() - 1; number >= 0; number--) {
            Span span = spans.get(number);
            String marker = "[" + span.kind() + "]";
            (span.start() < seam ? leftCounts : rightCounts).merge(span.kind(), 1, Integer::sum);
            if (span.end() > seam) {
                right.replace(Math.max(span.start(), seam) - seam, span.end() - seam, marker);
                fixed = span.start() <= seam ? marker.length() : 0;
            }
            // What was taken out before stays taken out.
            int end = offset + Math.min(span.end(), seam);
            if (span.start() < seam && end > before.fixed()) {
                left.replace(Math.max(before.fixed(), offset + span.start()), end, marker);
            }
        }
        complete.add(new Part(before.part().event().withMessage(left.toString()), leftCounts));
        return new Held(new Part(event.withMessage(right.toString()), rightCounts), "", fixed, null);
    }

    /** The beginning of a text, up to a blank: a secret has none. */
    private static String head(String text) {
        int to = Math.min(text.length(), NEAR_CHARS);
        while (to < text.length() && to < WINDOW_CHARS && text.charAt(to) > ' ') {
            to++;
        }
        return text.substring(0, to);
    }

    /** The end of a text, from a blank on: a secret has none. */
    private static String tail(String text) {
        int from = Math.max(0, text.length() - NEAR_CHARS);
        while (from > 0 && text.length() - from < WINDOW_CHARS && text.charAt(from - 1) > ' ') {
            from--;
        }
        return text.substring(from);
    }
}
