package scenariorca.logs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives lines that name no request the one of lines before them in the same stream, only where that is certain: within
 * an invocation of a function, which serves one request at a time, and within a trace whose request is known. Such a
 * line says so in a field. Needs every line of a stream, in its order. Confined to one thread.
 */
public final class RequestInheritance {
    /** The field that says from what a line has its request: {@code invocation} or {@code trace}. */
    public static final String FIELD = "request_inherited_from";
    /** No invocation of a function takes longer: so much before a window tells what its lines inherit. */
    public static final Duration LONGEST = Duration.ofMinutes(16);

    /** Streams and traces remembered; those seen first are forgotten. */
    static final int MAX_STREAMS = 10_000;

    static final int MAX_TRACES = 1_000;

    private final Map<List<String>, StreamState> streams = new Bounded<>(MAX_STREAMS);

    private static final class Bounded<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;
        private final int max;

        Bounded(int max) {
            this.max = max;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > max;
        }
    }

    /** What the lines of a stream have said so far. */
    private static final class StreamState {
        @Nullable
        LogEvent start;

        @Nullable
        UUID invocation;
        /** Whether invocations overlap in the stream: then it is not certain whose a line is. */
        boolean isMixed;

        /** The request of each trace; an empty place for a trace with several. */
        final Map<String, List<UUID>> traces = new Bounded<>(MAX_TRACES);
    }

    /** The line, with the request it inherits; the same line when it names one or none is certain. */
    public LogLine read(LogLine line) {
        if (!(line instanceof LogLine.Message message)) {
            return line;
        }
        StreamState state = streams.computeIfAbsent(
                List.of(line.event().group(), line.event().stream()), stream -> new StreamState());
        List<String> traces = traces(message);
        @Nullable UUID named = message.ids().correlationId();
        boolean isOfTrace = named != null && traces.contains(named.toString());
        if (named != null && !isOfTrace) {
            follow(state, message, named);
            traces.forEach(trace -> state.traces.merge(
                    trace, List.of(named), (before, now) -> before.equals(now) ? before : List.of()));
            return line;
        }
        for (String trace : traces) {
            List<UUID> requests = state.traces.getOrDefault(trace, List.of());
            if (!requests.isEmpty()) {
                return with(message, requests.get(0), "trace");
            }
        }
        @Nullable UUID invocation = named == null && isWithin(state, message) ? state.invocation : null;
        return invocation == null ? line : with(message, invocation, "invocation");
    }

    /** The ids of traces that the line names in its fields, whatever they look like. */
    private static List<String> traces(LogLine.Message line) {
        List<String> traces = List.of();
        for (Map.Entry<String, String> field : line.fields().entrySet()) {
            String name = field.getKey();
            boolean isTrace = FieldRole.of(name) == FieldRole.CORRELATION && !IdFinder.isRequest(name);
            if (isTrace && !field.getValue().isBlank()) {
                traces = traces.isEmpty() ? new ArrayList<>() : traces; // most lines name none
                traces.add(field.getValue());
            }
        }
        return traces;
    }

    private static void follow(StreamState state, LogLine.Message line, UUID request) {
        String text = line.message();
        if (text.startsWith("START RequestId: ") || text.equals("platform.start")) {
            state.isMixed |= state.invocation != null && !request.equals(state.invocation);
            state.invocation = request;
            state.start = line.event();
        } else if (request.equals(state.invocation) && isEnd(text)) {
            state.invocation = null;
        }
    }

    private static boolean isEnd(String text) {
        return text.startsWith("END RequestId: ")
                || text.startsWith("REPORT RequestId: ")
                || text.startsWith("platform.report");
    }

    private static boolean isWithin(StreamState state, LogLine.Message line) {
        @Nullable LogEvent start = state.start;
        if (state.invocation == null || state.isMixed || start == null) {
            return false;
        }
        Duration since = Duration.between(start.timestamp(), line.event().timestamp());
        return !since.isNegative() && since.compareTo(LONGEST) <= 0;
    }

    private static LogLine with(LogLine.Message line, UUID request, String from) {
        LogIds ids = line.ids();
        var fields = new HashMap<>(line.fields());
        fields.put(FIELD, from);
        return new LogLine.Message(
                line.event(),
                line.severity(),
                line.message(),
                new LogIds(request, ids.scenarioId(), ids.runId(), ids.nodeId(), ids.userId()),
                line.origin(),
                line.stackTrace(),
                fields);
    }
}
