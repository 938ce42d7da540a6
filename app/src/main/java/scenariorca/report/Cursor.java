package scenariorca.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Where a page ended: the sort key of its last row. Opaque to callers, and good only for the list and the filters it was
 * made for. The check sum guards against typing errors and mixed-up filters, not against an attacker: its values are
 * bound like any other parameter and open nothing that the filters do not.
 */
public final class Cursor {
    private static final int CHECK_BYTES = 9;
    private static final int MAX_LENGTH = 2_000;

    private final List<String> values;

    private Cursor(List<String> values) {
        this.values = List.copyOf(values);
    }

    /** The text at a position. Null, here and below, stands for: from the beginning. */
    static @Nullable String text(@Nullable Cursor cursor, int index) {
        return part(cursor, index, String::toString);
    }

    static @Nullable Instant instant(@Nullable Cursor cursor, int index) {
        return part(cursor, index, Instant::parse);
    }

    static @Nullable LocalDate date(@Nullable Cursor cursor, int index) {
        return part(cursor, index, LocalDate::parse);
    }

    static @Nullable UUID uuid(@Nullable Cursor cursor, int index) {
        return part(cursor, index, UUID::fromString);
    }

    static @Nullable Integer number(@Nullable Cursor cursor, int index) {
        return part(cursor, index, Integer::valueOf);
    }

    static @Nullable Long bigNumber(@Nullable Cursor cursor, int index) {
        return part(cursor, index, Long::valueOf);
    }

    private static <T> @Nullable T part(@Nullable Cursor cursor, int index, Function<String, T> parser) {
        if (cursor == null) {
            return null;
        }
        try {
            return parser.apply(cursor.values.get(index));
        } catch (RuntimeException e) {
            throw wrong("");
        }
    }

    /** The list and the filters a cursor belongs to. */
    record Scope(String list, Object filter) {
        /** The cursor as given; null when none was. */
        @Nullable
        Cursor read(@Nullable String text) {
            return text == null ? null : parse(text);
        }

        String write(List<Object> values) {
            byte[] payload =
                    Json.write(values.stream().map(Object::toString).toList()).getBytes(StandardCharsets.UTF_8);
            byte[] check = check(payload);
            byte[] all = Arrays.copyOf(check, CHECK_BYTES + payload.length);
            System.arraycopy(payload, 0, all, CHECK_BYTES, payload.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        }

        private Cursor parse(String text) {
            if (text.length() > MAX_LENGTH) {
                throw wrong(text);
            }
            try {
                byte[] all = Base64.getUrlDecoder().decode(text);
                byte[] payload = Arrays.copyOfRange(all, Math.min(CHECK_BYTES, all.length), all.length);
                if (!MessageDigest.isEqual(check(payload), Arrays.copyOf(all, CHECK_BYTES))) {
                    throw wrong(text);
                }
                return new Cursor(Json.read(new String(payload, StandardCharsets.UTF_8)).values().stream()
                        .map(JsonNode::asString)
                        .toList());
            } catch (IllegalArgumentException | JacksonException e) {
                throw wrong(text);
            }
        }

        private byte[] check(byte[] payload) {
            try {
                MessageDigest sha = MessageDigest.getInstance("SHA-256");
                sha.update((list + "\n" + filter + "\n").getBytes(StandardCharsets.UTF_8));
                return Arrays.copyOf(sha.digest(payload), CHECK_BYTES);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static RcaException wrong(String text) {
        return Check.invalid("cursor", "the \"next\" of a page of this list with the same filters", text);
    }
}
