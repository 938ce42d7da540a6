package scenariorca.powerbi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import scenariorca.platform.Json;
import tools.jackson.databind.JsonNode;

/**
 * A page of the report, as its files say it.
 *
 * @param name of its folder
 * @param json of page.json
 * @param visuals in reading order
 */
record ReportPage(String name, JsonNode json, List<Visual> visuals) {
    /** All pages, in the order of the tabs. */
    static List<ReportPage> read(Path project) {
        Path pages = project.resolve("ScenarioRca.Report/definition/pages");
        return json(pages.resolve("pages.json")).path("pageOrder").values().stream()
                .map(name -> page(pages.resolve(name.asString())))
                .toList();
    }

    private static ReportPage page(Path folder) {
        try (Stream<Path> visuals = Files.list(folder.resolve("visuals"))) {
            return new ReportPage(
                    String.valueOf(folder.getFileName()),
                    json(folder.resolve("page.json")),
                    visuals.map(Visual::read)
                            .sorted(Comparator.comparingInt(Visual::tabOrder))
                            .toList());
        } catch (IOException e) {
            throw new IllegalStateException(folder + " cannot be read", e);
        }
    }

    static JsonNode json(Path file) {
        try {
            return Json.read(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    String title() {
        return json.path("displayName").asString();
    }

    /** The field of the row it is reached from; empty for a page of its own. */
    Optional<String> boundTo() {
        return json.path("pageBinding").path("parameters").values().stream()
                .map(parameter -> Visual.field(parameter.path("fieldExpr")))
                .findFirst();
    }
}
