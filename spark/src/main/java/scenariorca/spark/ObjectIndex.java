package scenariorca.spark;

import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import scenariorca.files.EventFileReader;
import scenariorca.files.GroupNames;
import scenariorca.logs.IngestionLag;
import scenariorca.logs.RawLogEvent;

/**
 * What an object holds, before a line of it is understood: that decides which groups there are, and which objects a line can reach into.
 *
 * @param groups by name
 * @param streams hashes of its streams, sorted
 * @param firstMillis time of the earliest event, since 1970; the largest number without any
 * @param lastMillis time of the latest event
 */
record ObjectIndex(Map<String, Group> groups, int[] streams, long firstMillis, long lastMillis)
        implements Serializable {
    /**
     * A log group in an object.
     *
     * @param newestPastMicros of those that are not ahead of now; null when all are
     */
    record Group(long events, long newestMicros, @Nullable Long newestPastMicros, long[] lagCounts, long lagMaxMillis)
            implements Serializable {
        Group and(Group other) {
            var lag = new IngestionLag();
            lag.add(lagCounts, lagMaxMillis);
            lag.add(other.lagCounts, other.lagMaxMillis);
            Long past = newestPastMicros;
            Long otherPast = other.newestPastMicros;
            return new Group(
                    events + other.events,
                    Math.max(newestMicros, other.newestMicros),
                    past == null || otherPast != null && otherPast > past ? otherPast : past,
                    lag.counts(),
                    lag.maxMillis());
        }
    }

    static ObjectIndex of(LogObject object, Storage storage, @Nullable String ownGroup, Instant now)
            throws IOException {
        var counting = new Counting(now);
        new EventFileReader(object.file(), new GroupNames(ownGroup), now, (event, isBroken) -> counting.take(event))
                .read(storage.open(object));
        return counting.index();
    }

    /** Whether lines of one stream may be in both. */
    boolean sharesStream(ObjectIndex other) {
        int here = 0;
        int there = 0;
        while (here < streams.length && there < other.streams.length) {
            if (streams[here] == other.streams[there]) {
                return true;
            }
            if (streams[here] < other.streams[there]) {
                here++;
            } else {
                there++;
            }
        }
        return false;
    }

    /** The same of several objects that follow each other. */
    ObjectIndex and(ObjectIndex other) {
        var all = new TreeSet<Integer>();
        Arrays.stream(streams).forEach(all::add);
        Arrays.stream(other.streams).forEach(all::add);
        return new ObjectIndex(
                Map.of(),
                all.stream().mapToInt(Integer::intValue).toArray(),
                Math.min(firstMillis, other.firstMillis),
                Math.max(lastMillis, other.lastMillis));
    }

    private static final class Counting {
        private final Instant now;
        private final Map<String, Long> events = new HashMap<>();
        private final Map<String, Instant> newest = new HashMap<>();
        private final Map<String, Instant> newestPast = new HashMap<>();
        private final Map<String, IngestionLag> lags = new HashMap<>();
        private final TreeSet<Integer> streams = new TreeSet<>();
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;

        Counting(Instant now) {
            this.now = now;
        }

        void take(RawLogEvent event) {
            String group = event.group();
            Instant time = event.timestamp();
            events.merge(group, 1L, Long::sum);
            newest.merge(group, time, (one, other) -> one.isAfter(other) ? one : other);
            if (!time.isAfter(now)) {
                newestPast.merge(group, time, (one, other) -> one.isAfter(other) ? one : other);
            }
            lags.computeIfAbsent(group, none -> new IngestionLag()).read(event);
            streams.add(31 * group.hashCode() + event.stream().hashCode());
            first = Math.min(first, time.toEpochMilli());
            last = Math.max(last, time.toEpochMilli());
        }

        ObjectIndex index() {
            var groups = new HashMap<String, Group>();
            events.forEach((name, count) -> {
                Instant past = newestPast.get(name);
                IngestionLag lag = lags.getOrDefault(name, new IngestionLag());
                groups.put(
                        name,
                        new Group(
                                count,
                                micros(newest.getOrDefault(name, Instant.EPOCH)),
                                past == null ? null : micros(past),
                                lag.counts(),
                                lag.maxMillis()));
            });
            return new ObjectIndex(
                    groups, streams.stream().mapToInt(Integer::intValue).toArray(), first, last);
        }

        private static long micros(Instant time) {
            return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
        }
    }
}
