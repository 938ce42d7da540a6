package scenariorca.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;
import scenariorca.api.AnswerConverter;
import scenariorca.api.Media;
import scenariorca.api.Problems;
import scenariorca.report.Freshness;
import scenariorca.warehouse.WarehouseState;
import scenariorca.warehouse.WarehouseVersion;
import scenariorca.web.Site;

/**
 * Hands out answers: a kept one when there is one for this version of the warehouse, "not modified" when the caller has
 * it already, and otherwise a new one, which is then kept. Reads of the warehouse are snapshots between loads, so an
 * answer is right until the next load, and its ETag is exact.
 */
final class ResponseCache {
    private static final long MILLIS_PER_DAY = 86_400_000L;
    private static final String BUSY_RETRY_SECONDS = "2";

    private final WarehouseVersion version;
    private final AnswerCache cache;
    private final EntityTags tags;
    private final Bulkhead turnstile;
    private final Clock clock;
    private final Map<AnswerKey, CompletableFuture<@Nullable CachedResponse>> underWay = new ConcurrentHashMap<>();

    ResponseCache(WarehouseVersion version, AnswerCache cache, EntityTags tags, Bulkhead turnstile, Clock clock) {
        this.version = version;
        this.cache = cache;
        this.tags = tags;
        this.turnstile = turnstile;
        this.clock = clock;
    }

    /** The route, where it is known from the kept answer. */
    @Nullable
    String serve(Principal caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        WarehouseState state = version.current();
        Media media = mediaOf(request);
        if (media == null) {
            chain.doFilter(request, response);
            return null;
        }
        AnswerKey key = AnswerKey.of(
                caller.viewer().json(),
                state.version(),
                Math.floorDiv(clock.millis(), MILLIS_PER_DAY),
                request.getRequestURI(),
                request.getQueryString(),
                media);
        CachedResponse kept = cache.get(key);
        String ifNoneMatch = request.getHeader("If-None-Match");
        if (kept == null && ifNoneMatch != null && isKnown(key, ifNoneMatch)) {
            freshness(response, state, Long.toString(state.version()));
            response.setHeader("ETag", ifNoneMatch.strip());
            caching(response);
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return null;
        }
        if (kept == null) {
            kept = once(key, () -> inTurn(caller, key, request, response, chain));
        }
        if (kept == null) {
            freshness(response, state, Long.toString(state.version()));
            return null;
        }
        freshness(response, state, kept.head().version());
        send(kept, request, response, ifNoneMatch);
        return kept.head().route();
    }

    /** Makes an answer. */
    private interface Maker {
        @Nullable
        CachedResponse make() throws IOException, ServletException;
    }

    /** Who asks what is being answered to another at this moment waits for that answer, instead of having it made twice. */
    private @Nullable CachedResponse once(AnswerKey key, Maker maker) throws IOException, ServletException {
        var own = new CompletableFuture<@Nullable CachedResponse>();
        CompletableFuture<@Nullable CachedResponse> others = cache.isKeeping() ? underWay.putIfAbsent(key, own) : null;
        if (others != null) {
            CachedResponse theirs = others.join();
            return theirs == null ? maker.make() : theirs;
        }
        CachedResponse made = null;
        try {
            made = maker.make();
            return made;
        } finally {
            underWay.remove(key, own);
            own.complete(made);
        }
    }

    private @Nullable CachedResponse inTurn(
            Principal caller,
            AnswerKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        String name = turnOf(caller, request);
        Bulkhead.Turn turn = turnstile.enter(name);
        if (turn != Bulkhead.Turn.IN) {
            turnAway(turn, request, response);
            return null;
        }
        try {
            return make(key, request, response, chain);
        } finally {
            turnstile.leave(name);
        }
    }

    /** Callers who are nobody in particular are told apart by where they come from. */
    private static String turnOf(Principal caller, HttpServletRequest request) {
        return caller == Principal.ANYONE ? request.getRemoteAddr() : caller.name();
    }

    private static void turnAway(Bulkhead.Turn turn, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean isFull = turn == Bulkhead.Turn.FULL;
        response.setHeader("Retry-After", BUSY_RETRY_SECONDS);
        Problems.write(
                request,
                response,
                isFull ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.TOO_MANY_REQUESTS,
                isFull
                        ? "The server is busy; try again shortly"
                        : "Your earlier requests still take all that one caller may have; wait for them");
    }

    /** A page is a page, and the table behind it a table, whatever the caller would rather have. */
    private static @Nullable Media mediaOf(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (Site.isPage(path)) {
            return path.endsWith(".csv") ? Media.CSV : Media.HTML;
        }
        return Media.of(request.getHeader("Accept"));
    }

    /** The tag is a function of the question and the version: a caller who names it was given the answer. */
    private boolean isKnown(AnswerKey key, String ifNoneMatch) {
        return ifNoneMatch.indexOf(',') < 0
                && !ifNoneMatch.strip().equals("*")
                && (EntityTags.names(ifNoneMatch, tags.of(key, false))
                        || EntityTags.names(ifNoneMatch, tags.of(key, true)));
    }

    /** Null when it is no answer of a report; then the response holds what it is instead. */
    private @Nullable CachedResponse make(
            AnswerKey key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var capture = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, capture);
        boolean isAnswer = capture.getStatus() == HttpServletResponse.SC_OK
                && request.getAttribute(AnswerConverter.FRESHNESS) instanceof Freshness;
        if (!isAnswer) {
            capture.copyBodyToResponse();
            return null;
        }
        Freshness freshness = (Freshness) request.getAttribute(AnswerConverter.FRESHNESS);
        // A load may have been published since we looked: the answer says what it was read from.
        AnswerKey exact = key.withVersion(freshness.version());
        var head = new CachedResponse.Head(
                tags.of(exact, freshness.day() != null),
                String.valueOf(capture.getContentType()),
                Long.toString(freshness.version()),
                link(request),
                String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)));
        var kept = new CachedResponse(capture.getContentAsByteArray(), head);
        boolean isSameDay = freshness.day() == null || freshness.day().toEpochDay() == key.day();
        if (isSameDay) {
            cache.put(exact, kept);
        }
        return kept;
    }

    private static void send(
            CachedResponse kept, HttpServletRequest request, HttpServletResponse response, @Nullable String ifNoneMatch)
            throws IOException {
        boolean isGzip = kept.isWorthCompressing() && takesGzip(request.getHeader("Accept-Encoding"));
        response.setHeader("ETag", kept.etag(isGzip));
        caching(response);
        String link = kept.head().link();
        if (link != null) {
            response.setHeader("Link", link);
        }
        if (EntityTags.names(ifNoneMatch, kept.head().tag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] body = isGzip ? kept.gzip() : kept.body();
        if (isGzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentType(kept.head().contentType());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static void caching(HttpServletResponse response) {
        response.setHeader("Cache-Control", "private, no-cache");
        response.addHeader("Vary", "Accept, Accept-Encoding, Authorization, X-API-Key, Cookie");
    }

    private static void freshness(HttpServletResponse response, WarehouseState state, String version) {
        Instant freshTo = state.freshTo();
        if (freshTo != null) {
            response.setHeader("X-Data-Fresh-To", freshTo.toString());
        }
        response.setHeader("X-Warehouse-Version", version);
    }

    /** The same question with the cursor of the next page. */
    private static @Nullable String link(HttpServletRequest request) {
        Object next = request.getAttribute(AnswerConverter.NEXT);
        if (next == null) {
            return null;
        }
        var target = new StringBuilder(request.getRequestURI()).append('?');
        String query = request.getQueryString();
        if (query != null) {
            for (String part : query.split("&")) {
                if (!part.isEmpty() && !part.startsWith("cursor=")) {
                    target.append(part).append('&');
                }
            }
        }
        return "<" + target + "cursor=" + next + ">; rel=\"next\"";
    }

    /** Named and not given the weight 0. */
    private static boolean takesGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null || !acceptEncoding.contains("gzip")) {
            return false;
        }
        String weight = acceptEncoding.substring(acceptEncoding.indexOf("gzip") + "gzip".length());
        int end = weight.indexOf(',');
        String own = (end < 0 ? weight : weight.substring(0, end)).replace(" ", "");
        return !own.matches(";q=0(\\.0*)?");
    }
}
