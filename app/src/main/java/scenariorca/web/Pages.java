package scenariorca.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import scenariorca.report.Freshness;

/** Writes pages. */
public final class Pages {
    private static final List<String> FILES = List.of("rca.css", "rca.js");

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, Pages.class.getPackageName());
    private final String assets = hashOf(FILES);
    private final BooleanSupplier isLocked;

    /** @param isLocked whether one must sign in, and so can sign out */
    public Pages(BooleanSupplier isLocked) {
        this.isLocked = isLocked;
    }

    String write(View view) {
        Answers answers = view.answers();
        Freshness freshness = answers == null ? null : answers.freshness();
        var frame = new Frame(
                view.title(),
                view.section(),
                view.q(),
                view.kept(),
                freshness == null ? null : freshness.freshTo(),
                freshness == null ? null : freshness.logsCompleteTo(),
                freshness == null ? null : freshness.version(),
                assets,
                isLocked.getAsBoolean());
        Map<String, @Nullable Object> values = new HashMap<>(view.page());
        values.put("frame", frame);
        var output = new SafeOutput();
        engine.render(view.template(), values, output);
        return output.toString();
    }

    /**
     * The page that says what went wrong.
     *
     * @param status the HTTP status
     * @param detail what was wrong, and what it must be
     */
    public String problem(int status, String title, String detail) {
        return write(new View(
                "problem.jte", title, "", "", "", Map.of("status", status, "title", title, "detail", detail), null));
    }

    /** Why somebody is at the door again. */
    public enum SignInTrouble {
        NONE,
        WRONG_KEY,
        /** The identity provider did not vouch for the visitor. */
        REFUSED
    }

    /**
     * The page that asks for a key, or leads to the identity provider.
     *
     * @param next where the visitor was going
     * @param provider the identity provider's name; null without one
     */
    public String signIn(String next, SignInTrouble trouble, @Nullable String provider) {
        Map<String, Object> values =
                Map.of("next", next, "trouble", trouble, "provider", provider == null ? "" : provider);
        return write(new View("signIn.jte", "Sign in", "", "", "", values, null));
    }

    /** The page that asks for {@code wanted} again, this time from this site. */
    public String comeAgain(String wanted) {
        return write(new View("comeAgain.jte", "Scenario RCA", "", "", "", Map.of("wanted", wanted), null));
    }

    private static String hashOf(List<String> files) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String file : files) {
                try (InputStream in = Pages.class.getResourceAsStream("/public/" + file)) {
                    if (in != null) {
                        sha.update(in.readAllBytes());
                    }
                }
            }
            return HexFormat.of().formatHex(sha.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
