package scenariorca.cloudwatch;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import scenariorca.files.EventFileReader;
import scenariorca.files.EventSink;
import scenariorca.files.GroupNames;
import scenariorca.files.LogFile;
import scenariorca.logs.LogFetch;
import scenariorca.logs.LogRequest;
import scenariorca.logs.LogSource;
import scenariorca.logs.RawLogEvent;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/**
 * Log events from files: one event a line as JSON, records of a subscription filter, exports to S3; packed by gzip or not.
 * Each fetch reads every file that may hold an answer, so ask for the whole time at once, not slice by slice.
 */
final class FileLogSource implements LogSource {
    static final int PAGE_EVENTS = 10_000;

    private final LogFiles files;
    private final GroupNames names;
    private final Clock clock;
    private final int pageEvents;
    private final Map<String, FileSpan> spans = new HashMap<>();

    /** @param ownGroup group of what names none, such as an export's lines; null when the files name theirs */
    FileLogSource(LogFiles files, @Nullable String ownGroup, Clock clock, int pageEvents) {
        this.files = files;
        this.names = new GroupNames(ownGroup);
        this.clock = clock;
        this.pageEvents = pageEvents;
    }

    static FileLogSource of(LogFiles files, @Nullable String ownGroup) {
        return new FileLogSource(files, ownGroup, Clock.systemUTC(), PAGE_EVENTS);
    }

    @Override
    public LogFetch fetch(LogRequest request, Consumer<List<RawLogEvent>> pages) {
        var answer = new FileAnswer(request, pageEvents, pages);
        for (LogFile file : list()) {
            FileSpan known = spans.get(file.name());
            if (known == null || known.mayAnswer(file, request)) {
                read(file, answer::take, answer::notice);
            }
        }
        return answer.finish();
    }

    @Override
    public int maxPageEvents() {
        return pageEvents;
    }

    /**
     * The groups that the files hold, in order. Reads all of them.
     *
     * @throws RcaException INVALID_INPUT when there is no event, because the files there are cannot be read
     */
    List<String> groups() {
        var notices = new ArrayList<String>();
        for (LogFile file : list()) {
            read(file, (event, _) -> names.count(event), notices::add);
        }
        List<String> settled = names.settle();
        if (settled.isEmpty() && !notices.isEmpty()) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "%s holds no log that can be read; %s".formatted(files.address(), notices.getFirst()));
        }
        if (names.hasLeftOut()) {
            spans.clear();
        }
        return settled;
    }

    private void read(LogFile file, EventSink sink, Consumer<String> notices) {
        var span = new FileSpan(file);
        EventSink both = (event, isBroken) -> {
            span.read(event);
            sink.accept(event, isBroken);
        };
        var reader = new EventFileReader(file, names, clock.instant(), both);
        try {
            Optional<String> notice = reader.read(files.open(file));
            if (notice.isEmpty()) {
                spans.put(file.name(), span);
            }
            notice.ifPresent(notices);
        } catch (IOException e) {
            throw new RcaException(
                    ErrorCode.UNREACHABLE,
                    "%s in %s cannot be read: %s".formatted(file.name(), files.address(), e.getMessage()),
                    e);
        }
    }

    private List<LogFile> list() {
        try {
            return files.list();
        } catch (IOException e) {
            throw new RcaException(
                    ErrorCode.UNREACHABLE, "%s cannot be listed: %s".formatted(files.address(), e.getMessage()), e);
        }
    }
}
