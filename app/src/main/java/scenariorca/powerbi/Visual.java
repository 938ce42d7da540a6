package scenariorca.powerbi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something on a page.
 *
 * @param name unique on its page: letters, digits and _
 * @param type Power BI's name of the kind of visual. Example: lineChart
 * @param title what stands above it, or in it where it is a heading or a button
 * @param altText what a screen reader says
 * @param box where it is
 * @param roles the fields shown, by what they are for, in Power BI's words. Example: Category
 * @param options what else is said of it
 */
record Visual(
        String name,
        String type,
        String title,
        String altText,
        Box box,
        Map<String, List<String>> roles,
        List<Option> options) {
    Visual {
        roles = new LinkedHashMap<>(roles);
        options = List.copyOf(options);
    }

    /** What can be said of a visual. */
    sealed interface Option {
        /** Rows sorted by a field, the largest first. */
        record Sorted(String field, boolean isDescending) implements Option {}

        /** The words of a column coloured by a measure that gives the colour. */
        record Coloured(String field, String measure) implements Option {}

        /** Series of outcomes in the colours of the outcomes. */
        record OutcomeSeries(String field) implements Option {}

        /** Pointing at it shows a page. */
        record Tooltip(String page) implements Option {}

        /** A slicer that filters the other pages that have it. */
        record Synced(String group) implements Option {}

        /** Only rows with one of these values. */
        record Only(String field, List<String> values) implements Option {}

        /** Only rows where a measure is above zero. */
        record OnlyAboveZero(String measure) implements Option {}

        /** Where it is on the page for phones. */
        record Mobile(Box box) implements Option {}

        /** What a button does: Back or ClearAllSlicers. */
        record Action(String action, String icon) implements Option {}

        /** How a slicer lets choose: Dropdown or Between. */
        record Choice(String mode, boolean isSingle) implements Option {}
    }

    Visual with(Option option) {
        var more = new ArrayList<>(options);
        more.add(option);
        return new Visual(name, type, title, altText, box, roles, more);
    }

    Visual role(String role, String... fields) {
        var more = new LinkedHashMap<>(roles);
        more.put(role, List.of(fields));
        return new Visual(name, type, title, altText, box, more, options);
    }

    /** The options of one kind, in order. */
    <T extends Option> List<T> options(Class<T> kind) {
        return options.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
