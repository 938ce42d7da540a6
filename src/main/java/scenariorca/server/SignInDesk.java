package scenariorca.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import scenariorca.web.Pages;
import scenariorca.web.Site;

/** The page at the door: takes the key, gives the cookie, and leads on to where the visitor was going. */
final class SignInDesk {
    private final Door door;
    private final @Nullable SignIn signIn;
    private final Pages pages;

    SignInDesk(Door door, @Nullable SignIn signIn, Pages pages) {
        this.door = door;
        this.signIn = signIn;
        this.pages = pages;
    }

    boolean isSignedIn(HttpServletRequest request) {
        return signIn != null && signIn.isSignedIn(request);
    }

    /** Answers a request for the sign-in page itself. */
    void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String next = safe(request.getParameter("next"));
        response.setHeader("Cache-Control", "no-store");
        if (signIn == null) {
            redirect(response, next);
            return;
        }
        boolean isOut = request.getParameter("out") != null;
        if (isOut) {
            response.addHeader("Set-Cookie", SignIn.noCookie(request.isSecure()));
        }
        String key = request.getMethod().equals("POST") ? request.getParameter("key") : null;
        if (key != null && door.isKey(key.strip())) {
            response.addHeader("Set-Cookie", signIn.cookie(request.isSecure()));
            redirect(response, next);
            return;
        }
        write(
                response,
                key == null ? HttpServletResponse.SC_OK : HttpServletResponse.SC_UNAUTHORIZED,
                pages.signIn(next, key != null));
    }

    /**
     * Sends a visitor without a cookie to the door. A link on another site comes without the cookie even of one who is
     * signed in, as the cookie is for this site only: such a visitor is asked to come again from here.
     */
    void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String query = request.getQueryString();
        String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        response.setHeader("Cache-Control", "no-store");
        if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            write(response, HttpServletResponse.SC_OK, pages.comeAgain(wanted));
            return;
        }
        redirect(response, Site.SIGN_IN + "?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
    }

    private static void redirect(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
    }

    private static void write(HttpServletResponse response, int status, String page) throws IOException {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** Only a path of ours: two slashes or a backslash would lead elsewhere. */
    private static String safe(@Nullable String next) {
        if (next == null || !next.startsWith("/") || next.startsWith("//")) {
            return "/";
        }
        return next.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '\\') ? next : "/";
    }
}
