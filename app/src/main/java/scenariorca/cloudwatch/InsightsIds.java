package scenariorca.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scenariorca.logs.RawLogEvent;

/**
 * Gives events that Logs Insights found the ids they have everywhere else: Insights knows a pointer only, and one event under
 * two ids would be loaded twice. FilterLogEvents is asked for the moments at which something was found.
 */
final class InsightsIds {
    /** Moments as near as this are asked for at once. */
    private static final Duration NEAR = Duration.ofSeconds(1);

    private record Content(String stream, Instant timestamp, String message) {
        static Content of(RawLogEvent event) {
            return new Content(
                    event.stream(), event.timestamp(), event.message().strip());
        }
    }

    private final FilterCalls calls;

    InsightsIds(FilterCalls calls) {
        this.calls = calls;
    }

    /** The same events, in the order of time they come in; one that is not found again keeps its pointer as id. */
    List<RawLogEvent> resolve(List<RawLogEvent> found) {
        var resolved = new ArrayList<RawLogEvent>(found.size());
        int begin = 0;
        for (int at = 1; at <= found.size(); at++) {
            if (at == found.size() || isFar(found.get(at - 1), found.get(at))) {
                List<RawLogEvent> near = found.subList(begin, at);
                Map<Content, Deque<RawLogEvent>> known = read(near);
                near.forEach(event -> resolved.add(known(event, known.get(Content.of(event)))));
                begin = at;
            }
        }
        return resolved;
    }

    private static RawLogEvent known(RawLogEvent event, @Nullable Deque<RawLogEvent> known) {
        return known == null ? event : Objects.requireNonNullElse(known.poll(), event);
    }

    private static boolean isFar(RawLogEvent event, RawLogEvent next) {
        return Duration.between(event.timestamp(), next.timestamp()).abs().compareTo(NEAR) > 0;
    }

    private Map<Content, Deque<RawLogEvent>> read(List<RawLogEvent> near) {
        var slice = new TimeSlice(
                near.getFirst().timestamp(), near.getLast().timestamp().plusMillis(1));
        Set<Content> wanted = new HashSet<>();
        near.forEach(event -> wanted.add(Content.of(event)));
        var known = new HashMap<Content, Deque<RawLogEvent>>();
        Set<String> tokens = new HashSet<>();
        String token = null;
        do {
            FilterCalls.Page page = page(slice, token);
            for (RawLogEvent event : page.events()) {
                Content content = Content.of(event);
                if (wanted.contains(content)) {
                    known.computeIfAbsent(content, _ -> new ArrayDeque<>()).add(event);
                }
            }
            token = page.token();
        } while (token != null && tokens.add(token));
        return known;
    }

    private FilterCalls.Page page(TimeSlice slice, @Nullable String token) {
        return switch (calls.ask(slice, token)) {
            case FilterCalls.Page page -> page;
            case FilterCalls.TokenRefused refused -> throw refused.why();
        };
    }
}
