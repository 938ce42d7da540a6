package scenariorca.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium, driven by Playwright, which downloads none. */
final class Chromium implements AutoCloseable {
    private static final String MISSING =
            "no browser here: install Chromium (Debian: apt-get install chromium), or point CHROMIUM at one";

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Skips the test when there is none, and says how to get one; fails where tests must be complete. */
    static Chromium start() {
        Optional<Path> program = program();
        if (program.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(MISSING);
        }
        Assumptions.assumeTrue(program.isPresent(), MISSING);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(program.get())
                                .setArgs(List.of("--disable-gpu", "--disable-dev-shm-usage"))));
    }

    private static Optional<Path> program() {
        return Stream.of(
                        System.getenv("CHROMIUM"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(path -> path != null && !path.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A tab of its own, with nothing kept from others. */
    Tab open() {
        return open(as -> as);
    }

    /** @param as what differs from a usual browser: scripts off, another zone */
    Tab open(UnaryOperator<Browser.NewContextOptions> as) {
        return new Tab(browser.newContext(as.apply(
                new Browser.NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")))));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
