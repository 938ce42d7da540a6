package scenariorca.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.LongSupplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import scenariorca.api.Problems;

/**
 * Turns away who asks too often: by address before anything is looked at, by caller once known, and who keeps guessing keys.
 */
final class Limits {
    private static final int BURST_SECONDS = 10;

    private final RateLimit requests;
    private final RateLimit failures;

    /**
     * @param perSecond requests a second for each address and each caller; 0 for no limit
     * @param failuresPerMinute keys and tokens that are not good, for each address; 0 for no limit
     */
    Limits(int perSecond, int failuresPerMinute, LongSupplier nanos) {
        this.requests = new RateLimit(perSecond, (double) perSecond * BURST_SECONDS, nanos);
        this.failures = new RateLimit(failuresPerMinute / 60.0, failuresPerMinute, nanos);
    }

    /** By where it comes from. */
    boolean turnsAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return refused(requests.take(address(request)), request, response);
    }

    /** By how often what came from there was not good. Even a good key waits: to look at it would be to answer a guess. */
    boolean turnsGuessesAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return refused(failures.look(address(request)), request, response);
    }

    /** By who it is. */
    boolean turnsAway(Principal caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean isNamed = caller != Principal.STRANGER && caller != Principal.ANYONE;
        return isNamed && refused(requests.take(caller.name()), request, response);
    }

    /** Somebody showed a key or a token that is not good. */
    void failed(HttpServletRequest request) {
        failures.take(address(request));
    }

    private static String address(HttpServletRequest request) {
        return "from:" + request.getRemoteAddr();
    }

    private static boolean refused(int seconds, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (seconds == 0) {
            return false;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
        Problems.write(
                request,
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "Too many requests; come back in %d s".formatted(seconds));
        return true;
    }
}
