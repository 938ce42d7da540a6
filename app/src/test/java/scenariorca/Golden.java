package scenariorca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what something is known to print. Rewritten with {@code -Dgolden.update=true}, and read in the diff. */
public final class Golden {
    private static final Path DIRECTORY =
            Path.of(System.getProperty("module.directory", "."), "src", "test", "resources", "golden");

    private Golden() {}

    public static boolean isUpdating() {
        return Boolean.getBoolean("golden.update");
    }

    /** Compares with the file {@code golden/name}, line by line. */
    public static void check(String name, String actual) {
        checkFile(DIRECTORY.resolve(name), actual);
    }

    /** Compares with any file of the project, such as a generated page of documentation. */
    public static void checkFile(Path file, String actual) {
        String text = actual.endsWith("\n") ? actual : actual + "\n";
        try {
            if (isUpdating()) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, text);
                return;
            }
            assertThat(file)
                    .as("%s is missing; make it with -Dgolden.update=true", file)
                    .exists();
            assertThat(text)
                    .as("%s is stale; if the change is meant, rewrite it with -Dgolden.update=true", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
