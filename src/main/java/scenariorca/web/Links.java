package scenariorca.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of pages. */
final class Links {
    private Links() {}

    static String run(Object id) {
        return "/run/" + id;
    }

    static String scenario(Object id) {
        return "/scenario/" + id;
    }

    static String compare(Object before, Object after) {
        return "/compare/" + before + "..." + after;
    }

    static String pattern(String fingerprint) {
        return "/pattern/" + encoded(fingerprint);
    }

    static String user(String name) {
        return "/user/" + encoded(name);
    }

    static String node(Object id) {
        return "/node/" + id;
    }

    static String search(String text) {
        return "/search?q=" + encoded(text);
    }

    /** As a part of a path or a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
