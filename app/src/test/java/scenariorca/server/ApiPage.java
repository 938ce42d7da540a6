package scenariorca.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document as a page to read: {@code docs/api.md}. */
final class ApiPage {
    private final JsonNode document;
    private final StringBuilder page = new StringBuilder();

    ApiPage(JsonNode document) {
        this.document = document;
    }

    String markdown() {
        line("# REST API");
        line("");
        line("Made from the OpenAPI document, which a running server has at `/openapi.json`; try it out at `/docs`.");
        line("Rewrite this page with `mvn verify -Dgolden.update=true -Dtest=DocumentTest`.");
        line("");
        line(String.join(
                "\n",
                List.of(
                        "- **Key**: header `X-API-Key`, once `API_KEY` is set. `/health/*`, `/docs` and `/openapi.json` are open.",
                        "- **Times** are RFC 3339 in UTC, ids lower-case UUIDs. A window of `days` is whole UTC days, today included.",
                        "- **Lists** are paged: `limit`, and `cursor` with the `next` of the page before, which is in the body and in"
                                + " the `Link` header. `Accept: text/csv` gets a table.",
                        "- **Fresh**: `X-Data-Fresh-To` and `X-Warehouse-Version` tell what an answer was read from. `ETag` changes"
                                + " exactly when the answer may; send it as `If-None-Match` to get a 304.",
                        "- **Problems** are `application/problem+json` (RFC 9457); the `detail` says what was wrong and what it must"
                                + " be. An unknown parameter is a problem, too.")));
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operation(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue())));
        line("");
        line("## Objects");
        document.at("/components/schemas").properties().forEach(entry -> object(entry.getKey(), entry.getValue()));
        return page.toString();
    }

    private void operation(String path, JsonNode operation) {
        line("");
        line("## " + path);
        line(operation.get("description").asString(operation.get("summary").asString("")));
        if (operation.has("parameters")) {
            line("");
            line("| parameter | type | meaning |");
            line("| --- | --- | --- |");
            for (JsonNode parameter : operation.get("parameters").values()) {
                JsonNode schema = parameter.get("schema");
                String required = parameter.path("required").asBoolean(false) ? ", required" : "";
                String standard = schema.has("default")
                        ? ", default " + schema.get("default").asString()
                        : "";
                String range = schema.has("maximum")
                        ? ", %s to %s"
                                .formatted(
                                        schema.get("minimum").asString(),
                                        schema.get("maximum").asString())
                        : "";
                row(
                        "`" + parameter.get("name").stringValue() + "`",
                        type(schema) + range + standard + required,
                        parameter.get("description").stringValue());
            }
        }
        if (operation.has("requestBody")) {
            line("");
            line("Takes %s: a JSON object, or the fields of a form."
                    .formatted(type(operation.at("/requestBody/content/application~1json/schema"))));
        }
        JsonNode content = operation.at(
                operation.at("/responses").has("200") ? "/responses/200/content" : "/responses/201/content");
        line("");
        line("Answers %s%s."
                .formatted(type(content.at("/application~1json/schema")), content.has("text/csv") ? ", or CSV" : ""));
    }

    private void object(String name, JsonNode schema) {
        line("");
        line("### " + name);
        line(schema.get("description").stringValue());
        line("");
        line("| field | type | meaning |");
        line("| --- | --- | --- |");
        schema.get("properties").properties().forEach(field -> {
            JsonNode property = field.getValue();
            String example = property.has("example")
                    ? " Example: `" + property.get("example").asString() + "`."
                    : "";
            row(
                    "`" + field.getKey() + "`",
                    type(property),
                    property.get("description").stringValue() + "." + example);
        });
    }

    private static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").stringValue().replaceAll(".*/", "");
            return "[%s](#%s)".formatted(name, name.toLowerCase(java.util.Locale.ROOT));
        }
        if (schema.has("oneOf")) {
            return schema.get("oneOf").valueStream().map(ApiPage::type).collect(Collectors.joining(" or "));
        }
        if (schema.has("anyOf")) {
            return type(schema.at("/anyOf/0")) + " or null";
        }
        List<String> names = new ArrayList<>();
        JsonNode type = schema.path("type");
        (type.isArray() ? type.valueStream() : java.util.stream.Stream.of(type))
                .forEach(one -> names.add(one.asString("")));
        if (names.size() > 3) {
            return "any JSON";
        }
        String format =
                schema.has("format") && !schema.get("format").stringValue().startsWith("int")
                        ? " (" + schema.get("format").stringValue() + ")"
                        : "";
        String first = names.contains("array") ? "list of " + type(schema.get("items")) : names.getFirst() + format;
        return names.contains("null") ? first + " or null" : first;
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells).replace("\n", " ") + " |");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
