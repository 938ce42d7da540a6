package scenariorca.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import scenariorca.api.Problem;

/** Says as a problem document what Tomcat refuses before any filter sees it, such as a path that is no path. */
public final class ProblemValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < HttpStatus.BAD_REQUEST.value() || response.getContentWritten() > 0) {
            return;
        }
        HttpStatus known = HttpStatus.resolve(status);
        HttpStatus shown = known == null ? HttpStatus.BAD_REQUEST : known;
        String detail = detail(shown);
        String json = new String(Problem.of(shown, detail, "/").json(), StandardCharsets.UTF_8);
        try {
            SecurityHeaders.on(request, response);
            response.setContentType(Problem.CONTENT_TYPE);
            response.getReporter().write(json);
            response.finishResponse();
        } catch (IOException | NullPointerException e) {
            // The caller is gone, or Tomcat already answers in another way: there is nobody left to tell.
        }
    }

    private static String detail(HttpStatus status) {
        if (status == HttpStatus.NOT_IMPLEMENTED) {
            return "This server answers GET and HEAD, and forms by POST; it is no proxy";
        }
        if (status == HttpStatus.HTTP_VERSION_NOT_SUPPORTED) {
            return "This server speaks HTTP/1.1 and HTTP/1.0";
        }
        return status.is4xxClientError()
                ? "The request could not be understood: its line or one of its headers is malformed or too long"
                : "The server failed at this; its log says why";
    }
}
