package scenariorca.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import scenariorca.platform.Json;
import tools.jackson.databind.JsonNode;

/** A page in a browser, used as a person would: by address, keyboard and eye. */
final class Tab implements AutoCloseable {
    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final String AXE = resource("/axe.min.js");

    private final Chromium browser;
    private final String session;
    private final String context;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    Tab(Chromium browser, String session, String context) {
        this.browser = browser;
        this.session = session;
        this.context = context;
        browser.listen(this::note);
        List.of("Page", "Runtime", "Log", "Network").forEach(domain -> send(domain + ".enable", Map.of()));
    }

    private void note(JsonNode message) {
        if (!session.equals(message.path("sessionId").asString(""))) {
            return;
        }
        JsonNode parameters = message.path("params");
        switch (message.path("method").asString("")) {
            case "Runtime.exceptionThrown" ->
                complaints.add(parameters.at("/exceptionDetails").toString());
            case "Runtime.consoleAPICalled" -> {
                if (parameters.path("type").asString("").equals("error")) {
                    complaints.add(parameters.path("args").toString());
                }
            }
            case "Log.entryAdded" -> {
                if (parameters.at("/entry/level").asString("").equals("error")) {
                    complaints.add(parameters.at("/entry/text").asString("") + " "
                            + parameters.at("/entry/url").asString(""));
                }
            }
            case "Network.requestWillBeSent" ->
                requests.add(parameters.at("/request/url").asString(""));
            default -> {
                // nothing to note
            }
        }
    }

    JsonNode send(String method, Map<String, Object> parameters) {
        return browser.send(session, method, parameters);
    }

    /** Opens an address and waits until it is there. */
    Tab go(String url) {
        eval("window.__left = true");
        send("Page.navigate", Map.of("url", url));
        arrived();
        return this;
    }

    /** Waits for the next page after something that leads to one. */
    Tab arrived() {
        await("!window.__left && document.readyState === 'complete'");
        return this;
    }

    /** Marks the page, so that {@link #arrived} notices the next one. */
    void leaving() {
        eval("window.__left = true");
    }

    void await(String condition) {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < until) {
            try {
                if (eval(condition).asBoolean(false)) {
                    return;
                }
            } catch (AssertionError e) {
                // between two pages there is none to ask
            }
            LockSupport.parkNanos(20_000_000L);
        }
        throw new AssertionError(
                "never came true: " + condition + " at " + eval("location.href + '\\n' + document.body.innerText"));
    }

    JsonNode eval(String script) {
        JsonNode answer =
                send("Runtime.evaluate", Map.of("expression", script, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(script + ": " + answer.get("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    String text(String selector) {
        return eval("(document.querySelector(" + Json.write(selector) + ")||{innerText:''}).innerText")
                .asString("");
    }

    String path() {
        return eval("location.pathname + location.search").asString("");
    }

    /** Types as a keyboard does. */
    void type(String text) {
        send("Input.insertText", Map.of("text", text));
    }

    /** Puts a text where the cursor is, as Ctrl-V does. */
    void paste(String text) {
        eval("""
                (() => {
                  const field = document.activeElement;
                  field.value = %s;
                  field.dispatchEvent(new ClipboardEvent("paste", { bubbles: true }));
                })()""".formatted(Json.write(text)));
    }

    /** One key. Example: Enter, Tab, /, j */
    void press(String key) {
        press(key, 0);
    }

    /** @param modifiers 2 for Ctrl, 8 for Shift */
    void press(String key, int modifiers) {
        String text = key.length() == 1 ? key : key.equals("Enter") ? "\r" : "";
        int code = switch (key) {
            case "Enter" -> 13;
            case "Tab" -> 9;
            case "Escape" -> 27;
            default -> key.toUpperCase(java.util.Locale.ROOT).charAt(0);
        };
        Map<String, Object> down = new java.util.HashMap<>(
                Map.of("type", "keyDown", "key", key, "windowsVirtualKeyCode", code, "modifiers", modifiers));
        if (!text.isEmpty() && modifiers != 2) {
            down.put("text", text);
        }
        send("Input.dispatchKeyEvent", down);
        send(
                "Input.dispatchKeyEvent",
                Map.of("type", "keyUp", "key", key, "windowsVirtualKeyCode", code, "modifiers", modifiers));
    }

    void size(int width, int height) {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void dark(boolean isDark) {
        send(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", isDark ? "dark" : "light"))));
    }

    void scripts(boolean isOn) {
        send("Emulation.setScriptExecutionDisabled", Map.of("value", !isOn));
    }

    void zone(String zone) {
        send("Emulation.setTimezoneOverride", Map.of("timezoneId", zone));
    }

    /** Keeps a picture of the whole page as build output. */
    void shoot(String name) {
        String data = send("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
                .get("data")
                .stringValue();
        try {
            Files.createDirectories(SHOTS);
            Files.write(SHOTS.resolve(name + ".png"), Base64.getDecoder().decode(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Light and dark, on a screen and on a phone: nothing axe finds, nothing wider than the screen; with a picture each.
     *
     * @param isThorough whether axe looks at all four; otherwise at the light screen and the dark phone
     */
    void assertReadable(String name, boolean isThorough) {
        for (boolean isDark : new boolean[] {false, true}) {
            for (int width : new int[] {1440, 360}) {
                size(width, 900);
                dark(isDark);
                String what = name + (isDark ? "-dark-" : "-light-") + width;
                shoot(what);
                if (isThorough || isDark == (width == 360)) {
                    assertThat(barriers()).as(what).isEmpty();
                }
                assertThat(eval("document.documentElement.scrollWidth").asInt())
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
    List<String> unreachable(int most) {
        eval("""
                (() => {
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
                })()""");
        // Where the first key leads depends on where the focus was: only a second time at the end is a whole round.
        int ends = 0;
        for (int keys = 0; keys < most && ends < 2; keys++) {
            press("Tab");
            ends += eval("document.activeElement === document.body").asBoolean() ? 1 : 0;
        }
        return eval("""
                [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary, textarea")]
                  .filter((control) => control.checkVisibility({ visibilityProperty: true }) && control.tabIndex >= 0)
                  .filter((control) => !window.__met.has(control))
                  .map((control) => "never met: " + control.outerHTML.slice(0, 160))
                  .concat(window.__dim)""").valueStream().map(JsonNode::stringValue).toList();
    }

    /** What axe finds wrong, each as one line; empty when nothing. */
    List<String> barriers() {
        eval("window.axe || (() => {" + AXE + "})();0");
        JsonNode found = eval(
                "axe.run(document, {resultTypes: ['violations']}).then(result => "
                        + "result.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.html.slice(0, 200) + ' ' + n.failureSummary)))");
        return found.valueStream().map(JsonNode::stringValue).toList();
    }

    /** Errors and exceptions since the tab was opened. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Addresses asked for since the tab was opened. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private static String resource(String name) {
        try (InputStream in = Tab.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        browser.send("", "Target.disposeBrowserContext", Map.of("browserContextId", context));
    }
}
