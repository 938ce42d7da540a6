package scenariorca.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The attempts to sign in that were answered, for as long as their cookies are good: each is for one answer. */
final class UsedAttempts {
    /** More within one length of an attempt are no people: the oldest is forgotten. */
    private static final int MAX = 100_000;

    private final Duration length;
    private final Clock clock;
    private final Map<String, Instant> until = new LinkedHashMap<>();

    UsedAttempts(Duration length, Clock clock) {
        this.length = length;
        this.clock = clock;
    }

    /** @return false when it was there already */
    synchronized boolean add(String state) {
        Instant now = clock.instant();
        until.values().removeIf(end -> !end.isAfter(now));
        if (until.size() >= MAX) {
            until.remove(until.keySet().iterator().next());
        }
        return until.putIfAbsent(state, now.plus(length)) == null;
    }
}
