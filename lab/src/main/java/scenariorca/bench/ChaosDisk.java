package scenariorca.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A small disk in memory that is filled up and emptied again. Only root can make one, where the system lets it; elsewhere the
 * directory is as it was, and nothing is filled.
 */
final class ChaosDisk implements AutoCloseable {
    private static final String SIZE = "3g";
    private static final int BLOCK = 1 << 20;

    private final Path directory;
    private boolean isSmall;

    private ChaosDisk(Path directory, boolean isSmall) {
        this.directory = directory;
        this.isSmall = isSmall;
    }

    static ChaosDisk at(Path directory) {
        return new ChaosDisk(
                directory, succeeds("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "none", directory.toString()));
    }

    /** Whether it can be filled. */
    boolean isSmall() {
        return isSmall;
    }

    /** Leaves so many bytes free. */
    void fill(long free) {
        try (OutputStream ballast = Files.newOutputStream(directory.resolve("ballast"))) {
            long left = Files.getFileStore(directory).getUsableSpace() - free;
            byte[] block = new byte[BLOCK];
            for (; left > 0; left -= BLOCK) {
                ballast.write(block, 0, (int) Math.min(left, BLOCK));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void empty() {
        try {
            Files.deleteIfExists(directory.resolve("ballast"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        if (isSmall) {
            isSmall = false;
            succeeds("umount", "-l", directory.toString());
        }
    }
}
