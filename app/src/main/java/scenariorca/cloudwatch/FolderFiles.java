package scenariorca.cloudwatch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import scenariorca.files.LogFile;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/** The files of a folder and of the folders in it. */
record FolderFiles(Path folder) implements LogFiles {
    private static final int MAX_DEPTH = 16;

    /** @throws RcaException CONFIGURATION when there is no such folder */
    void check() {
        if (!Files.isDirectory(folder)) {
            throw new RcaException(
                    ErrorCode.CONFIGURATION,
                    "there is no folder %s to read log files from; give another".formatted(folder));
        }
    }

    @Override
    public List<LogFile> list() throws IOException {
        check();
        try (Stream<Path> found = Files.walk(folder, MAX_DEPTH)) {
            List<LogFile> files = found.filter(Files::isRegularFile)
                    .limit(MAX_FILES + 1L)
                    .map(this::describe)
                    .filter(file -> LogFile.mayHoldEvents(file.name()))
                    .sorted(Comparator.comparing(LogFile::name))
                    .toList();
            if (files.size() > MAX_FILES) {
                throw new RcaException(
                        ErrorCode.INVALID_INPUT,
                        "%s holds more than %,d files; give a folder below it".formatted(folder, MAX_FILES));
            }
            return files;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private LogFile describe(Path file) {
        try {
            return new LogFile(
                    folder.relativize(file).toString().replace('\\', '/'),
                    Files.size(file),
                    Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream open(LogFile file) throws IOException {
        return Files.newInputStream(folder.resolve(file.name()));
    }

    @Override
    public String address() {
        return folder.toString();
    }
}
