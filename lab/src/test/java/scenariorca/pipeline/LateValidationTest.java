package scenariorca.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import scenariorca.LoadedWarehouse;
import scenariorca.SourcePlatform;

/** Changes that the source makes without a time stamp. */
final class LateValidationTest {
    @Test
    void an_input_validated_long_after_it_was_written_is_found_though_no_time_stamp_says_so() {
        try (SourcePlatform platform = SourcePlatform.of(12, 20, 10);
                LoadedWarehouse warehouse = new LoadedWarehouse(platform)) {
            platform.execute("update fc_scenario_node_data set input_validated = false");
            platform.execute("update fc_scenario_event_data set is_validated = false");
            assertThat(platform.value("select count(*) from fc_scenario_event_data where end_at is null"))
                    .isNotEqualTo("0");
            warehouse.full();
            platform.execute("update fc_scenario_node_data set input_validated = true where end_at is null");
            platform.execute("update fc_scenario_event_data set is_validated = true where end_at is null");

            assertThat(warehouse.incremental().rowsWritten()).isPositive();
            VerificationReport report = warehouse.verify();
            assertThat(report.isEqual()).as("%s", report).isTrue();
            assertThat(warehouse.incremental().rowsWritten()).isZero();
        }
    }
}
