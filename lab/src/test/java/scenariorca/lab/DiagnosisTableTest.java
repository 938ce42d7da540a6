package scenariorca.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import scenariorca.bench.CaseTruth;
import scenariorca.bench.DiagnosisScore;
import scenariorca.diagnosis.Stories;
import scenariorca.platform.Json;

final class DiagnosisTableTest {
    @Test
    void the_table_fits_eighty_columns_and_shows_a_figure_that_could_not_be_measured_as_none() {
        var score = new DiagnosisScore(true);
        score.add(
                CaseTruth.of(
                        Json.read(
                                "{\"run_id\":\"00000000-0000-0000-0000-000000000001\",\"class\":\"input\",\"kind\":\"overflow\","
                                        + "\"causes\":[{\"node_id\":\"00000000-0000-0000-0000-000000000004\",\"path\":\"/market_share\"}]}")),
                Stories.evidence("my-run-failed"),
                0);

        String table = DiagnosisTable.of(score.report());

        assertThat(table.lines()).allMatch(line -> line.length() <= 80);
        assertThat(table).contains("1 cases, 1 with an input cause, 0 without", "2-5 changed inputs, 1 cases");
        assertThat(table.lines().filter(line -> line.startsWith("  diagnosis")))
                .allMatch(line -> line.contains("1.000"));
        assertThat(table.lines().filter(line -> line.startsWith("false blame"))).allMatch(line -> line.contains("  -"));
    }
}
