package scenariorca.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in {@code RCA_HOME} on which port this installation serves: a locked file, whose lock goes with the program. */
final class ServingMark implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ServingMark.class);

    private final Path file;
    private final @Nullable FileChannel channel;

    private ServingMark(Path file, @Nullable FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** A home that cannot be written gets no mark: it is for {@code rca doctor} alone. */
    static ServingMark make(Path home, int port) {
        Path file = file(home, port);
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.tryLock();
            return new ServingMark(file, channel);
        } catch (IOException | OverlappingFileLockException e) {
            log.debug("no mark in {}", file, e);
            return new ServingMark(file, null);
        }
    }

    /** Whether a program of this home serves there now. */
    static boolean isHeld(Path home, int port) {
        try (FileChannel channel = FileChannel.open(file(home, port), StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true; // held within this very program
        } catch (IOException e) {
            return false;
        }
    }

    private static Path file(Path home, int port) {
        return home.resolve("serving").resolve(port + ".lock");
    }

    @Override
    public void close() {
        if (channel == null) {
            return;
        }
        try {
            Files.deleteIfExists(file);
            channel.close();
        } catch (IOException e) {
            log.debug("{} stays, without a lock", file, e);
        }
    }
}
