package scenariorca.server;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerMapping;
import scenariorca.api.Paths;
import scenariorca.api.Problems;
import scenariorca.platform.RcaException;
import scenariorca.web.Site;

/** The first to see a request: measures it, checks the key, and lets kept answers go out before anything else runs. */
final class EdgeFilter implements Filter {
    private final Door door;
    private final AnswerDesk desk;
    private final SignInDesk signIn;
    private final PageProblems problems;
    private final RequestTimers timers;

    EdgeFilter(Door door, AnswerDesk desk, SignInDesk signIn, PageProblems problems, RequestTimers timers) {
        this.door = door;
        this.desk = desk;
        this.signIn = signIn;
        this.problems = problems;
        this.timers = timers;
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) servletRequest;
        var response = (HttpServletResponse) servletResponse;
        long start = System.nanoTime();
        String route;
        if (PageProblems.isForPeople(request)) {
            var capture = new BodyCapture(response);
            route = attempt(request, capture, chain);
            problems.release(capture, response);
        } else {
            route = attempt(request, response, chain);
        }
        if (route == null) {
            Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            route = pattern == null || pattern.equals("/**") ? RequestTimers.NO_ROUTE : pattern.toString();
        }
        timers.record(route, response.getStatus(), System.nanoTime() - start);
    }

    private @Nullable String attempt(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            return answer(request, response, chain);
        } catch (RcaException e) {
            Problems.write(request, response, e);
        } catch (ServletException | RuntimeException e) {
            Problems.unexpected(request, response, e);
        }
        return null;
    }

    /** The route, where it is known without asking the dispatcher. */
    private @Nullable String answer(HttpServletRequest asked, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String key = KeylessRequest.key(asked);
        HttpServletRequest request = KeylessRequest.of(asked);
        String path = request.getRequestURI();
        SecurityHeaders.on(response);
        if (!door.admits(path, key) && !signIn.isSignedIn(request)) {
            if (PageProblems.isForPeople(request)) {
                signIn.turnAway(request, response);
                return null;
            }
            response.setHeader("WWW-Authenticate", "ApiKey realm=\"Scenario RCA\"");
            Problems.write(
                    request,
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "Send the server's API key in the header X-API-Key (or, where a tool cannot, as api_key)");
            return null;
        }
        if (door.isForeign(request.getServerName())) {
            Problems.write(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    "This server has no API key and answers only as localhost or by its address; set API_KEY to give it"
                            + " another name");
            return null;
        }
        if (path.equals(Site.SIGN_IN)) {
            signIn.serve(request, response);
            return Site.SIGN_IN;
        }
        if ((path.startsWith(Paths.BASE) || Site.isPage(path)) && isReading(request.getMethod())) {
            return desk.serve(request, response, chain);
        }
        chain.doFilter(request, response);
        return null;
    }

    private static boolean isReading(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }
}
