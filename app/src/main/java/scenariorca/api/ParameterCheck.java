package scenariorca.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/** Refuses parameters a question does not have, instead of answering another question than the caller meant. */
public final class ParameterCheck implements HandlerInterceptor {
    private final Map<Object, Allowed> allowed = new ConcurrentHashMap<>();

    /** The parameters of a method, and which of them may come more than once. */
    private record Allowed(List<String> names, List<String> repeatable) {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || !request.getRequestURI().startsWith(Paths.BASE)
                || request.getMethod().equals("POST")) {
            return true;
        }
        Allowed known = allowed.computeIfAbsent(method.getMethod(), key -> allowedOf(method));
        request.getParameterMap().forEach((name, values) -> check(known, name, values));
        return true;
    }

    private static void check(Allowed known, String name, String[] values) {
        if (!known.names().contains(name)) {
            String list = known.names().isEmpty() ? "none" : String.join(", ", known.names());
            throw new RcaException(
                    ErrorCode.INVALID_INPUT, "Unknown parameter \"%s\"; allowed: %s".formatted(name, list));
        }
        if (values.length > 1 && !known.repeatable().contains(name)) {
            throw new RcaException(ErrorCode.INVALID_INPUT, name + " must be given once, not several times");
        }
    }

    private static Allowed allowedOf(HandlerMethod method) {
        var parameters = Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .toList();
        return new Allowed(
                parameters.stream().map(ParameterCheck::nameOf).sorted().toList(),
                parameters.stream()
                        .filter(parameter -> parameter.getParameterType() == List.class)
                        .map(ParameterCheck::nameOf)
                        .toList());
    }

    private static String nameOf(org.springframework.core.MethodParameter parameter) {
        return Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class))
                .name();
    }
}
