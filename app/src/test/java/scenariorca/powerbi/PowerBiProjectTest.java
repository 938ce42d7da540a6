package scenariorca.powerbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program copies is the project in the repository. */
final class PowerBiProjectTest {
    private static final String CHECK = "ScenarioRca.SemanticModel/DAXQueries/self-check.dax";

    @TempDir
    private Path directory;

    @Test
    void a_copy_for_the_installation_in_the_files_is_the_files() throws IOException {
        int files = PowerBiProject.write(directory, Installation.neutral(), Map.of());

        Map<String, String> committed = texts(Star.COMMITTED);
        committed.keySet().removeIf(path -> path.equals("README.md") || path.startsWith("checks/"));
        committed.keySet().removeIf(path -> path.contains(".pbi/"));
        assertThat(files).isEqualTo(committed.size());
        assertThat(texts(directory)).isEqualTo(committed);
    }

    @Test
    void a_copy_for_another_installation_differs_where_it_is_named_and_nowhere_else() throws IOException {
        var installation = new Installation("::1", 6543, "audit", "rpt_$1", "https://rca.example.com:9000");

        PowerBiProject.write(directory, installation, Map.of());

        Map<String, String> copy = texts(directory);
        assertThat(copy.get("ScenarioRca.SemanticModel/definition/expressions.tmdl"))
                .contains("WarehouseServer = \"[::1]:6543\" meta")
                .contains("WarehouseDatabase = \"audit\" meta")
                .contains("WarehouseSchema = \"rpt_$1\" meta");
        assertThat(copy.get("warehouse.pbids")).contains("\"[::1]:6543\"", "\"audit\"");
        assertThat(copy.get("api.pbids")).contains("\"https://rca.example.com:9000/api/v1/rca/runs\"");
        assertThat(copy.get("rest/RcaApi.pq")).contains("BaseUrl = \"https://rca.example.com:9000\"");
        Map<String, String> committed = texts(Star.COMMITTED);
        assertThat(copy.entrySet().stream()
                        .filter(file -> !file.getValue().equals(committed.get(file.getKey())))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(installation.places().keySet());
    }

    @Test
    void the_places_of_the_installation_are_found_whatever_the_order_and_the_line_ends() throws IOException {
        Map<String, String> shuffled = texts(ShuffledProject.copy());
        Installation other = new Installation("db", 1, "audit", "rpt_eu", "http://api:1");

        other.places().forEach((file, places) -> {
            for (Place place : places) {
                assertThat(place.fill(file, shuffled.getOrDefault(file, ""))).contains(place.value());
            }
        });
    }

    @Test
    void the_self_check_asks_for_every_measure_but_colours_and_takes_every_expected_value() throws IOException {
        Map<String, String> expected = new HashMap<>();
        List<Measure> measures = Star.committed().measures().stream()
                .filter(measure -> !measure.isColour())
                .toList();
        for (int i = 0; i < measures.size(); i++) {
            expected.put(measures.get(i).name(), Integer.toString(1000 + i));
        }

        PowerBiProject.write(directory, Installation.neutral(), expected);

        String check = Files.readString(directory.resolve(CHECK));
        assertThat(check).contains("VAR IsAsked = TRUE ()").doesNotContain("BLANK ()", ", \"\" )");
        for (Measure measure : measures) {
            assertThat(check)
                    .contains("[%s]".formatted(measure.name()))
                    .containsPattern("\\( \"\\Q%s\\E\", .*, \"?%s\"? \\)"
                            .formatted(measure.name(), expected.get(measure.name())));
        }
    }

    private static Map<String, String> texts(Path root) throws IOException {
        var found = new TreeMap<String, String>();
        try (var walk = Files.walk(root)) {
            for (Path file : walk.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("node_modules"))
                    .toList()) {
                found.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return found;
    }
}
