package scenariorca.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A page in a browser, used as a person would: by address, keyboard and eye. Never asks what is not there yet. */
final class Tab implements AutoCloseable {
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final String SEARCH = "#q";

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    Tab(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " " + message.location());
            }
        });
        page.onRequest(request -> requests.add(request.url()));
    }

    /** Opens an address and waits until it is there. */
    Tab go(String url) {
        page.navigate(url);
        return this;
    }

    /** Waits until the tab is at this path, whole, with its query if any. */
    void arrive(String path) {
        arrive(Pattern.compile(Pattern.quote(path)));
    }

    /** @param path what the whole path with its query looks like */
    void arrive(Pattern path) {
        page.waitForURL(url -> path.matcher(path(url)).matches());
    }

    private static String path(String url) {
        URI uri = URI.create(url);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    /** What is shown of the first such element. */
    String text(String selector) {
        return page.locator(selector).first().innerText();
    }

    /** How many such elements there are. */
    int count(String selector) {
        return page.locator(selector).count();
    }

    Locator locator(String selector) {
        return page.locator(selector);
    }

    String path() {
        return path(page.url());
    }

    Object eval(String script) {
        return page.evaluate(script);
    }

    /** Fails unless what is typed next goes into the search box. */
    void assertSearching() {
        assertThat(page.locator(SEARCH)).isFocused();
    }

    /** Types as a keyboard does, where the cursor is. */
    void type(String text) {
        page.keyboard().type(text);
    }

    /** Puts a text where the cursor is, from the clipboard. */
    void paste(String text) {
        page.evaluate("text => navigator.clipboard.writeText(text)", text);
        press("Control+v");
    }

    /** One key. Example: Enter, Tab, /, j, Control+k */
    void press(String key) {
        page.keyboard().press(key);
    }

    void click(String selector) {
        page.locator(selector).first().click();
    }

    void size(int width, int height) {
        page.setViewportSize(width, height);
    }

    /** The other is what the browser does by itself; its name has an i, which Playwright loses where Turkish is spoken. */
    void dark(boolean isDark) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(isDark ? ColorScheme.DARK : null));
    }

    /** Keeps a picture of the whole page as build output. */
    void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** Light and dark, on a screen and on a phone: nothing axe finds, nothing wider than the screen; with a picture each. */
    void assertReadable(String name) {
        for (boolean isDark : new boolean[] {false, true}) {
            for (int width : new int[] {1440, 360}) {
                size(width, 900);
                dark(isDark);
                String what = name + (isDark ? "-dark-" : "-light-") + width;
                shoot(what);
                // Colours differ by theme, what is where by width: two of the four see all of both.
                if (isDark == (width == 360)) {
                    assertThat(barriers()).as(what).isEmpty();
                }
                assertThat((int) eval("document.documentElement.scrollWidth"))
                        .as(what + " is not wider than the screen")
                        .isLessThanOrEqualTo(width);
            }
        }
    }

    /**
     * What can be used with a mouse and is not reached by the tab key, or does not show that it was; walks the whole page.
     *
     * @param most keys pressed before giving up
     */
    @SuppressWarnings("unchecked") // what the script returns
    List<String> unreachable(int most) {
        eval("""
                () => {
                  window.__met = new Set();
                  window.__dim = [];
                  document.addEventListener("focusin", ({ target }) => {
                    window.__met.add(target);
                    const style = getComputedStyle(target);
                    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) {
                      window.__dim.push("no outline: " + target.outerHTML.slice(0, 160));
                    }
                  });
                  document.activeElement.blur();
                }""");
        // Where the first key leads depends on where the focus was: only a second time at the end is a whole round.
        int ends = 0;
        for (int keys = 0; keys < most && ends < 2; keys++) {
            press("Tab");
            ends += (boolean) eval("document.activeElement === document.body") ? 1 : 0;
        }
        return (List<String>) eval("""
                [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary, textarea")]
                  .filter((control) => control.checkVisibility({ visibilityProperty: true }) && control.tabIndex >= 0)
                  .filter((control) => !window.__met.has(control))
                  .map((control) => "never met: " + control.outerHTML.slice(0, 160))
                  .concat(window.__dim)""");
    }

    /** What axe finds wrong, each as one line; empty when nothing. */
    List<String> barriers() {
        // No page here has frames, across which it would have to collect what it finds.
        return new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ": " + node.getHtml() + " " + node.getFailureSummary()))
                        .toList();
    }

    /** Errors and exceptions since the tab was opened. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Addresses asked for since the tab was opened. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        context.close();
    }
}
