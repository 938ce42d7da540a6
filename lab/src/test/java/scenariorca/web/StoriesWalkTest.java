package scenariorca.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import scenariorca.simulator.Stories;

/** The five stories, from the start page to the cause, as a person on support duty walks them. Steps are counted. */
@Tag("system")
final class StoriesWalkTest {
    private static Chromium browser;

    @BeforeAll
    static void start() {
        browser = Chromium.start();
        DemoSite.url();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private static Stories.Story story(int number) {
        return DemoSite.story(number);
    }

    /** Opens the start page and pastes there. */
    private static void pasted(Tab tab, Object id) {
        tab.go(DemoSite.url() + "/");
        tab.assertSearching();
        tab.paste(id.toString());
    }

    /** Opens the start page, types there and presses Enter. */
    private static void typed(Tab tab, String text) {
        tab.go(DemoSite.url() + "/");
        tab.assertSearching();
        tab.type(text);
        tab.press("Enter");
    }

    /** Goes down the rows of a page by key until one leads there, and opens it. */
    private static int chosen(Tab tab, String path) {
        for (int rows = 1; rows <= 20; rows++) {
            tab.press("j");
            if (path.equals(tab.eval("document.activeElement.getAttribute('href')"))) {
                tab.press("Enter");
                tab.arrive(path);
                return rows;
            }
        }
        throw new AssertionError("no row of " + tab.path() + " leads to " + path);
    }

    private static String run(int story) {
        return "/run/" + story(story).runId();
    }

    private static String scenario(int story) {
        return "/scenario/" + story(story).scenarioId();
    }

    private static String keys(int rows) {
        return rows == 1 ? ", j, Enter" : ", " + rows + " times j, Enter";
    }

    private static void say(int story, String how, String steps) {
        System.out.println("story " + story + ", " + how + ": " + steps);
    }

    @Test
    void story_1_my_run_failed_and_i_do_not_know_why() {
        try (Tab tab = browser.open()) {
            pasted(tab, story(1).runId());
            tab.arrive(run(1));
            assertThat(tab.text("h1"))
                    .contains("Treatment Share")
                    .contains("market_share was changed from 0.1 to 0.90")
                    .contains("13 minutes before");
            assertThat(tab.text("main")).contains("set market_share of Treatment Share back to 0.1");
            say(1, "by mouse", "1 paste, no click");

            typed(tab, story(1).runId().toString());
            tab.arrive(run(1));
            assertThat(tab.text("h1")).contains("market_share was changed from 0.1 to 0.90");
            say(1, "by keyboard", "1 id typed, Enter");
        }
    }

    @Test
    void story_2_i_submitted_my_scenario_and_it_disappeared() {
        try (Tab tab = browser.open()) {
            pasted(tab, story(2).scenarioId());
            tab.arrive(scenario(2));
            assertThat(tab.text("h1"))
                    .contains("was withdrawn by " + story(2).user())
                    .contains("after it was submitted");
            say(2, "by mouse", "1 paste, no click");

            typed(tab, story(2).user());
            tab.arrive(Pattern.compile("/user/.*"));
            assertThat(tab.text("main")).contains("withdraw scenario").contains(story(2).scenarioName());
            say(2, "by keyboard, from the user's name", "1 name typed, Enter");
        }
    }

    @Test
    void story_3_many_scenarios_fail_validation() {
        try (Tab tab = browser.open()) {
            tab.go(DemoSite.url() + "/");
            tab.click("nav a[href='/reliability']");
            tab.arrive("/reliability");
            tab.click("#patterns ~ table a:text('treatment_duration must be between')");
            assertStory3(tab);
            say(3, "by mouse", "2 clicks");

            typed(tab, "treatment_duration must be between");
            tab.arrive(Pattern.compile("/search.*"));
            tab.press("j");
            tab.press("Enter");
            tab.arrive(Pattern.compile("/problems/.*"));
            assertThat(tab.text("h1")).contains("treatment_duration must be between");
            assertThat(tab.text(".facts")).containsPattern("Runs\\s*32").containsPattern("Scenarios\\s*9");
            say(3, "by keyboard", "1 text typed, Enter, j, Enter");
        }
    }

    private static void assertStory3(Tab tab) {
        tab.arrive(Pattern.compile("/pattern/.*"));
        assertThat(tab.text("h1")).contains("treatment_duration must be between");
        assertThat(tab.text(".lead")).contains("32 runs of 9 scenarios failed so");
        assertThat(tab.text("main")).contains("Treatment Duration").contains("2026-11-16");
    }

    @Test
    void story_4_nobody_changed_anything_and_it_fails() {
        try (Tab tab = browser.open()) {
            pasted(tab, story(4).runId());
            assertStory4(tab);
            say(4, "by mouse", "1 paste, no click");

            typed(tab, story(4).runId().toString().substring(0, 18));
            assertStory4(tab);
            say(4, "by keyboard, from the first digits", "1 text typed, Enter");
        }
    }

    private static void assertStory4(Tab tab) {
        tab.arrive(run(4));
        assertThat(tab.text("h1")).contains("the cause is the platform").containsPattern("(?i)out ?of ?memory");
        assertThat(tab.text("#suspects ~ .suspects li")).contains("the platform");
    }

    @Test
    void story_5_it_got_slow() {
        try (Tab tab = browser.open()) {
            pasted(tab, story(5).runId());
            assertStory5(tab);
            say(5, "by mouse", "1 paste, no click");

            typed(tab, story(5).scenarioName());
            tab.arrive(scenario(5));
            int runs = chosen(tab, run(5));
            assertStory5(tab);
            say(5, "by keyboard, from the scenario's name", "1 name typed, Enter" + keys(runs));
        }
    }

    private static void assertStory5(Tab tab) {
        tab.arrive(run(5));
        assertThat(tab.text("h1")).contains("times the usual").contains("slow since");
        assertThat(tab.text("#slow ~ table")).contains("instead of");
    }
}
