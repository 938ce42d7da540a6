package scenariorca.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import scenariorca.api.Problems;
import scenariorca.platform.Json;
import scenariorca.warehouse.WarehouseState;
import scenariorca.warehouse.WarehouseVersion;

/**
 * Tells open pages, by server-sent events, of each version of the warehouse as it is published. It tells the version and how
 * fresh it is, and nothing of what is in it: a page asks what is new for its own viewer. While nothing is published a page
 * costs a sleeping virtual thread and a few bytes now and then.
 */
final class LiveStream {
    static final String PATH = "/live";

    /** So often a byte goes out, for whoever is between not to think that nobody is there, and for us to notice who left. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    /** After so long the page comes again, and shows again that it may. */
    private static final Duration LENGTH = Duration.ofMinutes(15);

    /** Of the connections that the server has; the others are for answers. */
    private static final int MOST = 1_000;

    private static final String TYPE = "text/event-stream";
    private static final int COME_AGAIN_MILLIS = 3_000;

    private final WarehouseVersion version;
    private final Semaphore places = new Semaphore(MOST);
    private final Duration heartbeat;

    LiveStream(WarehouseVersion version) {
        this(version, HEARTBEAT);
    }

    LiveStream(WarehouseVersion version, Duration heartbeat) {
        this.version = version;
        this.heartbeat = heartbeat;
    }

    /** What an event says. */
    private record Event(long version, @Nullable Instant freshTo) {}

    /** Returns when the page has left, has had its time, or the server stops. */
    void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String accept = request.getHeader("Accept");
        if (!request.getMethod().equals("GET") || accept == null || !accept.contains(TYPE)) {
            Problems.write(
                    request, response, HttpStatus.NOT_ACCEPTABLE, "This is for pages: GET it with Accept: " + TYPE);
            return;
        }
        if (!places.tryAcquire()) {
            response.setHeader("Retry-After", "60");
            Problems.write(
                    request, response, HttpStatus.SERVICE_UNAVAILABLE, "%d pages listen already".formatted(MOST));
            return;
        }
        try {
            follow(response);
        } catch (IOException e) {
            // the page has left, as pages do
        } finally {
            places.release();
        }
    }

    /** Pages that listen now. */
    int listening() {
        return MOST - places.availablePermits();
    }

    private void follow(HttpServletResponse response) throws IOException {
        response.setContentType(TYPE + ";charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        write(response, "retry: %d\n\n".formatted(COME_AGAIN_MILLIS));
        long end = System.nanoTime() + LENGTH.toNanos();
        long told = Long.MIN_VALUE;
        while (!version.isClosed() && System.nanoTime() < end) {
            WarehouseState state = version.awaitOther(told, heartbeat);
            if (state == null) {
                write(response, ":\n\n");
            } else {
                told = state.version();
                String data = Json.write(new Event(told, state.freshTo()));
                write(response, "id: %d\nevent: version\ndata: %s\n\n".formatted(told, data));
            }
        }
    }

    private static void write(HttpServletResponse response, String text) throws IOException {
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }
}
