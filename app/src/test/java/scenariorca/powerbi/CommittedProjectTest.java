package scenariorca.powerbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The project in the repository is the one the program writes. */
final class CommittedProjectTest {
    private static final Path COMMITTED = Path.of("powerbi");

    @Test
    void the_committed_project_is_the_one_written() throws IOException {
        PowerBiProject project = PowerBiProject.of(Installation.neutral(), ExpectedValues.unknown());
        if (Boolean.getBoolean("golden.update")) {
            delete(COMMITTED.resolve(PowerBiProject.MODEL));
            delete(COMMITTED.resolve(PowerBiProject.REPORT));
            project.writeTo(COMMITTED);
        }

        Map<String, String> committed = new TreeMap<>();
        for (String path : filesBelow()) {
            committed.put(path, Files.readString(COMMITTED.resolve(path)));
        }

        assertThat(committed.keySet())
                .as("files of the project; rewrite them with -Dgolden.update=true")
                .containsExactlyInAnyOrderElementsOf(project.files().keySet());
        project.files()
                .forEach((path, text) -> assertThat(committed.get(path))
                        .as("%s; rewrite it with -Dgolden.update=true", path)
                        .isEqualTo(text));
    }

    @Test
    void the_same_installation_gives_the_same_bytes() {
        assertThat(PowerBiProject.of(Installation.neutral(), ExpectedValues.unknown())
                        .files())
                .isEqualTo(PowerBiProject.of(Installation.neutral(), ExpectedValues.unknown())
                        .files());
    }

    /** What stands beside the project and is written by hand is no part of it. */
    private static Set<String> filesBelow() throws IOException {
        try (var files = Files.walk(COMMITTED)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> COMMITTED.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !path.equals("README.md") && !path.startsWith("checks/"))
                    .collect(Collectors.toSet());
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
