package scenariorca.warehouse;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One user's claim on the embedded server: a locked file of its own in a common directory. The system drops the lock
 * when the program dies, however it dies, so that a dead user never keeps the server alive.
 */
final class ServerLease {
    private final Path file;
    private final FileChannel channel;

    private ServerLease(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static ServerLease make(Path directory) throws IOException {
        PrivateFiles.createDirectory(directory);
        Path file = directory.resolve(UUID.randomUUID() + ".lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.lock();
        return new ServerLease(file, channel);
    }

    void giveUp() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    /** Whether anybody else holds a claim; files of dead users are removed on the way. */
    boolean othersRemain() throws IOException {
        boolean found = false;
        for (Path other : files()) {
            if (isHeld(other)) {
                found = true;
            } else {
                Files.deleteIfExists(other);
            }
        }
        return found;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(file.getParent())) {
            return all.filter(path -> !path.equals(file)).toList();
        }
    }

    private static boolean isHeld(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true; // held within this very program
        }
    }
}
