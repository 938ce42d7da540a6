package scenariorca.server;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Whether a page of ours sent a form, by what the browser says of where it comes from. */
final class FormOrigin {
    private FormOrigin() {}

    /** Programs say nothing of it, and are no browser that another site could misuse. */
    static boolean isElsewhere(HttpServletRequest request) {
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        @Nullable String origin = request.getHeader("Origin");
        if ("same-origin".equals(site)) {
            return false; // a proxy may have changed the host; what the browser says of itself holds
        }
        if (site != null && !site.equals("none")) {
            return true;
        }
        return origin != null && !isOurs(origin, request.getHeader("Host"));
    }

    private static boolean isOurs(String origin, @Nullable String host) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
