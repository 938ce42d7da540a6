package scenariorca.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory with all below it. */
final class DirectoryTree {
    private DirectoryTree() {}

    /** Deletes it; nothing happens when it is not there. */
    static void delete(Path root) throws IOException {
        for (Path path : paths(root).sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
        }
    }

    /** Every path of it, the root first; empty when it is not there. */
    static Stream<Path> paths(Path root) throws IOException {
        if (!Files.exists(root)) {
            return Stream.empty();
        }
        try (Stream<Path> walk = Files.walk(root)) {
            return List.copyOf(walk.toList()).stream();
        }
    }
}
