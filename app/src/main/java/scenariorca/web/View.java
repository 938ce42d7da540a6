package scenariorca.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page to be written.
 *
 * @param template file under {@code src/main/jte}. Example: run.jte
 * @param title what the browser's tab says
 * @param section which part of the navigation it belongs to; empty for none. Example: overview
 * @param q what was searched for; empty for nothing
 * @param kept filters that the links between the views keep, as a query; empty for none
 * @param page what the template shows
 * @param answers what it was read from; null when it was read from nothing
 */
record View(
        String template,
        String title,
        String section,
        String q,
        String kept,
        Map<String, Object> page,
        @Nullable Answers answers) {
    static View of(String template, String title, Map<String, Object> page, Answers answers) {
        return new View(template, title, "", "", "", page, answers);
    }

    View in(String name) {
        return new View(template, title, name, q, kept, page, answers);
    }

    View searching(String text) {
        return new View(template, title, section, text, kept, page, answers);
    }

    View keeping(String filters) {
        return new View(template, title, section, q, filters, page, answers);
    }
}
