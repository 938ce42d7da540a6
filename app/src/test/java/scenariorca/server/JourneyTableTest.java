package scenariorca.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import scenariorca.platform.Json;
import scenariorca.report.ReportDatabase;

/** A journey of more actions than an answer lists. */
final class JourneyTableTest {
    private static final String JOURNEY = "/api/v1/rca/user/asmith/journey?days=60";

    @Test
    void as_a_table_it_is_whole_and_as_json_it_says_what_it_leaves_out() {
        ReportDatabase database = ReportDatabase.filled("journey");
        database.execute("""
                insert into fact_user_action (
                    user_key, scenario_key, action_type, action_category, target_entity_type, target_entity_id, success,
                    action_timestamp
                )
                select
                    2, 1, 'edit_input_data', 'input_data', 'node_input', md5('action' || number)::uuid, true,
                    timestamptz '2026-01-12T00:00Z' + number * interval '4 minutes'
                from generate_series(1, 10100) as number;
                """);
        try (TestServer server = TestServer.start(database, null)) {
            String table = server.get(JOURNEY, "Accept", "text/csv").body();
            var journey = Json.read(server.get(JOURNEY).body());

            long count = journey.get("action_count").longValue();
            assertThat(count).isGreaterThan(10_000);
            assertThat(table.lines().count()).isEqualTo(count + 1);
            assertThat(table.lines().skip(1)).isSorted();
            assertThat(journey.get("actions").size()).isEqualTo(10_000);
            assertThat(journey.get("actions_omitted").longValue()).isEqualTo(count - 10_000);
        }
    }
}
