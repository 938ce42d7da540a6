package scenariorca.report;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/** Checks of parameters: each failure names the parameter and what it must be. */
public final class Check {
    /** The longest text accepted as a filter: longer than any name, short enough to compare with every row. */
    public static final int MAX_TEXT = 200;

    private Check() {}

    public static void within(String parameter, int value, int min, int max) {
        if (value < min || value > max) {
            throw invalid(parameter, "a whole number from %d to %d".formatted(min, max), Integer.toString(value));
        }
    }

    /** Rejects empty and overlong texts, and the one character PostgreSQL cannot hold. */
    public static void text(String parameter, @Nullable String value) {
        if (value != null && (value.isBlank() || value.length() > MAX_TEXT || value.indexOf('\0') >= 0)) {
            throw invalid(parameter, "a text of 1 to %d characters".formatted(MAX_TEXT), value);
        }
    }

    public static void oneOf(String parameter, @Nullable String value, Collection<String> allowed) {
        if (value != null && !allowed.contains(value)) {
            throw invalid(parameter, "one of " + String.join(", ", allowed), value);
        }
    }

    public static void eachOneOf(String parameter, List<String> values, Collection<String> allowed) {
        values.forEach(value -> oneOf(parameter, value, allowed));
    }

    /** @param found the value given; shortened when long, as it comes back to the caller */
    public static RcaException invalid(String parameter, String expected, String found) {
        String shown = found.length() <= 80 ? found : found.substring(0, 80) + "...";
        return new RcaException(
                ErrorCode.INVALID_INPUT, "%s must be %s, not \"%s\"".formatted(parameter, expected, shown));
    }

    public static RcaException notFound(String kind, Object id) {
        return new RcaException(ErrorCode.NOT_FOUND, "There is no %s %s in the warehouse".formatted(kind, id));
    }
}
