package scenariorca.cloudwatch;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.logs.LogSource;
import scenariorca.logs.LogSourceContract;
import scenariorca.logs.RawLogEvent;

final class FolderLogSourceContractTest extends LogSourceContract {
    private static final int PAGE = 10;

    @TempDir
    Path folder;

    @Override
    protected LogSource sourceWith(List<RawLogEvent> events) {
        // Two files, one of them packed, as after a rotation.
        int half = events.size() / 2;
        LogFileWriter.write(
                folder.resolve("forecast.jsonl.1.gz"),
                LogFileWriter.packed(LogFileWriter.lines(events.subList(0, half))));
        LogFileWriter.write(folder.resolve("forecast.jsonl"), LogFileWriter.lines(events.subList(half, events.size())));
        return new FileLogSource(new FolderFiles(folder), null, Clock.systemUTC(), PAGE);
    }
}
