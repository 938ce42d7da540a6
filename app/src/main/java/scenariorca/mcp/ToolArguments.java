package scenariorca.mcp;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.report.Check;

/** What an assistant has given with a call; every value is anything until it is read here. */
final class ToolArguments {
    private final Map<String, Object> given;

    /** @throws RcaException INVALID_INPUT when there is one the tool does not know */
    ToolArguments(ReportTool tool, @Nullable Map<String, Object> given) {
        this.given = given == null ? Map.of() : given;
        for (String name : this.given.keySet()) {
            if (tool.arguments().stream().noneMatch(known -> known.name().equals(name))) {
                throw new RcaException(
                        ErrorCode.INVALID_INPUT,
                        "%s has no argument %s; it takes %s".formatted(tool.name(), name, tool.argumentNames()));
            }
        }
    }

    /** Null when it was not given, or is blank. */
    @Nullable
    String text(String name) {
        @Nullable Object value = given.get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw Check.invalid(name, "a text", String.valueOf(value));
        }
        return text.isBlank() ? null : text.strip();
    }

    String requiredText(String name) {
        @Nullable String text = text(name);
        if (text == null) {
            throw new RcaException(ErrorCode.INVALID_INPUT, name + " is required");
        }
        return text;
    }

    int number(String name, int otherwise) {
        @Nullable Object value = given.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return new BigDecimal(String.valueOf(value)).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw Check.invalid(name, "a whole number", String.valueOf(value));
        }
    }

    /** Empty when none were given; one text counts as a list of it. */
    List<String> texts(String name) {
        @Nullable Object value = given.get(name);
        return switch (value) {
            case null -> List.of();
            case String one -> List.of(one);
            case List<?> many
            when many.stream().allMatch(String.class::isInstance) ->
                many.stream().map(String.class::cast).toList();
            default -> throw Check.invalid(name, "a list of texts", String.valueOf(value));
        };
    }
}
