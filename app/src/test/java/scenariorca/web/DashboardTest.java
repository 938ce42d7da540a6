package scenariorca.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import scenariorca.report.ReportDatabase;
import scenariorca.server.TestServer;

/** The pages in a real browser, on a warehouse whose names, inputs and errors are as hostile as they come. */
@Tag("system")
final class DashboardTest {
    private static final Pattern LINK = Pattern.compile("<(?:a|link)\\b[^>]* href=\"([^\"]*)\"");
    private static final int MOST_PAGES = 2_000;
    private static final int MOST_KEYS = 600;
    private static final String RUN_ID = "4e000000-0000-4000-8000-000000000003";
    private static final String RUN = "/run/" + RUN_ID;

    private static Chromium browser;
    private static TestServer server;

    @BeforeAll
    static void start() {
        browser = Chromium.start();
        ReportDatabase database = ReportDatabase.filled("dashboard");
        database.execute(HostileTexts.SQL);
        server = TestServer.start(database, null);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            server.close();
        }
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    private static List<PageTest.Case> pages() {
        return PageTest.cases().filter(page -> !page.name().contains(".")).toList();
    }

    @Test
    void no_page_has_a_barrier_a_complaint_or_a_request_elsewhere_and_each_is_photographed() {
        try (Tab tab = browser.open()) {
            for (PageTest.Case page : pages()) {
                tab.go(url(page.path()));
                tab.assertReadable(page.name());
            }
            assertThat(tab.complaints()).isEmpty();
            // The browser's own icons are data, not requests.
            assertThat(tab.requests()).allMatch(request -> request.startsWith(url("/")) || request.startsWith("data:"));
        }
    }

    @Test
    void every_link_leads_somewhere() {
        Set<String> seen = new LinkedHashSet<>(Set.of("/"));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty() && seen.size() < MOST_PAGES) {
            String path = open.removeFirst();
            HttpResponse<String> response = server.get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
            assertThat(response.statusCode()).as(path).isLessThan(400);
            if (response.headers().firstValue("content-type").orElse("").startsWith("text/html")
                    && !path.startsWith("/docs")) {
                Matcher links = LINK.matcher(response.body());
                while (links.find()) {
                    String link = links.group(1).replace("&amp;", "&").replaceAll("#.*", "");
                    assertThat(link).as("a link on " + path).matches("|/.*");
                    // Orders of a page that asks for anything else already are not followed: they multiply.
                    boolean isOtherOrder = path.contains("?") && link.contains("sort=");
                    if (!link.isEmpty() && !isOtherOrder && seen.add(link)) {
                        open.add(link);
                    }
                }
            }
        }
        assertThat(seen).hasSizeBetween(50, MOST_PAGES - 1);
        System.out.println("crawled " + seen.size() + " addresses, none of them broken");
    }

    @Test
    void an_anchor_leads_to_something_on_its_page() {
        HttpResponse<String> response = server.get(RUN, "Accept", "text/html");
        Matcher anchors = Pattern.compile("href=\"#([^\"]+)\"").matcher(response.body());
        while (anchors.find()) {
            assertThat(response.body()).contains("id=\"" + anchors.group(1) + "\"");
        }
    }

    @Test
    void hostile_texts_are_shown_and_never_obeyed() {
        try (Tab tab = browser.open()) {
            for (String path : List.of(
                    RUN,
                    "/scenario/5c000000-0000-4000-8000-000000000001",
                    "/overview",
                    "/",
                    "/runs",
                    "/pattern/f00000000001",
                    "/user/jdoe",
                    "/search?q=%3Cscript%3Ewindow.owned%3D1%3C%2Fscript%3E")) {
                tab.go(url(path));
                assertThat(tab.eval("window.owned")).as(path).isNull();
                assertThat(tab.count("img, main script, b.owned")).as(path).isZero();
            }
            tab.go(url(RUN));
            assertThat(tab.text(".crumbs")).contains("<script>window.owned=1</script>");
            String page = tab.locator("body").textContent();
            assertThat(page).contains("␛[31m").contains("[U+202E]").contains("10\u2009003 characters");
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @Test
    void without_scripts_everything_is_there() {
        try (Tab tab = browser.open(as -> as.setJavaScriptEnabled(false))) {
            tab.go(url("/"));
            tab.assertSearching();
            tab.type(RUN_ID);
            tab.press("Enter");
            tab.arrive(RUN);

            assertThat(tab.text("h1")).contains("Run failed in Treatment Share");
            assertThat(tab.count(".suspects li")).isPositive();
            assertThat(tab.count("button:not([hidden]):not([type=button])")).isPositive();
            assertThat(tab.count("button:not([hidden])[type=button]"))
                    .as("buttons that would do nothing")
                    .isZero();
            for (PageTest.Case page : pages()) {
                tab.go(url(page.path()));
                assertThat(tab.text("h1")).as(page.name()).isNotBlank();
            }
        }
    }

    @Test
    void the_keyboard_reaches_everything() {
        try (Tab tab = browser.open()) {
            tab.go(url("/overview"));
            tab.press("/");
            tab.assertSearching();
            tab.type(RUN_ID);
            tab.press("Enter");
            tab.arrive(RUN);

            tab.press("[");
            tab.arrive("/run/4e000000-0000-4000-8000-000000000002");
            tab.press("]");
            tab.arrive(RUN);
            tab.press("c");
            tab.arrive(Pattern.compile("/compare/.*"));
            tab.press("Control+k");
            tab.assertSearching();

            tab.go(url("/"));
            tab.eval("document.activeElement.blur()");
            tab.press("j");
            tab.press("Enter");
            tab.arrive(Pattern.compile("/problems/.*"));
            tab.press("?");
            assertThat(tab.locator("#keys").isVisible()).isTrue();
        }
    }

    @Test
    void every_control_is_reached_by_tab_and_shows_it() {
        try (Tab tab = browser.open()) {
            tab.size(1440, 900);
            for (String path : List.of(
                    "/",
                    "/overview",
                    "/reliability",
                    "/users",
                    "/user/jdoe",
                    "/runs",
                    "/compare",
                    "/scenario/5c000000-0000-4000-8000-000000000001",
                    "/pattern/f00000000001",
                    "/compare?a=4e000000-0000-4000-8000-000000000003",
                    RUN)) {
                tab.go(url(path));
                assertThat(tab.unreachable(MOST_KEYS)).as(path).isEmpty();
            }
        }
    }

    @Test
    void times_are_the_viewers_with_utc_at_hand() {
        try (Tab tab = browser.open(as -> as.setTimezoneId("Europe/Berlin"))) {
            tab.go(url(RUN));

            assertThat(tab.text(".facts")).contains("2026-02-09 12:05");
            assertThat(tab.text("footer")).contains("Europe/Berlin");
            assertThat(tab.locator(".facts time").first().getAttribute("title")).isEqualTo("2026-02-09 11:05 UTC");
            tab.press("u");
            assertThat(tab.text(".facts")).contains("2026-02-09 11:05");
        }
    }

    @Test
    void a_page_tells_times_in_one_zone_and_names_it_where_they_stand() {
        try (Tab tab = browser.open(as -> as.setTimezoneId("Europe/Berlin"))) {
            for (String path : List.of(
                    "/",
                    RUN,
                    "/scenario/5c000000-0000-4000-8000-000000000001",
                    "/compare?a=4e000000-0000-4000-8000-000000000003",
                    "/problems",
                    "/problems/a10000000001")) {
                tab.go(url(path));

                assertThat(tab.text("main"))
                        .as(path)
                        .doesNotContainPattern("\\d\\d:\\d\\d UTC")
                        .contains("Berlin");
            }
            tab.go(url("/changes?from=2026-02-09T10:00&to=2026-02-09T12:30"));
            assertThat(tab.eval("document.querySelector('[name=from]').value")).isEqualTo("2026-02-09T11:00");
            assertThat(tab.text("h1 ~ form")).contains("Berlin");
            tab.click("main form button");
            tab.arrive(Pattern.compile("/changes\\?from=2026-02-09T10%3A00&to=2026-02-09T12%3A30.*"));
        }
    }

    @Test
    void escape_leaves_the_search_so_that_keys_work() {
        try (Tab tab = browser.open()) {
            tab.go(url("/"));
            tab.press("Escape");
            tab.press("j");

            assertThat(tab.count(".here")).isEqualTo(1);
        }
    }

    @Test
    void the_ticket_can_be_taken_away() {
        String markdown = server.get(RUN + "/ticket.md").body();

        assertThat(markdown).startsWith("**Run failed in Treatment Share").contains("- Run: [`4e000000-");
        assertThat(markdown).doesNotContain("<script>");
    }
}
