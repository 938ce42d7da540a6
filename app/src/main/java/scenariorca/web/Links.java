package scenariorca.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Addresses of pages. */
public final class Links {
    /** Names that every server and browser hands on as they are. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}@_. +'-]+");

    private Links() {}

    public static String run(Object id) {
        return "/run/" + id;
    }

    public static String scenario(Object id) {
        return "/scenario/" + id;
    }

    public static String compare(Object before, Object after) {
        return "/compare/" + before + "..." + after;
    }

    public static String pattern(String fingerprint) {
        return "/pattern/" + encoded(fingerprint);
    }

    public static String problem(String id) {
        return "/problems/" + encoded(id);
    }

    static String user(String name) {
        return user(name, "", "");
    }

    /**
     * The page of a user, or a table behind it. A name that a path cannot carry, as servers and browsers read slashes and
     * dots their own way, goes into the query.
     *
     * @param table what follows the name: /actions.csv, or nothing
     * @param query without the question mark; empty for none
     */
    public static String user(String name, String table, String query) {
        boolean isPlain = PLAIN.matcher(name).matches() && !name.chars().allMatch(c -> c == '.');
        String path = isPlain
                ? "/user/" + encoded(name) + table
                : "/user" + table.replace('/', '.') + "?user_id=" + encoded(name);
        return query.isEmpty() ? path : path + (isPlain ? "?" : "&") + query;
    }

    static String node(Object id) {
        return "/node/" + id;
    }

    public static String search(String text) {
        return "/search?q=" + encoded(text);
    }

    /** As a part of a path or a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
