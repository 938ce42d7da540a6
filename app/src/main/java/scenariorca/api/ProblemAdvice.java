package scenariorca.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import scenariorca.platform.RcaException;
import scenariorca.report.Check;

/** Turns every failure below the dispatcher into a problem document. */
@ControllerAdvice
final class ProblemAdvice {

    @InitBinder
    void strictIds(WebDataBinder binder) {
        binder.registerCustomEditor(UUID.class, new StrictUuid());
    }

    @ExceptionHandler
    void known(RcaException failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problems.write(request, response, failure);
    }

    @ExceptionHandler
    void wrongType(MethodArgumentTypeMismatchException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problems.write(request, response, Check.invalid(e.getName(), expected(e), String.valueOf(e.getValue())));
    }

    @ExceptionHandler
    void missing(MissingServletRequestParameterException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problems.write(request, response, HttpStatus.BAD_REQUEST, e.getParameterName() + " is required");
    }

    @ExceptionHandler
    void unreadable(InvalidParameterException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problems.write(request, response, HttpStatus.BAD_REQUEST, "The query string must be percent-encoded UTF-8");
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    void notFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problems.write(
                request, response, HttpStatus.NOT_FOUND, "There is nothing at this path; " + Paths.DOCS + " lists all");
    }

    @ExceptionHandler
    void wrongMethod(HttpRequestMethodNotSupportedException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Set<HttpMethod> supported = Objects.requireNonNullElse(e.getSupportedHttpMethods(), Set.of());
        String allow = supported.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
        response.setHeader(HttpHeaders.ALLOW, allow);
        Problems.write(
                request, response, HttpStatus.METHOD_NOT_ALLOWED, e.getMethod() + " does not work here; use " + allow);
    }

    @ExceptionHandler
    void notAcceptable(HttpMediaTypeNotAcceptableException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String offered = e.getSupportedMediaTypes().stream()
                .map(MediaType::toString)
                .distinct()
                .collect(Collectors.joining(", "));
        Problems.write(
                request,
                response,
                HttpStatus.NOT_ACCEPTABLE,
                "Accept must allow one of " + (offered.isEmpty() ? Media.JSON_TYPE : offered));
    }

    @ExceptionHandler
    void wrongBody(HttpMediaTypeNotSupportedException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problems.write(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Content-Type is not one this path takes");
    }

    @ExceptionHandler
    void other(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            Problems.write(request, response, status, status.getReasonPhrase());
            return;
        }
        Problems.unexpected(request, response, e);
    }

    private static String expected(MethodArgumentTypeMismatchException e) {
        Class<?> type = e.getRequiredType();
        if (type == UUID.class) {
            return "a UUID such as 4f2a1c9e-7b1d-4c39-9d58-0a6f2f1f8a11";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        return "a whole number";
    }
}
