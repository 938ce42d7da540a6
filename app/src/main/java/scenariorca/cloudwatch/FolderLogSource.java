package scenariorca.cloudwatch;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import scenariorca.logs.LogFetch;
import scenariorca.logs.LogRequest;
import scenariorca.logs.LogSource;
import scenariorca.logs.RawLogEvent;

/**
 * Log events from the files of a folder: those of the simulated platform, a subscription filter's, an export's. Each fetch
 * reads every file that may hold an answer, so ask for the whole time at once, not slice by slice.
 */
public final class FolderLogSource implements LogSource {
    private final FileLogSource files;

    /** @param ownGroup group of what names none, such as an export's lines; null when the files name theirs */
    public FolderLogSource(Path folder, @Nullable String ownGroup) {
        this.files = FileLogSource.of(new FolderFiles(folder), ownGroup);
    }

    @Override
    public LogFetch fetch(LogRequest request, Consumer<List<RawLogEvent>> pages) {
        return files.fetch(request, pages);
    }

    @Override
    public int maxPageEvents() {
        return files.maxPageEvents();
    }

    /** The groups that the files hold, in order; reads all of them. */
    public List<String> groups() {
        return files.groups();
    }
}
