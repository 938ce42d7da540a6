package scenariorca.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import scenariorca.access.Secret;
import scenariorca.api.Problems;
import scenariorca.identity.AuthorizationRequest;
import scenariorca.identity.IdentityProvider;
import scenariorca.identity.IdentityRefused;
import scenariorca.web.Pages;
import scenariorca.web.Pages.SignInTrouble;
import scenariorca.web.Site;

/**
 * The page at the door: takes a key, or sends to the identity provider and takes its answer; gives the cookie, and leads on
 * to where the visitor was going.
 */
final class LoginController {
    private static final Logger log = LoggerFactory.getLogger(LoginController.class);
    static final String START = Site.SIGN_IN + "/start";
    static final String CALLBACK = Site.SIGN_IN + "/callback";

    /** Percent-encoded it may take three times as many bytes of the 8 KB that the headers of an answer may have. */
    private static final int MAX_NEXT = 2_000;

    private final Authenticator door;
    private final SessionCookies signIn;
    private final @Nullable IdentityProvider provider;
    private final Pages pages;

    LoginController(Authenticator door, SessionCookies signIn, @Nullable IdentityProvider provider, Pages pages) {
        this.door = door;
        this.signIn = signIn;
        this.provider = provider;
        this.pages = pages;
    }

    Optional<Principal> caller(HttpServletRequest request) {
        return signIn.caller(request);
    }

    static boolean isHere(String path) {
        return path.equals(Site.SIGN_IN) || path.equals(START) || path.equals(CALLBACK);
    }

    /** Answers a request for the sign-in page itself. True when somebody tried and was refused. */
    boolean serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        String path = request.getRequestURI();
        if (path.equals(START) && provider != null && provider.takesSignIns()) {
            start(provider, request, response);
            return false;
        }
        if (path.equals(CALLBACK) && provider != null && provider.takesSignIns()) {
            return finish(provider, request, response);
        }
        return page(request, response);
    }

    private boolean page(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String next = safe(request.getParameter("next"));
        if (!door.isLocked()) {
            redirect(response, next);
            return false;
        }
        boolean isFromElsewhere = FormOrigin.isElsewhere(request);
        if (request.getMethod().equals("POST") && isFromElsewhere) {
            Problems.write(request, response, HttpStatus.FORBIDDEN, "This form was sent by another site; sign in here");
            return false;
        }
        if (request.getParameter("out") != null && !isFromElsewhere) {
            response.addHeader("Set-Cookie", signIn.end(request, request.isSecure()));
        }
        String key = request.getMethod().equals("POST") ? request.getParameter("key") : null;
        String hash = key == null ? "" : Secret.hash(key.strip());
        Optional<Principal> caller = key == null ? Optional.empty() : door.byKey(hash);
        if (caller.isPresent()) {
            response.addHeader("Set-Cookie", signIn.cookieOfKey(caller.get(), hash, request.isSecure()));
            redirect(response, next);
            return false;
        }
        ask(response, next, key == null ? SignInTrouble.NONE : SignInTrouble.WRONG_KEY);
        return key != null;
    }

    private void start(IdentityProvider with, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var begun = new SessionCookies.Begun(AuthorizationRequest.make(), safe(request.getParameter("next")));
        String target = with.signIn(begun.attempt()).toString();
        response.addHeader("Set-Cookie", signIn.cookieOf(begun, request.isSecure()));
        redirect(response, target);
    }

    private boolean finish(IdentityProvider with, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        SessionCookies.Begun begun = signIn.begun(request).orElse(null);
        response.addHeader("Set-Cookie", SessionCookies.noAttempt(request.isSecure()));
        String code = request.getParameter("code");
        String state = request.getParameter("state");
        if (begun == null
                || code == null
                || state == null
                || !isSame(state, begun.attempt().state())
                || !signIn.use(begun)) {
            log.info(
                    "a sign-in came back that nobody here began, that came before, or without a code error={}",
                    request.getParameter("error"));
            ask(response, begun == null ? "/" : begun.next(), SignInTrouble.REFUSED);
            return true;
        }
        try {
            response.addHeader("Set-Cookie", signIn.cookieOf(with.signedIn(begun.attempt(), code), request.isSecure()));
            // The browser comes from the provider's site, and would not send the new cookie on a redirect from there.
            write(response, HttpServletResponse.SC_OK, pages.comeAgain(begun.next()));
            return false;
        } catch (IdentityRefused e) {
            log.warn("sign-in refused cause={}", e.getMessage());
            ask(response, begun.next(), SignInTrouble.REFUSED);
            return true;
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private void ask(HttpServletResponse response, String next, SignInTrouble trouble) throws IOException {
        write(
                response,
                trouble == SignInTrouble.NONE ? HttpServletResponse.SC_OK : HttpServletResponse.SC_UNAUTHORIZED,
                pages.signIn(next, trouble, provider != null && provider.takesSignIns() ? provider.name() : null));
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
            write(response, HttpServletResponse.SC_OK, pages.comeAgain(safe(wanted)));
            return;
        }
        redirect(response, Site.SIGN_IN + "?next=" + URLEncoder.encode(safe(wanted), StandardCharsets.UTF_8));
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

    /** Only a path of ours: two slashes or a backslash would lead elsewhere; and only one that fits into a header. */
    private static String safe(@Nullable String next) {
        if (next == null
                || next.length() > MAX_NEXT
                || !next.startsWith("/")
                || next.startsWith("//")
                || next.startsWith(Site.SIGN_IN)) {
            return "/";
        }
        return next.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '\\') ? next : "/";
    }
}
