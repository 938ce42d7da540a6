package scenariorca.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import scenariorca.report.ReportDatabase;
import scenariorca.server.TestServer;

/** An open page that hears of new data. */
@Tag("system")
final class LivePageTest {
    private static final String LINE = "#news";

    private Chromium browser;
    private ReportDatabase database;
    private TestServer server;
    private Tab tab;

    @BeforeEach
    void start() {
        browser = Chromium.start();
        database = ReportDatabase.filled("livepage");
        server = TestServer.start(database, null);
        tab = browser.open();
    }

    @AfterEach
    void stop() {
        tab.close();
        server.close();
        browser.close();
    }

    @Test
    void it_says_so_in_one_line_and_shows_it_when_asked() {
        tab.go(address("/runs"));
        int rows = tab.count("main tbody tr");
        assertThat(tab.locator(LINE).isVisible()).isFalse();

        fail(3, 2);
        tab.locator(LINE).getByText("3 more runs failed").waitFor();
        assertThat(tab.count("main tbody tr")).as("nothing moves by itself").isEqualTo(rows);

        tab.click(LINE + " button");
        tab.locator("footer").getByText("version 2").waitFor();
        assertThat(tab.count("main tbody tr")).isEqualTo(rows + 3);
        assertThat(tab.locator(LINE).isVisible()).isFalse();
        assertThat(tab.complaints()).isEmpty();
        tab.assertReadable("live-runs");
    }

    @Test
    void with_live_in_its_address_it_shows_it_at_once_and_the_switch_is_on_the_page() {
        tab.go(address("/runs"));
        int rows = tab.count("main tbody tr");
        tab.click("[data-live] button");
        tab.arrive("/runs?live=");

        fail(2, 5);
        tab.locator("footer").getByText("version 5").waitFor();
        assertThat(tab.count("main tbody tr")).isEqualTo(rows + 2);
        fail(1, 6);
        tab.locator("footer").getByText("version 6").waitFor();
        assertThat(tab.count("main tbody tr")).isEqualTo(rows + 3);

        tab.click("[data-live] button");
        tab.arrive("/runs");
        assertThat(tab.complaints()).isEmpty();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    /** So many runs of scenario 2 fail, and a load brings them. */
    private void fail(int runs, int version) {
        database.execute("""
                insert into fact_scenario_run
                overriding system value
                select (jsonb_populate_record(run, jsonb_build_object(
                    'run_id', gen_random_uuid(),
                    'run_fact_key', (select max(run_fact_key) from fact_scenario_run) + copy_no,
                    'problem_key', null,
                    'run_started_at', '2026-02-10T11:56Z',
                    'run_ended_at', '2026-02-10T11:57Z'
                ))).*
                from fact_scenario_run as run
                cross join generate_series(1, %d) as copy_no
                where run.run_fact_key = 6;
                insert into etl_run (mode, status, version, rows_written, source_snapshot_at, started_at, ended_at)
                values ('incremental', 'published', %d, 1, '2026-02-10T11:55:30Z', now(), now());
                notify rca_published
                """.formatted(runs, version));
    }
}
