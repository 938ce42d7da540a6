package scenariorca.cloudwatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import scenariorca.logs.LogFetch;
import scenariorca.logs.LogRequest;
import scenariorca.logs.RawLogEvent;

/** Collects the wanted events into pages, hands them over, and keeps count. */
final class FileAnswer {
    /** A page ends at this many characters, too, so that long messages do not fill the memory. */
    private static final int MAX_PAGE_CHARS = 8 << 20;

    private static final int MAX_NOTICES = 5;

    private final LogRequest request;
    private final int pageEvents;
    private final Consumer<List<RawLogEvent>> pages;
    private final List<String> notices = new ArrayList<>();
    private List<RawLogEvent> page = new ArrayList<>();
    private long pageChars;
    private long events;
    private long broken;
    private int pageCount;
    private @Nullable Instant firstLeftOut;

    FileAnswer(LogRequest request, int pageEvents, Consumer<List<RawLogEvent>> pages) {
        this.request = request;
        this.pageEvents = pageEvents;
        this.pages = pages;
    }

    void take(RawLogEvent event, boolean isBroken) {
        if (!request.wants(event)) {
            return;
        }
        if (events >= request.maxEvents()) {
            // Files are in the order of arrival, not of time: only the rest tells up to where nothing is missing.
            Instant time = event.timestamp();
            firstLeftOut = firstLeftOut == null || time.isBefore(firstLeftOut) ? time : firstLeftOut;
            return;
        }
        events++;
        broken += isBroken ? 1 : 0;
        page.add(event);
        pageChars += event.message().length();
        if (page.size() >= pageEvents || pageChars >= MAX_PAGE_CHARS) {
            flush();
        }
    }

    void notice(String text) {
        if (notices.size() < MAX_NOTICES) {
            notices.add(text);
        }
    }

    LogFetch finish() {
        flush();
        if (firstLeftOut == null) {
            return new LogFetch(events, pageCount, request.to(), "", broken, notices);
        }
        String reason = "there are more than %,d events; ask for less time".formatted(request.maxEvents());
        return new LogFetch(events, pageCount, firstLeftOut, reason, broken, notices);
    }

    private void flush() {
        if (!page.isEmpty()) {
            List<RawLogEvent> full = page;
            page = new ArrayList<>();
            pageChars = 0;
            pageCount++;
            pages.accept(full);
        }
    }
}
