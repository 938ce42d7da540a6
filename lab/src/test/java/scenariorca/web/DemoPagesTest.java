package scenariorca.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import scenariorca.platform.Json;

/** The pages with what the demo has to show: every kind of page, every kind of link. */
@Tag("system")
final class DemoPagesTest {
    private static final Pattern LINK =
            Pattern.compile("<(?:a|link|form(?![^>]* method=\"post\"))\\b[^>]* (?:href|action)=\"([^\"]*)\"");
    /** Enough of each kind of address to meet its cases; a demo has thousands that differ in an id only. */
    private static final int OF_EACH_KIND = 5;

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("demo-start", "/");
        pages.put("demo-overview", "/overview");
        pages.put("demo-reliability", "/reliability");
        pages.put("demo-scenario", "/scenario/" + DemoSite.story(1).scenarioId() + "?nodes=all");
        pages.put("demo-story-1", "/run/" + DemoSite.story(1).runId());
        pages.put("demo-story-2", "/scenario/" + DemoSite.story(2).scenarioId());
        pages.put("demo-story-2-journey", Links.user(DemoSite.story(2).user()));
        pages.put("demo-search-error-text", "/search?q=treatment_duration%20must%20be%20between");
        pages.put(
                "demo-pattern",
                Links.pattern(first("/errors/patterns?days=365&q=treatment_duration%20must%20be", "fingerprint")));
        pages.put("demo-node", Links.node(first("/nodes?q=Treatment%20Duration", "node_id")));
        pages.put("demo-story-4", "/run/" + DemoSite.story(4).runId());
        pages.put("demo-story-5", "/run/" + DemoSite.story(5).runId());
        pages.put("demo-compare", "/compare?a=" + DemoSite.story(1).runId());
        return pages;
    }

    private static String first(String question, String name) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String answer = client.send(
                            HttpRequest.newBuilder(URI.create(DemoSite.url() + "/api/v1/rca" + question))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            return Json.read(answer).get("items").get(0).get(name).stringValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void no_page_of_the_demo_has_a_barrier_and_each_is_photographed() {
        try (Chromium browser = Chromium.start();
                Tab tab = browser.open()) {
            pages().forEach((name, path) -> {
                tab.go(DemoSite.url() + path);
                tab.assertReadable(name);
            });
            assertThat(tab.complaints()).isEmpty();
            assertThat(tab.requests())
                    .allMatch(request -> request.startsWith(DemoSite.url() + "/") || request.startsWith("data:"));
        }
    }

    @Test
    void every_kind_of_link_of_the_demo_leads_somewhere() throws IOException, InterruptedException {
        Set<String> seen = new LinkedHashSet<>(pages().values());
        Deque<String> open = new ArrayDeque<>(seen);
        Map<String, Integer> kinds = new HashMap<>();
        int asked = 0;
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!open.isEmpty()) {
                String path = open.removeFirst();
                if (kinds.merge(kind(path), 1, Integer::sum) > OF_EACH_KIND) {
                    continue;
                }
                HttpResponse<String> response = client.send(
                        HttpRequest.newBuilder(URI.create(DemoSite.url() + path))
                                .header("Accept", "text/html,*/*;q=0.8")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                asked++;
                assertThat(response.statusCode()).as(path).isLessThan(400);
                boolean isPage =
                        response.headers().firstValue("content-type").orElse("").startsWith("text/html");
                Matcher links = LINK.matcher(isPage ? response.body() : "");
                while (links.find()) {
                    String link = links.group(1).replace("&amp;", "&").replaceAll("#.*", "");
                    assertThat(link).as("a link on " + path).matches("|/(?!/).*");
                    if (!link.isEmpty() && seen.add(link)) {
                        open.add(link);
                    }
                }
            }
        }
        assertThat(kinds).hasSizeGreaterThan(25);
        System.out.println(
                "crawled " + asked + " of the demo's addresses, of " + kinds.size() + " kinds, none of them broken");
    }

    /** An address without what differs between pages of one kind. */
    private static String kind(String path) {
        return path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{12,}", "ID")
                .replaceAll("/user/[^/?]+", "/user/NAME")
                .replaceAll("=[^&]*", "=");
    }
}
