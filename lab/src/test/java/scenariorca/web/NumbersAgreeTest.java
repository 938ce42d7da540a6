package scenariorca.web;

import static org.assertj.core.api.Assertions.assertThat;
import static scenariorca.web.ShownPage.cell;
import static scenariorca.web.ShownPage.link;
import static scenariorca.web.ShownPage.number;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same thing has the same number on every page, in every table to take away, and in the warehouse. */
@Tag("system")
final class NumbersAgreeTest {
    private static final String FROM = "timestamptz '2026-11-14T00:00:00Z'";
    private static final String FAILED = "run_outcome in ('failed', 'timeout')";

    @Test
    void the_runs_of_a_week_are_counted_one_way() {
        ShownPage start = ShownPage.of("/");
        ShownPage overview = ShownPage.of("/overview?days=7");
        ShownPage reliability = ShownPage.of("/reliability?days=7");
        long runs = runsWhere("run_started_at >= " + FROM);
        long failed = runsWhere("run_started_at >= " + FROM + " and " + FAILED);

        assertThat(runs).isPositive();
        assertThat(start.fact("Last 7 days")).isEqualTo(runs);
        assertThat(overview.fact("Runs")).isEqualTo(runs);
        assertThat(overview.headline())
                .startsWith(runsWhere("run_started_at >= " + FROM + " and run_outcome = 'success'") + " of " + runs
                        + " runs in the last 7 days succeeded");
        assertThat(ShownPage.rowsOf("/runs.csv?start_date=2026-11-14")).isEqualTo(runs);
        assertThat(reliability.headline()).startsWith(failed + " of " + runs + " runs in the last 7 days failed");
        assertThat(reliability.fact("Failed runs")).isEqualTo(failed);
        assertThat(ShownPage.rowsOf("/runs.csv?start_date=2026-11-14&outcome=failed&outcome=timeout"))
                .isEqualTo(failed);
        assertThat(reliability.rows("categories").stream()
                        .mapToLong(row -> number(cell(row, "Runs")))
                        .sum())
                .isEqualTo(failed);
    }

    @Test
    void the_scenarios_that_fail_now_are_counted_one_way() {
        long failing = DemoSite.number("select count(*) from (select distinct on (scenario_key) run_outcome from"
                + " rpt.fact_scenario_run where run_started_at >= " + FROM
                + " and run_outcome in ('success', 'failed', 'timeout') order by scenario_key, run_started_at desc,"
                + " run_id desc) as newest where " + FAILED);
        ShownPage reliability = ShownPage.of("/reliability?days=7");

        assertThat(failing).isPositive();
        assertThat(ShownPage.of("/").fact("Failing now")).isEqualTo(failing);
        assertThat(ShownPage.of("/overview?days=7").fact("Failing now")).isEqualTo(failing);
        assertThat(reliability.fact("Failing now")).isEqualTo(failing);
        assertThat(reliability.rows("broken")).hasSize((int) failing);
    }

    @Test
    void a_problem_has_the_same_runs_everywhere() {
        List<String> rows = ShownPage.of("/problems?days=365").rows("problems");
        assertThat(rows).hasSizeGreaterThan(5);
        for (String row : rows) {
            String path = link(row, "/problems/");
            String id = path.substring("/problems/".length());
            ShownPage page = ShownPage.of(path);
            long runs = runsWhere(
                    "problem_key = (select problem_key from rpt.dim_problem where problem_id = '" + id + "')");

            assertThat(number(cell(row, "Runs"))).as(path).isEqualTo(runs);
            assertThat(page.fact("Runs")).as(path).isEqualTo(runs);
            assertThat(page.fact("Scenarios")).as(path).isEqualTo(number(cell(row, "Scenarios")));
            assertThat(ShownPage.rowsOf("/runs.csv?problem_id=" + id)).as(path).isEqualTo(runs);
            assertThat(number(cell(row, "In this time"))).as(path).isEqualTo(runs);
            assertThat(page.rows("scenarios").stream()
                            .mapToLong(one -> number(cell(one, "Runs")))
                            .sum())
                    .as(path)
                    .isEqualTo(runs);
            assertThat(cell(row, "State")).as(path).contains(state(page));
        }
        for (String row : ShownPage.of("/").rows("broken")) {
            assertThat(rows.stream().filter(one -> link(one, "/problems/").equals(link(row, "/problems/"))))
                    .singleElement()
                    .satisfies(one -> assertThat(cell(one, "Runs")).isEqualTo(cell(row, "Runs")));
        }
    }

    private static String state(ShownPage problem) {
        return problem.html().replaceAll("(?s).*?<dd class=\"o-[a-z]+\"><span[^>]*>.</span> ([a-z]+).*", "$1");
    }

    @Test
    void an_error_pattern_has_the_same_runs_everywhere_and_is_new_everywhere_or_nowhere() {
        List<String> rows = ShownPage.of("/reliability?days=365").rows("patterns");
        assertThat(rows).hasSizeGreaterThan(10);
        for (String row : rows) {
            String path = link(row, "/pattern/");
            String fingerprint = path.replaceAll("/pattern/([0-9a-f]+).*", "$1");
            ShownPage page = ShownPage.of(path);
            String key =
                    "(select error_pattern_key from rpt.dim_error_pattern where fingerprint = '" + fingerprint + "')";
            long runs = runsWhere("error_pattern_key = " + key
                    + " or run_id in (select run_id from rpt.fact_node_calc_detail where calc_outcome in ('failed',"
                    + " 'timeout') and error_pattern_key = " + key + ")");

            assertThat(number(cell(row, "Failed"))).as(path).isEqualTo(runs);
            assertThat(page.fact("Runs that failed so")).as(path).isEqualTo(runs);
            assertThat(ShownPage.rowsOf("/runs.csv?fingerprint=" + fingerprint))
                    .as(path)
                    .isEqualTo(runs);
            assertThat(page.rows("scenarios").stream()
                            .mapToLong(one -> number(cell(one, "Runs")))
                            .sum())
                    .as(path)
                    .isEqualTo(runs);
            assertThat(cell(row, "Trend").contains("new"))
                    .as(path)
                    .isEqualTo(page.html().contains("<strong>New:</strong>"));
        }
        assertThat(rows.stream().map(row -> cell(row, "Severity")).distinct()).hasSizeGreaterThan(2);
    }

    @Test
    void a_scenario_has_the_same_runs_everywhere() {
        for (String row : ShownPage.of("/overview?days=365").rows("failing")) {
            String path = link(row, "/scenario/");
            String id = path.substring("/scenario/".length());
            String key = "scenario_key = (select scenario_key from rpt.dim_scenario where scenario_id = '" + id + "')";
            ShownPage page = ShownPage.of(path);

            assertThat(page.fact("Runs")).as(path).isEqualTo(runsWhere(key));
            assertThat(ShownPage.rowsOf("/runs.csv?scenario_id=" + id)).as(path).isEqualTo(runsWhere(key));
            assertThat(number(cell(row, "Failed"))).as(path).isEqualTo(runsWhere(key + " and " + FAILED));
            assertThat(ShownPage.rowsOf(link(row, "/runs?").replace("/runs?", "/runs.csv?")))
                    .as(path)
                    .isEqualTo(number(cell(row, "Failed")));
            for (String problem : page.rows("problems")) {
                String problemId = link(problem, "/problems/").substring("/problems/".length());
                assertThat(ShownPage.rowsOf(link(problem, "/runs?").replace("/runs?", "/runs.csv?")))
                        .as(path)
                        .isEqualTo(number(cell(problem, "Runs")));
                assertThat(number(cell(problem, "Runs")))
                        .as(path)
                        .isEqualTo(runsWhere(key + " and problem_key = (select problem_key from rpt.dim_problem where"
                                + " problem_id = '" + problemId + "')"));
            }
        }
    }

    private static long runsWhere(String condition) {
        return DemoSite.number("select count(*) from rpt.fact_scenario_run where " + condition);
    }
}
