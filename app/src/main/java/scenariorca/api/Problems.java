package scenariorca.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.DisconnectedClientHelper;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/** Writes problem documents, the same in whichever layer a request fails. */
public final class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final String UNEXPECTED = "The server failed at this; its log says why";
    private static final String RETRY_SECONDS = "5";

    private Problems() {}

    /** Replaces whatever the response holds so far by a problem. */
    public static void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = Problem.of(status, detail, request.getRequestURI()).json();
        response.resetBuffer();
        response.setStatus(status.value());
        response.setContentType(Problem.CONTENT_TYPE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(body.length);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        response.getOutputStream().write(body);
    }

    /** A failure of ours by its code: what the caller can mend is told, what only the operator can is logged. */
    public static void write(HttpServletRequest request, HttpServletResponse response, RcaException failure)
            throws IOException {
        HttpStatus status = HttpStatus.valueOf(failure.code().httpStatus());
        if (failure.code() == ErrorCode.PROBLEM || failure.code() == ErrorCode.CONFIGURATION) {
            unexpected(request, response, failure);
            return;
        }
        if (failure.code() == ErrorCode.UNREACHABLE) {
            log.warn("warehouse did not answer path={} cause={}", request.getRequestURI(), rootOf(failure));
        }
        write(request, response, status, failure.getMessage());
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }

    /** A failure nobody foresaw: a human must look at the log. */
    public static void unexpected(HttpServletRequest request, HttpServletResponse response, Throwable failure)
            throws IOException {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            log.debug("nobody waits for the answer any more path={}", request.getRequestURI());
            return;
        }
        log.error("request failed method={} path={}", request.getMethod(), request.getRequestURI(), failure);
        write(request, response, HttpStatus.INTERNAL_SERVER_ERROR, UNEXPECTED);
    }
}
