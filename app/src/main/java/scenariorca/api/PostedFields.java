package scenariorca.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.report.Check;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What was sent with a POST: a flat JSON object, or the fields of a form. */
public final class PostedFields {
    private static final int MAX_BYTES = 16_384;

    private final Map<String, String> fields;

    private PostedFields(Map<String, String> fields) {
        this.fields = fields;
    }

    /** @throws RcaException INVALID_INPUT, naming a field that is none of {@code names} or is given twice */
    public static PostedFields of(HttpServletRequest request, List<String> names) {
        String type = request.getContentType();
        Map<String, String> fields =
                type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith(Media.JSON_TYPE)
                        ? json(request)
                        : form(request);
        fields.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new RcaException(
                            ErrorCode.INVALID_INPUT,
                            "Unknown field \"%s\"; allowed: %s".formatted(clip(name), String.join(", ", names)));
                });
        return new PostedFields(fields);
    }

    private static Map<String, String> form(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (values.length > 1) {
                throw new RcaException(ErrorCode.INVALID_INPUT, clip(name) + " must be given once, not several times");
            }
            fields.put(name, values[0]);
        });
        return fields;
    }

    private static Map<String, String> json(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, String>();
        object(request, "{\"name\": \"value\"}").properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isContainer()) {
                throw Check.invalid(clip(field.getKey()), "a text or a number", value.toString());
            }
            if (!value.isNull()) {
                fields.put(field.getKey(), value.asString());
            }
        });
        return fields;
    }

    /**
     * The JSON object sent as the body.
     *
     * @param example what such a body looks like, for whoever sent another
     */
    static JsonNode object(HttpServletRequest request, String example) {
        String wanted = "The body must be a JSON object such as " + example;
        try {
            byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
            if (body.length > MAX_BYTES) {
                throw new RcaException(ErrorCode.INVALID_INPUT, "The body must not be larger than 16 KiB");
            }
            JsonNode root = Json.read(new String(body, StandardCharsets.UTF_8));
            if (!root.isObject()) {
                throw new RcaException(ErrorCode.INVALID_INPUT, wanted);
            }
            return root;
        } catch (JacksonException | IllegalArgumentException e) {
            throw new RcaException(ErrorCode.INVALID_INPUT, wanted + "; it could not be read", e);
        } catch (IOException e) {
            throw new RcaException(ErrorCode.INVALID_INPUT, "The body could not be read to its end", e);
        }
    }

    private static String clip(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    /** Null when it was not sent, or left empty. */
    public @Nullable String text(String name) {
        String value = fields.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Null when it was not sent, or left empty. */
    public @Nullable Integer number(String name) {
        String value = text(name);
        try {
            return value == null ? null : Integer.valueOf(value);
        } catch (NumberFormatException e) {
            throw Check.invalid(name, "a whole number", String.valueOf(value));
        }
    }

    /** A time, or the start of a day in UTC; null when it was not sent, or left empty. */
    public @Nullable Instant time(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        try {
            return value.length() <= "2026-01-01".length()
                    ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeParseException e) {
            throw Check.invalid(name, "a day such as 2026-12-01, or a time such as 2026-12-01T09:30:00Z", value);
        }
    }
}
