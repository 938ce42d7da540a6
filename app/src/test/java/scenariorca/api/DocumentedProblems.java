package scenariorca.api;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Adds to each operation the ways it can fail, and the headers every answer has. */
final class DocumentedProblems implements OpenApiCustomizer {
    private static final String CSV = "A header line with the names the fields have in JSON, then a line per row.";
    private static final Map<String, String> PROBLEMS = new TreeMap<>(Map.of(
            "400", "A parameter is wrong; the detail names it and what it must be.",
            "401", "No key or token was sent, or one that is wrong, revoked, expired or for another audience.",
            "403", "The server has no API key, and was asked under another name than localhost or its address.",
            "404", "There is no such thing; the detail names its id.",
            "413", "The request has a body, and it is too large.",
            "429", "Too many requests, or too many at once; Retry-After says when to come back.",
            "406", "The Accept header allows none of the types on offer.",
            "500", "The server failed; its log says why.",
            "503", "The warehouse does not answer; Retry-After says when to try again."));

    /** What even those can be told who ask for nothing of the warehouse. */
    private static final List<String> OF_ALL = List.of("400", "406", "413", "429");

    @Override
    public void customise(OpenAPI document) {
        ResolvedSchema problem =
                ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(Problem.class));
        document.getComponents().addSchemas("Problem", problem.schema);
        document.getPaths()
                .forEach((path, item) -> item.readOperations().forEach(operation -> complete(path, operation)));
    }

    private static void complete(String path, Operation operation) {
        operation.setSummary(sentence(operation.getSummary()));
        operation.setDescription(sentence(operation.getDescription()));
        operation
                .getResponses()
                .values()
                .forEach(response -> response.setDescription(sentence(response.getDescription())));
        if (operation.getParameters() != null) {
            operation
                    .getParameters()
                    .forEach(parameter -> parameter.setDescription(sentence(parameter.getDescription())));
        }
        if (path.startsWith(Paths.HEALTH)) {
            operation.setSecurity(List.of());
            OF_ALL.forEach(status -> operation
                    .getResponses()
                    .addApiResponse(status, problem(Objects.requireNonNull(PROBLEMS.get(status)))));
            return;
        }
        PROBLEMS.forEach((status, meaning) -> operation.getResponses().addApiResponse(status, problem(meaning)));
        ApiResponse found = operation.getResponses().get("200");
        if (found == null) {
            return; // an act: nobody keeps its answer
        }
        if (found.getContent().containsKey(Media.ZIP_TYPE)) {
            found.getContent().get(Media.ZIP_TYPE).setSchema(new StringSchema().format("binary"));
        }
        boolean isList = found.getContent().containsKey(Media.CSV_TYPE);
        found.setHeaders(headers(isList));
        if (isList) {
            found.getContent()
                    .addMediaType(Media.CSV_TYPE, new MediaType().schema(new StringSchema().description(CSV)));
        }
        operation
                .getResponses()
                .addApiResponse(
                        "304",
                        new ApiResponse()
                                .description("The answer is the one If-None-Match names.")
                                .headers(headers(false)));
    }

    /** Javadoc as prose: one line, a capital at the start, code in backticks. */
    private static @Nullable String sentence(@Nullable String javadoc) {
        if (javadoc == null || javadoc.isBlank()) {
            return javadoc;
        }
        String text =
                javadoc.replaceAll("\\s+", " ").replaceAll("</?code>", "`").strip();
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static ApiResponse problem(String meaning) {
        return new ApiResponse()
                .description(meaning)
                .content(new Content()
                        .addMediaType(
                                Problem.CONTENT_TYPE,
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    }

    private static Map<String, Header> headers(boolean isList) {
        var headers = new LinkedHashMap<String, Header>();
        headers.put(
                "ETag",
                header("Changes exactly when the answer may: with a load, or with the day for \"the last n days\"."));
        headers.put("X-Warehouse-Version", header("Version of the warehouse the answer was read from."));
        headers.put(
                "X-Data-Fresh-To",
                header("The answer holds all that the source held at this time; absent before the first load."));
        if (isList) {
            headers.put("Link", header("The next page, with rel=\"next\"; absent on the last one."));
        }
        return headers;
    }

    private static Header header(String meaning) {
        return new Header().description(meaning).schema(new StringSchema());
    }
}
