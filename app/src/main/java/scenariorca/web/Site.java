package scenariorca.web;

import java.util.List;

/** Which addresses are pages. */
public final class Site {
    public static final String SIGN_IN = "/sign-in";
    public static final String ASSETS = "/assets/";
    private static final List<String> SECTIONS = List.of(
            "/overview",
            "/problems",
            "/changes",
            "/releases",
            "/reliability",
            "/users",
            "/search",
            "/scenario/",
            "/run/",
            "/compare",
            "/pattern/",
            "/user",
            "/runs",
            "/node/");

    private Site() {}

    /** Whether this path is answered from the warehouse, by a page or by the table behind one. */
    public static boolean isPage(String path) {
        if (path.equals("/")) {
            return true;
        }
        for (String section : SECTIONS) {
            if (section.endsWith("/")
                    ? path.startsWith(section)
                    : path.equals(section) || path.startsWith(section + ".") || path.startsWith(section + "/")) {
                return true;
            }
        }
        return false;
    }

    /** Whether this path needs no key: the door itself, and what makes it look right. */
    public static boolean isOpen(String path) {
        return path.equals(SIGN_IN)
                || path.startsWith(SIGN_IN + "/")
                || path.startsWith(ASSETS)
                || path.equals("/favicon.ico");
    }
}
