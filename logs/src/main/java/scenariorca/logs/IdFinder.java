package scenariorca.logs;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds ids anywhere in a text by the word before them: {@code run=<uuid>}, {@code run_id: <uuid>}, {@code run <uuid>}. */
final class IdFinder {
    /** Ids in one line beyond which nobody means one run. */
    private static final int MAX_IDS = 32;

    private static final int MAX_KEY = 40;

    private IdFinder() {}

    static LogIds find(String text) {
        LogIds ids = LogIds.NONE;
        int at = Uuids.find(text, 0);
        for (int count = 0; at >= 0 && count < MAX_IDS; count++) {
            UUID id = UUID.fromString(text.substring(at, at + Uuids.LENGTH));
            ids = ids.or(named(FieldRole.ofWord(keyBefore(text, at)), id));
            at = Uuids.find(text, at + Uuids.LENGTH);
        }
        return ids.userId() == null ? ids.or(user(text)) : ids;
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
