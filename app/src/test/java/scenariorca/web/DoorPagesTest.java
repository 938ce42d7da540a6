package scenariorca.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import scenariorca.report.ReportDatabase;
import scenariorca.server.TestServer;

/** The pages that show no data: the door, what went wrong, and nothing loaded yet. */
@Tag("system")
final class DoorPagesTest {
    private static final String KEY = "a-key-nobody-can-guess";
    private static final String RUN = "/run/4e000000-0000-4000-8000-000000000003";

    private static Chromium browser;

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

    @Test
    void the_door_and_every_error_are_pages_that_help() {
        try (TestServer server = TestServer.start(ReportDatabase.filled("door"), KEY);
                Tab tab = browser.open()) {
            String url = "http://127.0.0.1:" + server.port();
            tab.go(url + RUN);
            readable(tab, "sign-in", "Sign in", "The browser keeps a cookie");
            tab.click("#key");
            tab.type("not-a-key-of-this-server");
            tab.press("Enter");
            tab.locator("[role=alert]").waitFor();
            readable(tab, "sign-in-refused", "Sign in", "That is no key of this server");
            tab.click("#key");
            tab.type(KEY);
            tab.press("Enter");
            tab.arrive(RUN);

            tab.go(url + "/nowhere");
            readable(tab, "error-404", "There is nothing at this path", "Start page");
            tab.go(url + "/overview?days=x");
            readable(tab, "error-400", "days must be a whole number", "Correct the address");
            server.database().drop();
            for (int times = 0; times < 100 && !tab.text("h1").contains("warehouse"); times++) {
                tab.go(url + "/reliability");
            }
            readable(tab, "error-503", "warehouse", "./rca doctor");
        }
    }

    @Test
    void nothing_loaded_is_a_page_that_names_the_command() {
        try (TestServer server = TestServer.start(ReportDatabase.empty("nothing"), null);
                Tab tab = browser.open()) {
            for (String path :
                    List.of("/", "/overview", "/reliability", "/users", "/runs", "/compare", "/search?q=ab")) {
                tab.go("http://127.0.0.1:" + server.port() + path);
                assertThat(tab.text("main")).as(path).contains("Nothing was loaded yet", "./rca etl --full");
                tab.assertReadable("nothing-loaded" + path.replaceAll("[/?=]", "-"));
            }
            assertThat(tab.complaints()).isEmpty();
        }
    }

    private static void readable(Tab tab, String name, String title, String help) {
        assertThat(tab.text("h1")).as(name).contains(title);
        assertThat(tab.text("main")).as(name).contains(help);
        tab.assertReadable(name);
    }
}
