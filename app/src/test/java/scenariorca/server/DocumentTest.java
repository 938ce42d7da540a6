package scenariorca.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import scenariorca.Golden;
import scenariorca.api.OpenApiDocument;
import scenariorca.platform.Json;
import scenariorca.report.ReportDatabase;
import scenariorca.report.ReportSession;
import scenariorca.report.Reports;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document is sound and complete, and the page of documentation made from it is fresh. */
final class DocumentTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final JsonNode DOCUMENT = OpenApiDocument.make(
            Reports.of(ReportSession.ofGuests(SERVER.database().reader(), ReportDatabase.NOON), List::of, null));

    @Test
    void the_document_the_program_carries_is_the_one_made_from_the_controllers_and_is_served() {
        Golden.checkFile(
                Path.of("app", "src", "main", "resources", "docs", "openapi.json"), Json.writePretty(DOCUMENT));

        assertThat(SERVER.get("/openapi.json").body()).isEqualTo(Json.write(DOCUMENT));
    }

    @Test
    void the_document_is_openapi_3_1_with_a_title_a_key_and_no_dead_reference() {
        assertThat(DOCUMENT.get("openapi").stringValue()).startsWith("3.1");
        assertThat(DOCUMENT.at("/info/title").stringValue()).isEqualTo("Scenario RCA");
        assertThat(DOCUMENT.at("/components/securitySchemes/api_key/name").stringValue())
                .isEqualTo("X-API-Key");
        for (JsonNode reference : DOCUMENT.findValues("$ref")) {
            String pointer = reference.stringValue().substring(1);
            assertThat(DOCUMENT.at(pointer).isMissingNode()).as(pointer).isFalse();
        }
    }

    @Test
    void every_schema_is_a_json_schema_and_every_field_is_explained() {
        var meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
        var unexplained = new ArrayList<String>();

        DOCUMENT.at("/components/schemas").properties().forEach(entry -> {
            JsonNode schema = entry.getValue();
            assertThat(meta.validate(schema)).as(entry.getKey()).isEmpty();
            assertThat(schema.at("/description").asString(""))
                    .as(entry.getKey())
                    .isNotBlank();
            assertThat(schema.at("/required").size())
                    .isEqualTo(schema.at("/properties").size());
            schema.at("/properties").properties().stream()
                    .filter(field ->
                            field.getValue().at("/description").asString("").isBlank())
                    .forEach(field -> unexplained.add(entry.getKey() + "." + field.getKey()));
        });

        assertThat(unexplained).isEmpty();
    }

    @Test
    void every_operation_is_explained_and_tells_its_parameters_answers_and_problems() {
        var ids = new ArrayList<String>();
        DOCUMENT.get("paths").properties().stream()
                .filter(path -> path.getValue().has("get"))
                .forEach(path -> {
                    JsonNode operation = path.getValue().get("get");
                    ids.add(operation.get("operationId").stringValue());
                    assertThat(operation.at("/summary").asString(""))
                            .as(path.getKey())
                            .isNotBlank();
                    for (JsonNode parameter : operation.at("/parameters").values()) {
                        assertThat(parameter.at("/description").asString(""))
                                .as("%s %s", path.getKey(), parameter.get("name"))
                                .isNotBlank();
                    }
                    assertThat(declared(operation)).containsAll(inPath(path.getKey()));
                    if (path.getKey().startsWith("/api")) {
                        assertThat(operation.get("responses").propertyNames())
                                .contains("200", "304", "400", "401", "404", "406", "500", "503");
                    }
                    assertThat(operation.at("/responses/200/content").values())
                            .as(path.getKey())
                            .isNotEmpty()
                            .allMatch(content -> content.has("schema"));
                });
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void the_documentation_page_needs_nothing_from_elsewhere() {
        HttpResponse<String> page = SERVER.get("/docs");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-security-policy").orElse(""))
                .contains("default-src 'self'");
        assertThat(page.body()).doesNotContain("http://", "https://", "<style", " style=");
        var assets = Pattern.compile("(?:src|href)=\"(/docs/[^\"]+)\"").matcher(page.body());
        int found = 0;
        while (assets.find()) {
            assertThat(SERVER.get(assets.group(1)).statusCode())
                    .as(assets.group(1))
                    .isEqualTo(200);
            found++;
        }
        assertThat(found).isEqualTo(3);
    }

    @Test
    void the_page_in_docs_is_fresh() {
        Golden.checkFile(Path.of("docs", "api.md"), new ApiPage(DOCUMENT).markdown());
    }

    private static List<String> declared(JsonNode operation) {
        return operation
                .at("/parameters")
                .valueStream()
                .filter(parameter -> parameter.get("in").stringValue().equals("path"))
                .map(parameter -> parameter.get("name").stringValue())
                .toList();
    }

    private static List<String> inPath(String path) {
        return Pattern.compile("\\{([a-z_]+)}")
                .matcher(path)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
