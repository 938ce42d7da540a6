package scenariorca.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import scenariorca.platform.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document the server itself serves, as a judge of what it answers. */
final class Contract {
    private final JsonNode document;

    Contract(TestServer server) {
        this.document = Json.read(server.get("/openapi.json").body());
        // A field the document does not know is as wrong as a field that is missing.
        document.at("/components/schemas").values().stream()
                .filter(schema -> schema.has("properties"))
                .forEach(schema -> ((ObjectNode) schema).put("additionalProperties", false));
    }

    JsonNode document() {
        return document;
    }

    /** Fails unless the document promises such a response: its status, its type, its content. */
    void check(HttpResponse<String> response) {
        String path = response.uri().getPath();
        JsonNode operation = operation(path);
        JsonNode promised = operation.at("/responses/" + response.statusCode());
        assertThat(promised.isMissingNode())
                .as("status %d of %s is not in the document: %s", response.statusCode(), path, response.body())
                .isFalse();
        if (response.statusCode() == 304) {
            assertThat(response.body()).isEmpty();
            return;
        }
        String type = response.headers().firstValue("content-type").orElse("").split(";")[0];
        JsonNode media = promised.path("content").path(type);
        assertThat(media.isMissingNode())
                .as("%s of %s is not in the document", type, path)
                .isFalse();
        if (type.endsWith("json")) {
            assertThat(errors(media.path("schema"), response.body()))
                    .as("%s %s", path, response.body())
                    .isEmpty();
        }
    }

    private List<Error> errors(JsonNode schema, String body) {
        ObjectNode whole = Json.mapper().createObjectNode();
        whole.put("$schema", SpecificationVersion.DRAFT_2020_12.getDialectId());
        whole.set("allOf", Json.mapper().createArrayNode().add(schema));
        whole.set("components", document.get("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole)
                .validate(
                        body,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private JsonNode operation(String path) {
        return document.get("paths").properties().stream()
                .filter(entry -> path.matches(entry.getKey().replaceAll("\\{[a-z_]+}", "[^/]+")))
                .min(Map.Entry.comparingByKey(
                        (one, other) -> Integer.compare(one.split("\\{", -1).length, other.split("\\{", -1).length)))
                .map(entry -> entry.getValue().get("get"))
                .orElseThrow(() -> new AssertionError(path + " is not in the document"));
    }
}
