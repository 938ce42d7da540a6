package scenariorca.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scenariorca.App;
import scenariorca.TestDatabase;
import scenariorca.pipeline.LoadRequest;
import scenariorca.platform.Settings;
import scenariorca.server.RcaServer;
import scenariorca.server.ServerSettings;
import scenariorca.simulator.Profile;
import scenariorca.simulator.Simulation;
import scenariorca.simulator.SimulationRequest;
import scenariorca.simulator.SimulationTarget;
import scenariorca.simulator.Stories;
import scenariorca.warehouse.Migration;
import scenariorca.warehouse.WarehouseReader;

/** The five stories, from the start page to the cause, as a person on support duty walks them. Steps are counted. */
final class StoriesWalkTest {
    private static final Instant END = Instant.parse("2026-11-20T15:00:00Z");
    private static final long CACHE_BYTES = 64_000_000;

    private static Chromium browser;
    private static TestDatabase database;
    private static WarehouseReader reader;
    private static RcaServer server;

    @BeforeAll
    static void start() {
        browser = Chromium.start();
        database = TestDatabase.create("walk");
        try (TestDatabase platform = TestDatabase.create("platform")) {
            Simulation.run(
                    new SimulationRequest(Profile.STANDARD, 42, 0.15, END),
                    new SimulationTarget(
                            platform.address().url(), platform.address().properties("test"), true, false, null, null),
                    line -> {});
            Map<String, String> settings = new HashMap<>(settings("REPORTING", database));
            settings.putAll(settings("SOURCE", platform));
            try (App app = App.open(Settings.of(settings))) {
                new Migration(app.warehouse()).apply();
                app.pipeline().run(new LoadRequest.Full(), line -> {});
                reader = WarehouseReader.open(app.warehouse().address(), 4);
            }
        }
        server = RcaServer.start(
                new ServerSettings("127.0.0.1", 0, null, CACHE_BYTES), reader, Clock.fixed(END, ZoneOffset.UTC));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
            reader.close();
        }
        if (database != null) {
            database.close();
        }
    }

    private static Map<String, String> settings(String which, TestDatabase database) {
        var address = database.address();
        return Map.of(
                which + "_DB_HOST", address.host(),
                which + "_DB_PORT", Integer.toString(address.port()),
                which + "_DB_NAME", address.database(),
                which + "_DB_USER", address.user(),
                which + "_DB_PASSWORD", address.password());
    }

    private static Stories.Story story(int number) {
        return Stories.endingAt(END).all().get(number - 1);
    }

    private static void pasted(Tab tab, Object id) {
        tab.go(server.url() + "/");
        tab.leaving();
        tab.paste(id.toString());
        tab.arrived();
    }

    private static void typed(Tab tab, String text) {
        tab.go(server.url() + "/");
        tab.leaving();
        tab.type(text);
        tab.press("Enter");
        tab.arrived();
    }

    private static void say(int story, String how, String steps) {
        System.out.println("story " + story + ", " + how + ": " + steps);
    }

    @Test
    void story_1_my_run_failed_and_i_do_not_know_why() {
        try (Tab tab = browser.open()) {
            pasted(tab, story(1).runId());

            assertThat(tab.text("h1"))
                    .contains("Treatment Share")
                    .contains("market_share was changed from 0.1 to 0.90")
                    .contains("13 minutes before");
            assertThat(tab.text("main")).contains("set market_share of Treatment Share back to 0.1");
            say(1, "by mouse", "1 paste, no click");

            typed(tab, story(1).runId().toString());
            assertThat(tab.text("h1")).contains("market_share was changed from 0.1 to 0.90");
            say(1, "by keyboard", "1 id typed, Enter");
        }
    }

    @Test
    void story_2_i_submitted_my_scenario_and_it_disappeared() {
        try (Tab tab = browser.open()) {
            pasted(tab, story(2).scenarioId());
            assertThat(tab.text("h1"))
                    .contains("was withdrawn by " + story(2).user())
                    .contains("after it was submitted");
            say(2, "by mouse", "1 paste, no click");

            typed(tab, story(2).user());
            assertThat(tab.path()).startsWith("/user/");
            assertThat(tab.text("main")).contains("withdraw scenario").contains(story(2).scenarioName());
            say(2, "by keyboard, from the user's name", "1 name typed, Enter");
        }
    }

    @Test
    void story_3_many_scenarios_fail_validation() {
        try (Tab tab = browser.open()) {
            tab.go(server.url() + "/");
            tab.leaving();
            tab.eval("document.querySelector(\"nav a[href='/reliability']\").click()");
            tab.arrived();
            tab.leaving();
            tab.eval("[...document.querySelectorAll('#patterns ~ table a')]"
                    + ".find(a => a.textContent.startsWith('treatment_duration must be between')).click()");
            tab.arrived();
            assertStory3(tab);
            say(3, "by mouse", "2 clicks");

            typed(tab, "treatment_duration must be between");
            if (!tab.path().startsWith("/pattern/")) {
                tab.press("j");
                tab.leaving();
                tab.press("Enter");
                tab.arrived();
            }
            assertThat(tab.path()).startsWith("/pattern/");
            say(3, "by keyboard", "1 text typed, Enter, j, Enter");
        }
    }

    private static void assertStory3(Tab tab) {
        assertThat(tab.text("h1")).contains("32 runs of 9 scenarios failed so");
        assertThat(tab.text("main")).contains("Treatment Duration").contains("2026-11-16");
    }

    @Test
    void story_4_nobody_changed_anything_and_it_fails() {
        try (Tab tab = browser.open()) {
            pasted(tab, story(4).runId());
            assertThat(tab.text("h1"))
                    .contains("the cause is the platform")
                    .contains("out of memory")
                    .contains("no input is to blame");
            say(4, "by mouse", "1 paste, no click");

            typed(tab, story(4).runId().toString().substring(0, 13));
            say(4, "by keyboard, from the first digits", "1 text typed, Enter");
        }
    }

    @Test
    void story_5_it_got_slow() {
        try (Tab tab = browser.open()) {
            pasted(tab, story(5).runId());
            assertThat(tab.text("h1")).contains("times the usual").contains("slow since");
            assertThat(tab.text("#slow + table")).contains("instead of");
            say(5, "by mouse", "1 paste, no click");

            typed(tab, story(5).scenarioName());
            assertThat(tab.text("main")).contains(story(5).scenarioName());
            say(5, "by keyboard, from the scenario's name", "1 name typed, Enter");
        }
    }
}
