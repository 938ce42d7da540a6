package scenariorca.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.ContentCachingResponseWrapper;
import scenariorca.api.Paths;
import scenariorca.api.Problem;
import scenariorca.platform.Json;
import scenariorca.web.Pages;
import tools.jackson.databind.JsonNode;

/** What went wrong is decided in one place, as a problem document; a person with a browser gets the same as a page. */
final class PageProblems {
    private final Pages pages;

    PageProblems(Pages pages) {
        this.pages = pages;
    }

    /** Whether a problem of this request should be told as a page. */
    static boolean isForPeople(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        String path = request.getRequestURI();
        return accept != null
                && accept.contains("text/html")
                && !path.startsWith(Paths.BASE)
                && !path.startsWith(Paths.HEALTH)
                && !path.equals(Paths.OPENAPI);
    }

    /** Sends what was held back; a problem document as a page. */
    void release(ContentCachingResponseWrapper capture, HttpServletResponse response) throws IOException {
        String type = capture.getContentType();
        if (type == null || !type.startsWith(Problem.CONTENT_TYPE)) {
            capture.copyBodyToResponse();
            return;
        }
        JsonNode problem = Json.read(new String(capture.getContentAsByteArray(), StandardCharsets.UTF_8));
        byte[] page = pages.problem(
                        problem.path("status").asInt(500),
                        problem.path("title").asString("Problem"),
                        problem.path("detail").asString(""))
                .getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }
}
