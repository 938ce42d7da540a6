package scenariorca.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.platform.Settings;
import scenariorca.report.ReportDatabase;

final class PowerBiCommandTest {
    private static final String PARAMETERS = "ScenarioRca.SemanticModel/definition/expressions.tmdl";
    private static final String CHECK = "ScenarioRca.SemanticModel/DAXQueries/self-check.dax";

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void the_project_names_this_installation_and_no_secret_without_reaching_it() throws IOException {
        var settings = Settings.of(Map.of(
                "REPORTING_DB_HOST", "db.example.com",
                "REPORTING_DB_PORT", "6543",
                "REPORTING_DB_NAME", "audit",
                "REPORTING_DB_SCHEMA", "rpt_eu",
                "REPORTING_DB_USER", "somebody",
                "REPORTING_DB_PASSWORD", "a-secret-word",
                "API_PORT", "9000"));

        assertThat(run(settings, "--out", directory.toString())).isZero();

        assertThat(Files.readString(directory.resolve(PARAMETERS)))
                .contains("\"db.example.com:6543\"", "\"audit\"", "\"rpt_eu\"");
        assertThat(Files.readString(directory.resolve("rest/RcaApi.pq"))).contains("\"http://localhost:9000\"");
        try (var files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("a-secret-word", "somebody");
            }
        }
    }

    @Test
    void the_self_check_lists_every_measure_beside_its_value_in_the_warehouse() throws IOException {
        try (ReportDatabase database = ReportDatabase.filled("powerbi_command")) {
            assertThat(run(database.settings(), "--out", directory.toString(), "--self-check"))
                    .as(err.toString())
                    .isZero();
        }

        String check = Files.readString(directory.resolve(CHECK));
        assertThat(check).containsPattern("\\( \"Runs\", CONVERT \\( \\[Runs], DOUBLE \\), [1-9]\\d* \\)");
        assertThat(check)
                .containsPattern("\\( \"Success Rate\", CONVERT \\( \\[Success Rate], DOUBLE \\), 0\\.\\d+ \\)");
        assertThat(check).contains("\"Verdict\", IF (", "\"DIFFERENT\"");
    }

    @Test
    void a_value_that_would_end_a_string_in_the_project_is_refused() {
        var settings = Settings.of(Map.of("REPORTING_DB_HOST", "x\", Evil = \"y"));

        assertThat(run(settings, "--out", directory.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("REPORTING_DB_HOST");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void a_place_that_cannot_be_written_to_is_named() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThat(run(Settings.of(Map.of("REPORTING_DB_HOST", "db")), "--out", file.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains(file.toString(), "cannot be written");
    }

    private int run(Settings settings, String... arguments) {
        String[] line = new String[arguments.length + 1];
        line[0] = "powerbi";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        return RcaCommand.run(settings, new PrintWriter(out, true), new PrintWriter(err, true), line);
    }
}
