package scenariorca.logs;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds ids anywhere in a text by the word before them: {@code run=<uuid>}, {@code run_id: <uuid>}, {@code run <uuid>}. */
final class IdFinder {
    /** Ids in one line beyond which nobody means one run. */
    private static final int MAX_IDS = 32;

    private static final int MAX_KEY = 40;

    private IdFinder() {}

    /** 32 hex digits under the name of a trace or a request. */
    private static final Pattern BARE_HEX = Pattern.compile(
            "(?i)(?:trace|req|request|correlation|corr)[_ .-]?(?:id)?[\"']?\\s?[=:]\\s?[\"']?(?:root=)?((?:1-)?[0-9a-f]{8}-?[0-9a-f]{24})(?![0-9a-f-])");

    static LogIds find(String text) {
        LogIds ids = LogIds.NONE;
        @Nullable UUID tracing = null;
        int at = Uuids.find(text, 0);
        for (int count = 0; at >= 0 && count < MAX_IDS; count++) {
            UUID id = UUID.fromString(text.substring(at, at + Uuids.LENGTH));
            String key = keyBefore(text, at);
            @Nullable FieldRole role = FieldRole.ofWord(key);
            if (role == FieldRole.CORRELATION && !isRequest(key)) {
                tracing = tracing == null ? id : tracing;
            } else {
                ids = ids.or(named(role, id));
            }
            at = Uuids.find(text, at + Uuids.LENGTH);
        }
        if (ids.correlationId() == null) {
            @Nullable UUID traced = tracing == null ? hex(text) : tracing;
            ids = traced == null ? ids : ids.or(named(FieldRole.CORRELATION, traced));
        }
        return ids.userId() == null ? ids.or(user(text)) : ids;
    }

    /** Whether a name of a correlation id is a request's, which comes before a trace's or an operation's. */
    static boolean isRequest(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("req") || lower.contains("corr") || lower.endsWith("cid") || lower.endsWith("rid");
    }

    private static @Nullable UUID hex(String text) {
        if (!text.contains("race") && !text.contains("eq")) {
            return null;
        }
        Matcher matcher = BARE_HEX.matcher(text);
        return matcher.find() ? Uuids.parseAny(matcher.group(1)).orElse(null) : null;
    }

    static LogIds named(@Nullable FieldRole role, UUID id) {
        if (role == null) {
            return LogIds.NONE;
        }
        return switch (role) {
            case CORRELATION -> new LogIds(id, null, null, null, null);
            case SCENARIO -> new LogIds(null, id, null, null, null);
            case RUN -> new LogIds(null, null, id, null, null);
            case NODE -> new LogIds(null, null, null, id, null);
            case USER -> new LogIds(null, null, null, null, id.toString());
            default -> LogIds.NONE;
        };
    }

    private static LogIds user(String text) {
        @Nullable String name = UserName.find(text);
        return name == null ? LogIds.NONE : new LogIds(null, null, null, null, name);
    }

    /** The word that names what follows: {@code run_id} in {@code "run_id": "}; a lone {@code id} takes the word before it. */
    private static String keyBefore(String text, int start) {
        int end = start;
        while (end > 0 && start - end < MAX_KEY && "\"' =:#([{<-/".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int from = end;
        while (from > 0 && end - from < MAX_KEY && isKey(text.charAt(from - 1))) {
            from--;
        }
        String key = text.substring(from, end);
        boolean isBare = key.equalsIgnoreCase("id") || key.equalsIgnoreCase("uuid");
        return isBare && from > 1 && text.charAt(from - 1) == ' ' ? wordBefore(text, from - 1) : key;
    }

    private static String wordBefore(String text, int end) {
        int from = end;
        while (from > 0 && end - from < MAX_KEY && isKey(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from, end);
    }

    private static boolean isKey(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_' || letter == '-' || letter == '.';
    }
}
