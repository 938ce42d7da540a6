package scenariorca.logs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** A log source for tests: it holds what it is given. */
public final class InMemoryLogSource implements LogSource {
    private static final int PAGE = 10;

    private final List<RawLogEvent> events;

    public InMemoryLogSource(List<RawLogEvent> events) {
        this.events = events.stream()
                .sorted(Comparator.comparing(RawLogEvent::timestamp))
                .toList();
    }

    @Override
    public LogFetch fetch(LogRequest request, Consumer<List<RawLogEvent>> pages) {
        List<RawLogEvent> wanted = events.stream().filter(request::wants).toList();
        List<RawLogEvent> given = wanted.subList(0, Math.min(wanted.size(), request.maxEvents()));
        int count = 0;
        for (int from = 0; from < given.size(); from += PAGE) {
            pages.accept(new ArrayList<>(given.subList(from, Math.min(given.size(), from + PAGE))));
            count++;
        }
        if (given.size() == wanted.size()) {
            return LogFetch.complete(request, given.size(), count);
        }
        return new LogFetch(
                given.size(), count, given.getLast().timestamp(), "max events " + request.maxEvents() + " reached");
    }

    @Override
    public int maxPageEvents() {
        return PAGE;
    }
}
