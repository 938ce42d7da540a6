package scenariorca.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.platform.Json;
import scenariorca.simulator.output.Table;

final class DeterminismTest {
    @TempDir
    private Path directory;

    @Test
    void equal_requests_give_equal_bytes() {
        Recording first = Recording.of(directory.resolve("first"), Profile.STANDARD, 7, 0.3);
        Recording second = Recording.of(directory.resolve("second"), Profile.STANDARD, 7, 0.3);

        assertThat(first.digests()).isEqualTo(second.digests()).hasSize(Table.values().length + 4);
    }

    @Test
    void equal_requests_give_equal_bytes_on_a_varied_platform() {
        Recording first = Recording.of(directory.resolve("first"), Profile.VARIED, 7, 0.4);
        Recording second = Recording.of(directory.resolve("second"), Profile.VARIED, 7, 0.4);

        assertThat(first.digests()).isEqualTo(second.digests());
        assertThat(first.truths()).isNotEmpty();
    }

    @Test
    void another_seed_gives_other_scenarios_and_mistakes_of_the_same_kinds() {
        Recording first = Recording.of(directory.resolve("first"), Profile.HEAVY_EDITOR, 1, 1);
        Recording second = Recording.of(directory.resolve("second"), Profile.HEAVY_EDITOR, 2, 1);

        assertThat(column(first, Table.FC_SCENARIO, 0))
                .doesNotContainAnyElementsOf(column(second, Table.FC_SCENARIO, 0));
        assertThat(causes(first)).isNotEmpty().doesNotContainAnyElementsOf(causes(second));
        assertThat(classes(first)).isEqualTo(classes(second));
    }

    private static Set<String> column(Recording recording, Table table, int index) {
        return recording.rows(table).stream().map(row -> row.split("\t")[index]).collect(Collectors.toSet());
    }

    private static Set<String> causes(Recording recording) {
        return recording.truths().stream()
                .map(line -> Json.read(line).get("causes").toString())
                .filter(causes -> !causes.equals("[]"))
                .collect(Collectors.toSet());
    }

    private static Set<String> classes(Recording recording) {
        return recording.truths().stream()
                .map(line -> Json.read(line).get("class").asString())
                .collect(Collectors.toSet());
    }
}
