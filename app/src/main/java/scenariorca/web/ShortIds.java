package scenariorca.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.web.servlet.HandlerInterceptor;

/** Ids shortened as pages show them lead to the page that is meant: the search knows which, or tells that there are several. */
final class ShortIds implements HandlerInterceptor {
    private static final Pattern SHORTENED = Pattern.compile("/(?:run|scenario|node)/[0-9a-fA-F][0-9a-fA-F-]{3,34}");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String path = request.getRequestURI();
        if (!SHORTENED.matcher(path).matches()) {
            return true;
        }
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", Links.search(path));
        return false;
    }
}
