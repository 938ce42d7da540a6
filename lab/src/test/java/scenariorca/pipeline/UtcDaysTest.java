package scenariorca.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import scenariorca.LoadedWarehouse;
import scenariorca.SourcePlatform;
import scenariorca.warehouse.Viewer;
import scenariorca.warehouse.Warehouse;
import scenariorca.warehouse.WarehouseReader;

/** Tests run in a zone far from UTC. */
final class UtcDaysTest {
    @Test
    void a_run_counts_for_its_utc_day_in_whichever_zone_the_program_runs() throws SQLException {
        assertThat(TimeZone.getDefault().getRawOffset()).isNegative();
        try (SourcePlatform platform = SourcePlatform.of(2, 4, 3);
                LoadedWarehouse loaded = new LoadedWarehouse(platform)) {
            platform.execute("""
                    update fc_scenario_run
                    set run_at = '2026-01-06 02:30:00+00', run_complete_at = '2026-01-06 02:31:00+00'
                    where id = md5('run 1 2')::uuid
                    """);
            loaded.full();

            assertThat(loaded.value("select run_date_key from fact_scenario_run where run_id = md5('run 1 2')::uuid"))
                    .isEqualTo("20260106");
            assertThat(loaded.value("""
                    select count(*) from fact_scenario_run
                    where run_date_key <> to_char(run_started_at at time zone 'UTC', 'YYYYMMDD')::int
                    """)).isEqualTo("0");
            assertThat(loaded.value("select count(*) from fact_reliability_daily where date_key = 20260106"))
                    .isEqualTo("1");
            try (Warehouse warehouse = Warehouse.open(loaded.settings());
                    WarehouseReader reader = WarehouseReader.open(warehouse.address(), 1)) {
                for (int time = 0; time < 2; time++) {
                    String zone = reader.read(
                            Viewer.ALL, snapshot -> snapshot.query("zone.sql").one(row -> row.text("zone")));
                    assertThat(zone).isEqualTo("UTC");
                }
                try (Connection own = reader.connect();
                        Statement statement = own.createStatement();
                        var rows = statement.executeQuery("show time zone")) {
                    rows.next();
                    assertThat(rows.getString(1)).isEqualTo("UTC");
                }
            }
        }
    }
}
