package scenariorca.server;

import jakarta.servlet.http.HttpServletResponse;

/** Headers that keep a browser from doing more with a response than it is for. */
final class SecurityHeaders {
    /** Swagger's own pictures are data URLs. */
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    static void on(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
