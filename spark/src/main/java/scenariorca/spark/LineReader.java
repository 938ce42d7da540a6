package scenariorca.spark;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scenariorca.files.EventFileReader;
import scenariorca.files.GroupNames;
import scenariorca.logs.LogEvent;
import scenariorca.logs.ParsedLine;
import scenariorca.logs.RawLogEvent;
import scenariorca.logs.Redactor;
import scenariorca.logs.RequestInheritance;
import scenariorca.logs.Seams;
import scenariorca.logs.Stitcher;

/** Reads the lines of a block: a line is given by the block in which it begins. Confined to one thread. */
final class LineReader {
    private static final int BEFORE = -1;
    private static final int AFTER = Integer.MAX_VALUE;

    private final Storage storage;
    private final GroupNames names;
    private final List<String> wanted;
    private final Redactor redactor;
    private final Instant now;
    private final Sink sink;
    private final Stitcher stitcher = new Stitcher();
    private final Seams seams;
    private final RequestInheritance inheritance = new RequestInheritance();
    /** The events on their way, each with the object it is from. */
    private final Map<String, Integer> onTheirWay = new HashMap<>();

    private int ownOnTheirWay;
    private int object = BEFORE;

    /** Takes lines. */
    interface Sink {
        /** @param object number in the batch of the object in which the line begins */
        void accept(int object, ParsedLine line);
    }

    LineReader(Storage storage, Reading reading, Sink sink) {
        this.storage = storage;
        this.names = GroupNames.settled(reading.groups(), reading.mainGroup());
        this.wanted = reading.wanted();
        this.redactor = reading.redactor();
        this.now = Instant.ofEpochMilli(reading.nowMillis());
        this.sink = sink;
        this.seams = new Seams(redactor);
    }

    void read(Block block) throws IOException {
        object = BEFORE;
        for (LogObject one : block.before()) {
            read(one);
        }
        object = block.first();
        for (LogObject one : block.own()) {
            read(one);
            object++;
        }
        object = AFTER;
        for (LogObject one : block.after()) {
            if (ownOnTheirWay > 0) {
                read(one);
            }
        }
        stitcher.flush().forEach(this::guard);
        seams.flush().forEach(this::take);
    }

    private void read(LogObject one) throws IOException {
        try (InputStream in = storage.open(one)) {
            new EventFileReader(one.file(), names, now, (event, isBroken) -> add(event)).read(in);
        }
    }

    private void add(RawLogEvent event) {
        if (!wanted.isEmpty() && !wanted.contains(event.group())) {
            return;
        }
        String key = key(event.group(), event.eventId());
        long copies = stitcher.copies();
        boolean isNew = onTheirWay.putIfAbsent(key, object) == null;
        ownOnTheirWay += isNew && isOwn(object) ? 1 : 0;
        List<LogEvent> complete = stitcher.add(event);
        if (isNew && stitcher.copies() > copies) {
            forget(key);
        }
        complete.forEach(this::guard);
    }

    private void guard(LogEvent event) {
        seams.add(event).forEach(this::take);
    }

    private void take(Seams.Part part) {
        LogEvent event = part.event();
        int from = forget(key(event.group(), event.eventId()));
        event.laterParts().forEach(later -> forget(key(event.group(), later.eventId())));
        ParsedLine parsed = ParsedLine.of(part, redactor);
        ParsedLine whole = parsed.with(inheritance.read(parsed.line()));
        if (isOwn(from)) {
            sink.accept(from, whole);
        }
    }

    private int forget(String key) {
        @Nullable Integer from = onTheirWay.remove(key);
        int known = from == null ? object : from;
        ownOnTheirWay -= from != null && isOwn(known) ? 1 : 0;
        return known;
    }

    private static boolean isOwn(int object) {
        return object != BEFORE && object != AFTER;
    }

    private static String key(String group, String eventId) {
        return group + " " + eventId;
    }
}
