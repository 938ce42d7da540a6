package scenariorca.web;

import static org.assertj.core.api.Assertions.assertThat;
import static scenariorca.web.ShownPage.number;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ten questions of a team lead, each answered in at most two clicks from the start page, and rightly. */
@Tag("system")
final class TeamLeadQuestionsTest {
    private static final String WEEK = "run_started_at >= timestamptz '2026-11-14T00:00:00Z'";
    private static final String FAILED = "run_outcome in ('failed', 'timeout')";
    private static final String STORY_3 = problem("%treatment_duration must be between%");
    private static final String STORY_4 = problem("%Engine out of memory%");

    private static Chromium browser;
    private Tab tab;
    private int clicks;

    @BeforeAll
    static void start() {
        browser = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    /** Opens the start page for one question. */
    private void ask(Runnable question) {
        try (Tab opened = browser.open(as -> as.setTimezoneId("UTC").setViewportSize(1440, 900))) {
            tab = opened;
            clicks = 0;
            tab.go(DemoSite.url() + "/");
            question.run();
            assertThat(clicks).isLessThanOrEqualTo(2);
        }
    }

    private void click(String selector) {
        clicks++;
        tab.click(selector);
    }

    private static String problem(String pattern) {
        return DemoSite.text(
                "select problem.problem_id from rpt.dim_problem as problem inner join rpt.dim_error_pattern as"
                        + " pattern on pattern.fingerprint = problem.root_fingerprint where pattern.pattern like '"
                        + pattern
                        + "' order by problem.last_seen_at desc limit 1");
    }

    private static String ofProblem(String id) {
        return "problem_key = (select problem_key from rpt.dim_problem where problem_id = '" + id + "')";
    }

    private static long runs(String condition) {
        return DemoSite.number("select count(*) from rpt.fact_scenario_run where " + condition);
    }

    private String cell(String problemId, String label) {
        return tab.text("tr:has(a[href='/problems/" + problemId + "']) td[data-label='" + label + "']");
    }

    @Test
    void the_start_page_shows_what_is_broken_in_one_screen_a_problem_a_row() {
        ask(() -> {
            assertThat(tab.count("section:has(#broken) a[href='/problems/" + STORY_3 + "']"))
                    .isEqualTo(1);
            assertThat(cell(STORY_3, "Runs")).isEqualTo("32");
            assertThat(cell(STORY_3, "Scenarios")).isEqualTo("9");
            assertThat(cell(STORY_3, "Since")).contains("after 2026.47.0");
            assertThat(runs(ofProblem(STORY_3))).isEqualTo(32);
            assertThat(tab.count("a[href='/problems/" + STORY_4 + "']")).isEqualTo(1);
            assertThat(number(cell(STORY_4, "Runs"))).isEqualTo(runs(ofProblem(STORY_4)));
            assertThat(Double.parseDouble(String.valueOf(
                            tab.eval("document.querySelector('section:has(#broken)').getBoundingClientRect().bottom"))))
                    .isLessThan(900);
        });
    }

    @Test
    void what_got_worse_this_week() {
        ask(() -> {
            click(".facts a[href^='/reliability?days=7']");
            tab.arrive(Pattern.compile("/reliability\\?days=7.*"));
            assertThat(tab.text("h1"))
                    .startsWith(runs(WEEK + " and " + FAILED) + " of " + runs(WEEK) + " runs in the last 7 days failed")
                    .containsPattern("(up|down) from [\\d.]+")
                    .containsPattern("most of all by “.*” \\(\\d+ runs");
        });
    }

    @Test
    void which_release_broke_it() {
        ask(() -> {
            String release =
                    DemoSite.text("select release.release_name from rpt.fact_problem_episode as episode inner join"
                            + " rpt.dim_release as release on release.release_key = episode.release_key where episode."
                            + ofProblem(STORY_3) + " order by episode.episode_no desc limit 1");
            click("a[href='/problems/" + STORY_3 + "']");
            tab.arrive("/problems/" + STORY_3);
            assertThat(tab.text(".lead")).startsWith("First failed 53\u00a0min").contains(release);
        });
    }

    @Test
    void who_is_affected() {
        ask(() -> {
            click("a[href='/problems/" + STORY_3 + "']");
            tab.arrive("/problems/" + STORY_3);
            long people = DemoSite.number(
                    "select count(distinct run_by_user_key) from rpt.fact_scenario_run where " + ofProblem(STORY_3));
            assertThat(tab.count("section:has(#scenarios) tr[data-row]")).isEqualTo(9);
            assertThat(tab.count("section:has(#scenarios) p a[href^='/user/']")).isEqualTo((int) people);
        });
    }

    @Test
    void which_node_is_flaky_and_which_is_broken() {
        ask(() -> {
            click("nav a[href='/reliability']");
            tab.arrive("/reliability");
            String row = "section:has(#nodes) tr:has-text('Treatment Duration'):has-text('Psoriasis Japan')";
            long failing =
                    DemoSite.number("select count(*) from (select distinct on (run.scenario_key) run.problem_key from"
                            + " rpt.fact_scenario_run as run inner join rpt.dim_model as model on model.model_key = run.model_key"
                            + " where model.model_name = 'Psoriasis Japan' and run.run_outcome in ('success', 'failed',"
                            + " 'timeout') order by run.scenario_key, run.run_started_at desc) as newest where newest."
                            + ofProblem(STORY_3));
            assertThat(failing).isPositive();
            assertThat(number(tab.text(row + " td[data-label='Now']"))).isEqualTo(failing);
            assertThat(tab.text("section:has(#nodes)")).contains("Inputs that passed, too");
            assertThat(tab.count("section:has(#flaky) tr[data-row]"))
                    .isEqualTo((int) number(tab.text(".facts div:has-text('Flaky') dd")));
        });
    }

    @Test
    void is_it_fixed() {
        ask(() -> {
            assertThat(tab.text("section:has(#recovered) tr:has(a[href='/problems/" + STORY_4 + "'])"))
                    .contains("resolved");
            click("a[href='/problems/" + STORY_4 + "']");
            tab.arrive("/problems/" + STORY_4);
            String recovered =
                    DemoSite.text("select to_char(recovered_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') from"
                            + " rpt.dim_problem where problem_id = '" + STORY_4 + "'");
            assertThat(tab.text(".facts")).contains("recovered " + recovered);
        });
    }

    @Test
    void what_changed_yesterday_at_two() {
        ask(() -> {
            tab.locator("section:has(#changed) [name=from]").fill("2026-11-19T13:00");
            tab.locator("section:has(#changed) [name=to]").fill("2026-11-19T15:00");
            click("section:has(#changed) button");
            tab.arrive(Pattern.compile("/changes\\?.*"));
            String window = " between timestamptz '2026-11-19T13:00:00Z' and timestamptz '2026-11-19T15:00:00Z'";
            long changes = DemoSite.number("select count(*) from rpt.view_scenario_audit_trail where event_type in"
                            + " ('state_change', 'input_change', 'event_change') and event_category is distinct from"
                            + " 'initial_value' and event_timestamp" + window)
                    + DemoSite.number("select count(*) from rpt.dim_release where released_at" + window);
            assertThat(tab.count("main tr[data-row]")).isEqualTo((int) changes);
        });
    }

    @Test
    void the_failed_runs_of_a_model_in_an_area() {
        ask(() -> {
            click("nav a[href='/runs']");
            tab.arrive("/runs");
            tab.locator("[name=outcome][value=failed]").check();
            tab.locator("select[name=therapeutic_area]").selectOption("Immunology");
            tab.locator("select[name=model_id]")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Psoriasis Japan"));
            click("main form.filter button");
            tab.arrive(Pattern.compile("/runs\\?.*model_id=.*"));
            long failed = DemoSite.number(
                    "select count(*) from rpt.fact_scenario_run as run inner join rpt.dim_model as model"
                            + " on model.model_key = run.model_key where model.model_name = 'Psoriasis Japan' and"
                            + " model.therapeutic_area = 'Immunology' and run.run_outcome = 'failed'");
            assertThat(failed).isPositive();
            assertThat(tab.text("h1")).startsWith(failed + " runs of model Psoriasis Japan that failed in Immunology");
        });
    }

    @Test
    void how_long_it_took_to_fix() {
        ask(() -> {
            click("a[href='/problems/" + STORY_4 + "']");
            tab.arrive("/problems/" + STORY_4);
            long seconds = DemoSite.number("select extract(epoch from recovered_at - started_at)::bigint from"
                    + " rpt.fact_problem_episode where " + ofProblem(STORY_4) + " order by episode_no desc limit 1");
            assertThat(tab.text("section:has(#episodes) td[data-label='Lasted']"))
                    .isEqualTo(Show.duration(java.time.Duration.ofSeconds(seconds)));
        });
    }

    @Test
    void the_failures_of_my_own_scenarios_as_owner_and_as_starter() {
        for (String field : new String[] {"owner", "user_id"}) {
            ask(() -> {
                click("nav a[href='/runs']");
                tab.arrive("/runs");
                tab.locator("[name=outcome][value=failed]").check();
                tab.locator("main [name=" + field + "]").fill("jdoe");
                click("main form.filter button");
                tab.arrive(Pattern.compile("/runs\\?.*jdoe.*"));
                long failed = DemoSite.number(
                        "select count(*) from rpt.fact_scenario_run as run inner join rpt.dim_scenario as"
                                + " scenario on scenario.scenario_key = run.scenario_key inner join rpt.dim_user as person on"
                                + " person.user_key = "
                                + (field.equals("owner") ? "scenario.created_by_user_key" : "run.run_by_user_key")
                                + " where person.user_id = 'jdoe' and run.run_outcome = 'failed'");
                assertThat(failed).isPositive();
                assertThat(number(tab.text("h1"))).isEqualTo(failed);
                assertThat(tab.count("main tr[data-row]")).isEqualTo((int) failed);
            });
        }
    }

    @Test
    void a_page_for_my_boss() {
        ask(() -> {
            click("nav a[href='/overview']");
            tab.arrive("/overview");
            String headline = tab.text("h1");
            click("details.brief-text summary");
            String text = tab.locator("#ticket").inputValue();
            assertThat(text).contains("[Overview](/overview?days=30)").contains(headline.substring(0, 20));
        });
    }
}
