package scenariorca.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is around every page.
 *
 * @param kept filters that the links between the views keep, as a query; empty for none
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
        String kept,
        @Nullable Instant freshTo,
        @Nullable Instant logsCompleteTo,
        @Nullable Long version,
        String assets,
        boolean isLocked) {
    /** The address of a view, with the filters of this page. */
    String view(String path) {
        return kept.isEmpty() ? path : path + "?" + kept;
    }
}
