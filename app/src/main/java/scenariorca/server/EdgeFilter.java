package scenariorca.server;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;
import scenariorca.api.Paths;
import scenariorca.api.Problems;
import scenariorca.platform.RcaException;
import scenariorca.report.Caller;
import scenariorca.report.ViewerContext;
import scenariorca.web.Site;

/**
 * The first to see a request: measures and logs it, lets its caller in or not, and lets kept answers go out before anything
 * else runs. All behind it is asked for that caller.
 */
final class EdgeFilter implements Filter {
    private static final Pattern CORRELATION = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    /**
     * Other spellings of a path, such as {@code /%6detrics} or {@code /metrics;x} for {@code /metrics}: the dispatcher would
     * understand them, but what is decided here by the path would be decided for another one.
     */
    private static final Pattern AMBIGUOUS =
            Pattern.compile("^[^/]|;|//|/\\.{1,2}(/|$)|%(3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa])");
    /** Only the sign-in form has a body, and it is short. */
    private static final int MAX_BODY_BYTES = 16_384;

    private final Edge edge;

    /** What it is made of. */
    record Edge(
            ConnectionGuard guard,
            Authenticator door,
            Limits limits,
            Origins origins,
            Answering answering,
            LoginController signIn,
            PageProblems problems,
            RequestTimers timers,
            AccessLog log) {}

    /** Where answers come from, and what tells pages that there are newer ones. */
    record Answering(ResponseCache cache, LiveStream live) {}

    EdgeFilter(Edge edge) {
        this.edge = edge;
    }

    /** What is known of a request once it is answered. */
    private static final class Trail {
        private String subject = Principal.STRANGER.name();
        private @Nullable String route;
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) servletRequest;
        String connection = request.getServletConnection().getConnectionId();
        edge.guard().headRead(connection, hasBody(request));
        try {
            measured(request, (HttpServletResponse) servletResponse, chain);
        } finally {
            edge.guard().answered(connection);
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private void measured(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        long start = System.nanoTime();
        String correlationId = correlationId(request);
        response.setHeader("X-Correlation-Id", correlationId);
        var trail = new Trail();
        if (PageProblems.isForPeople(request)) {
            var capture = new ContentCachingResponseWrapper(response);
            attempt(request, capture, chain, trail);
            edge.problems().release(capture, response);
        } else {
            attempt(request, response, chain, trail);
        }
        String route = trail.route;
        if (route == null) {
            Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            route = pattern == null || pattern.equals("/**") ? RequestTimers.NO_ROUTE : pattern.toString();
        }
        long nanos = System.nanoTime() - start;
        if (!route.equals(LiveStream.PATH)) { // how long a page stays open is no time to an answer
            edge.timers().record(route, response.getStatus(), nanos);
        }
        edge.log()
                .write(new AccessLog.Entry(
                        correlationId,
                        trail.subject,
                        request.getRemoteAddr(),
                        request.getMethod(),
                        request.getRequestURI(),
                        response.getStatus(),
                        nanos));
    }

    /** The caller's own, when it is one that can do no harm in a log. */
    private static String correlationId(HttpServletRequest request) {
        String given = request.getHeader("X-Correlation-Id");
        return given != null && CORRELATION.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }

    private void attempt(HttpServletRequest request, HttpServletResponse response, FilterChain chain, Trail trail)
            throws IOException {
        try {
            enter(request, response, chain, trail);
        } catch (RcaException e) {
            Problems.write(request, response, e);
        } catch (IOException e) {
            throw e;
        } catch (InvalidParameterException e) {
            Problems.write(
                    request,
                    response,
                    HttpStatus.BAD_REQUEST,
                    "The parameters are too many, or not percent-encoded UTF-8");
        } catch (Exception e) {
            Problems.unexpected(request, response, e);
        }
    }

    private void enter(HttpServletRequest asked, HttpServletResponse response, FilterChain chain, Trail trail)
            throws Exception {
        SecurityHeaders.on(asked, response);
        if (isRefusedUnread(asked, response)) {
            return;
        }
        if (edge.origins().answers(asked, response) || edge.limits().turnsAway(asked, response)) {
            return;
        }
        String key = KeylessRequest.key(asked);
        HttpServletRequest request = KeylessRequest.of(asked);
        if (isGuess(request, key) && edge.limits().turnsGuessesAway(request, response)) {
            return;
        }
        Optional<Principal> caller = caller(request, key);
        if (caller.isEmpty()) {
            refuse(request, response, key);
            return;
        }
        trail.subject = caller.get().name();
        boolean showsKey = edge.door().showsSomething(request, key);
        if (!isReading(request.getMethod()) && !showsKey && Origins.isFromElsewhere(request)) {
            Problems.write(
                    request, response, HttpStatus.FORBIDDEN, "Only a page of this site may act here without a key");
            return;
        }
        request.setAttribute(
                Caller.ATTRIBUTE,
                new Caller(caller.get().name(), caller.get().scope().mayEdit()));
        if (!edge.limits().turnsAway(caller.get(), request, response)) {
            trail.route = ViewerContext.as(caller.get().viewer(), () -> answer(caller.get(), request, response, chain));
        }
    }

    /** The pattern alone would cost a sixth of an answer that is kept: nearly every path shows at once that it is plain. */
    private static boolean isAmbiguous(String path) {
        boolean isPlain = path.startsWith("/")
                && path.indexOf(';') < 0
                && path.indexOf('%') < 0
                && !path.contains("//")
                && !path.contains("/.");
        return !isPlain && AMBIGUOUS.matcher(path).find();
    }

    /** By its path and its length alone. */
    private static boolean isRefusedUnread(HttpServletRequest asked, HttpServletResponse response) throws IOException {
        if (isAmbiguous(asked.getRequestURI())) {
            Problems.write(
                    asked,
                    response,
                    HttpStatus.BAD_REQUEST,
                    "A path here has no semicolon, no part that is empty or only dots, and letters and digits as they are");
        } else if (asked.getContentLengthLong() > MAX_BODY_BYTES) {
            Problems.write(
                    asked,
                    response,
                    HttpStatus.CONTENT_TOO_LARGE,
                    "A body may have %d bytes".formatted(MAX_BODY_BYTES));
        } else {
            return false;
        }
        return true;
    }

    private boolean isGuess(HttpServletRequest request, @Nullable String key) {
        return edge.door().showsSomething(request, key) || request.getMethod().equals("POST");
    }

    /** Empty when nobody who may enter. What is open is for strangers, even with a wrong key. */
    private Optional<Principal> caller(HttpServletRequest request, @Nullable String key) {
        if (Authenticator.isOpen(request.getRequestURI())) {
            return Optional.of(Principal.STRANGER);
        }
        if (!edge.door().isLocked()) {
            return Optional.of(Principal.ANYONE);
        }
        return edge.door().showsSomething(request, key)
                ? edge.door().caller(request, key)
                : edge.signIn().caller(request);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, @Nullable String key)
            throws IOException {
        boolean isWrong = edge.door().showsSomething(request, key);
        if (isWrong) {
            edge.limits().failed(request);
        } else if (PageProblems.isForPeople(request)) {
            edge.signIn().turnAway(request, response);
            return;
        }
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                request.getHeader(HttpHeaders.AUTHORIZATION) == null
                        ? "ApiKey realm=\"Scenario RCA\""
                        : "Bearer realm=\"Scenario RCA\", error=\"invalid_token\"");
        Problems.write(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                isWrong
                        ? "This key or token is not good here: wrong, revoked, expired or for another audience"
                        : "Send an API key in the header X-API-Key (or, where a tool cannot, as api_key)");
    }

    /** The route, where it is known without asking the dispatcher. */
    private @Nullable String answer(
            Principal caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        if (!edge.door().isLocked() && Authenticator.isForeign(request.getServerName())) {
            Problems.write(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    "This server has no API key and answers only as localhost or by its address; set API_KEY to give it"
                            + " another name");
            return null;
        }
        if (path.equals(Paths.METRICS) && !caller.scope().isAdmin()) {
            Problems.write(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    "The metrics count over all scenarios: ask with an admin key");
            return null;
        }
        if (path.equals(LiveStream.PATH)) {
            edge.answering().live().serve(request, response);
            return LiveStream.PATH;
        }
        if (LoginController.isHere(path)) {
            if (edge.signIn().serve(request, response)) {
                edge.limits().failed(request);
            }
            return Site.SIGN_IN;
        }
        if ((path.startsWith(Paths.BASE) || Site.isPage(path)) && isReading(request.getMethod())) {
            return edge.answering().cache().serve(caller, request, response, chain);
        }
        chain.doFilter(request, response);
        return null;
    }

    private static boolean isReading(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }
}
