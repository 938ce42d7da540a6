package scenariorca.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is around every page.
 *
 * @param freshTo time of the source's snapshot behind the page; null before the first load
 * @param logsCompleteTo up to when the logs behind it are complete; null when they are not
 * @param version version of the warehouse; null on a page that reads nothing
 * @param assets changes with the style sheet and the script, so that browsers may keep them for ever
 * @param isLocked true when there is a key, and so a way to sign out
 */
record Frame(
        String title,
        String section,
        String q,
        @Nullable Instant freshTo,
        @Nullable Instant logsCompleteTo,
        @Nullable Long version,
        String assets,
        boolean isLocked) {
    String active(String name) {
        return section.equals(name) ? "page" : "";
    }
}
