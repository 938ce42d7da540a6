package scenariorca.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request whose key came in the address, as Power BI sends it, seen without that key: nothing behind the door can keep
 * it, log it or link to it.
 */
final class KeylessRequest extends HttpServletRequestWrapper {
    private static final String NAME = "api_key";

    private KeylessRequest(HttpServletRequest request) {
        super(request);
    }

    /** The key a request brings: by header, else in the address; null without one. */
    static @Nullable String key(HttpServletRequest request) {
        String header = request.getHeader("X-API-Key");
        return header == null && isInAddress(request) ? request.getParameter(NAME) : header;
    }

    static HttpServletRequest of(HttpServletRequest request) {
        return isInAddress(request) ? new KeylessRequest(request) : request;
    }

    private static boolean isInAddress(HttpServletRequest request) {
        String query = request.getQueryString();
        return query != null && query.contains(NAME) && request.getParameter(NAME) != null;
    }

    @Override
    public @Nullable String getQueryString() {
        String rest = Arrays.stream(super.getQueryString().split("&"))
                .filter(part -> !part.equals(NAME) && !part.startsWith(NAME + "="))
                .collect(Collectors.joining("&"));
        return rest.isEmpty() ? null : rest;
    }

    @Override
    public @Nullable String getParameter(String name) {
        return name.equals(NAME) ? null : super.getParameter(name);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return name.equals(NAME) ? null : super.getParameterValues(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        var rest = new LinkedHashMap<>(super.getParameterMap());
        rest.remove(NAME);
        return rest;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }
}
