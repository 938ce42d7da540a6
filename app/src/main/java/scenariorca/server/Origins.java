package scenariorca.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/** Which other sites' pages may read the API from a browser (CORS): those the settings name, and none with cookies. */
final class Origins {
    private final Set<String> allowed;

    /** @param allowed as browsers send them. Example: https://portal.example.com */
    Origins(Set<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    /**
     * Whether a page of another site may have made a browser send this: the browser says so, in either of two headers. A
     * program that sends neither is no browser, and has no cookie that it was not given.
     */
    static boolean isFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return request.getHeader("Cookie") != null;
        }
        String host = request.getHeader("Host");
        return host == null || !origin.substring(origin.indexOf("://") + 1).equals("//" + host);
    }

    /** Says on the answer whether the asking page may read it. True when the request only asked that, and is answered. */
    boolean answers(HttpServletRequest request, HttpServletResponse response) {
        if (allowed.isEmpty()) {
            return false;
        }
        response.addHeader("Vary", "Origin");
        String origin = request.getHeader("Origin");
        if (origin == null || !allowed.contains(origin)) {
            return false;
        }
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader(
                "Access-Control-Expose-Headers", "ETag, Link, Retry-After, X-Correlation-Id, X-Data-Fresh-To");
        if (!request.getMethod().equals("OPTIONS") || request.getHeader("Access-Control-Request-Method") == null) {
            return false;
        }
        response.setHeader("Access-Control-Allow-Methods", "GET, HEAD");
        response.setHeader(
                "Access-Control-Allow-Headers", "Accept, Authorization, If-None-Match, X-API-Key, X-Correlation-Id");
        response.setHeader("Access-Control-Max-Age", "600");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return true;
    }
}
