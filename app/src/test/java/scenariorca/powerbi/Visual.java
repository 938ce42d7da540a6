package scenariorca.powerbi;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Something shown on a page, as its files say it.
 *
 * @param name of its folder
 * @param json of visual.json
 * @param mobile place on a phone; empty when it is not shown there
 */
record Visual(String name, JsonNode json, Optional<Box> mobile) {
    static Visual read(Path folder) {
        Path mobile = folder.resolve("mobile.json");
        return new Visual(
                String.valueOf(folder.getFileName()),
                ReportPage.json(folder.resolve("visual.json")),
                Files.exists(mobile) ? Optional.of(box(ReportPage.json(mobile))) : Optional.empty());
    }

    private static Box box(JsonNode json) {
        JsonNode position = json.path("position");
        return new Box(
                position.path("x").asInt(),
                position.path("y").asInt(),
                position.path("width").asInt(),
                position.path("height").asInt());
    }

    Box box() {
        return box(json);
    }

    int tabOrder() {
        return json.path("position").path("tabOrder").asInt();
    }

    /** Fields shown, as in DAX: a column as Run[Outcome], a measure as [Success Rate]. */
    List<String> fields() {
        return json.path("visual").path("query").path("queryState").values().stream()
                .flatMap(role -> role.path("projections").values().stream())
                .map(projection -> field(projection.path("field")))
                .toList();
    }

    static String field(JsonNode expression) {
        JsonNode column = expression.path("Column");
        return column.isMissingNode()
                ? "[%s]".formatted(expression.path("Measure").path("Property").asString())
                : "%s[%s]"
                        .formatted(
                                column.path("Expression")
                                        .path("SourceRef")
                                        .path("Entity")
                                        .asString(),
                                column.path("Property").asString());
    }

    /** Visuals of one group choose the same; empty when this one chooses for its page alone. */
    Optional<String> group() {
        JsonNode group = json.path("visual").path("syncGroup").path("groupName");
        return group.isString() ? Optional.of(group.asString()) : Optional.empty();
    }

    /** A text among the properties of the visual's frame, without its quotes; empty without one. */
    String frame(String object, String property) {
        return json.path("visual").path("visualContainerObjects").path(object).values().stream()
                .map(entry -> entry.path("properties")
                        .path(property)
                        .path("expr")
                        .path("Literal")
                        .path("Value")
                        .asString(""))
                .findFirst()
                .orElse("")
                .replaceAll("^'|'$", "");
    }
}
