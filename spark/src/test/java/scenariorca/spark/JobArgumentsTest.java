package scenariorca.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class JobArgumentsTest {
    private static final Map<String, String> WAREHOUSE =
            Map.of("REPORTING_DB_HOST", "db", "REPORTING_DB_USER", "rca", "REPORTING_DB_PASSWORD", "x y");

    @Test
    void the_warehouse_is_that_of_the_product() {
        JobArguments arguments = arguments(WAREHOUSE, "--input", "s3a://logs", "--lake", "s3a://lake");

        assertThat(arguments.warehouse())
                .isEqualTo(new WarehouseLink("jdbc:postgresql://db:5432/rca", "rpt", "rca", "x y"));
        assertThat(String.valueOf(arguments.warehouse())).doesNotContain("x y");
        assertThat(arguments.keeping()).isEqualTo(new Reading.Keeping("DEBUG", 100, false));
    }

    @Test
    void what_is_missing_or_wrong_is_told_with_the_way_out() {
        refused(WAREHOUSE, "--input must be given once", "--lake", "l");
        refused(WAREHOUSE, "there is no option '--inptu'", "--inptu", "a");
        refused(WAREHOUSE, "there is no option '--lake', or its value is missing", "--input", "a", "--lake");
        refused(Map.of(), "REPORTING_DB_HOST and REPORTING_DB_USER are not set", "--input", "a", "--lake", "b");
        refused(
                Map.of("LOG_MIN_SEVERITY", "ERROR"),
                "LOG_MIN_SEVERITY is \"ERROR\"",
                "--input",
                "a",
                "--lake",
                "b",
                "--lake-only");
        refused(
                Map.of("LOG_SAMPLE_PCT", "101"),
                "LOG_SAMPLE_PCT is \"101\"",
                "--input",
                "a",
                "--lake",
                "b",
                "--lake-only");
        refused(
                Map.of("LOG_REDACTION_RULES", "/no/such/file"),
                "LOG_REDACTION_RULES, /no/such/file, cannot be used",
                "--input",
                "a",
                "--lake",
                "b",
                "--lake-only");
    }

    private static void refused(Map<String, String> settings, String message, String... words) {
        assertThatThrownBy(() -> JobArguments.of(words, settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static JobArguments arguments(Map<String, String> settings, String... words) {
        return JobArguments.of(words, settings);
    }
}
