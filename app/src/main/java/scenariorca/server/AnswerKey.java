package scenariorca.server;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import scenariorca.api.Media;

/**
 * What an answer depends on: two requests with equal keys get the same bytes.
 *
 * @param viewer who sees what, as {@link scenariorca.warehouse.Viewer#json} has it: nobody is handed what another may see
 * @param version of the warehouse
 * @param day today in UTC, as days since 1970
 * @param path of the request, as sent, with UUIDs in lower case
 * @param query sorted by parameter; null without one
 * @param media how the answer is written
 */
record AnswerKey(
        String viewer,
        long version,
        long day,
        String path,
        @Nullable String query,
        Media media) {
    private static final Pattern UUID =
            Pattern.compile("(?<=/)[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?=/|$)");

    static AnswerKey of(String viewer, long version, long day, String path, @Nullable String query, Media media) {
        return new AnswerKey(viewer, version, day, lowerIds(path), sorted(query), media);
    }

    AnswerKey withVersion(long other) {
        return new AnswerKey(viewer, other, day, path, query, media);
    }

    /** Only UUIDs: a user's name means another user in another case. */
    private static String lowerIds(String path) {
        for (int at = 0; at < path.length(); at++) {
            if (path.charAt(at) >= 'A' && path.charAt(at) <= 'F') {
                return UUID.matcher(path).replaceAll(match -> match.group().toLowerCase(Locale.ROOT));
            }
        }
        return path;
    }

    private static @Nullable String sorted(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return null;
        }
        if (query.indexOf('&') < 0) {
            return query;
        }
        String[] parts = query.split("&");
        Arrays.sort(parts);
        return String.join("&", parts);
    }

    /** Estimated bytes this key takes in memory. */
    int weight() {
        return 100 + viewer.length() + path.length() + (query == null ? 0 : query.length());
    }

    byte[] bytes(boolean withDay) {
        String text = "%s\n%d\n%s\n%s\n%s\n%s"
                .formatted(viewer, version, withDay ? Long.toString(day) : "", path, query == null ? "" : query, media);
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
