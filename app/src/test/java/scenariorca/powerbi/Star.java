package scenariorca.powerbi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The model as its files say it.
 *
 * @param roles DAX condition by table, by role
 * @param files every TMDL file, read
 */
record Star(
        List<ModelTable> tables,
        List<Relationship> relationships,
        List<Measure> measures,
        Map<String, Map<String, String>> roles,
        Map<Path, List<Tmdl>> files) {
    static final Path COMMITTED = Path.of("powerbi");
    static final String MODEL = "ScenarioRca.SemanticModel";

    /** The model in the repository. */
    static Star committed() {
        return read(COMMITTED);
    }

    static Star read(Path project) {
        Map<Path, List<Tmdl>> files;
        try (var walk = Files.walk(project.resolve(MODEL))) {
            files = walk.filter(file -> file.toString().endsWith(".tmdl"))
                    .collect(Collectors.toMap(file -> file, file -> Tmdl.read(text(file))));
        } catch (IOException e) {
            throw new IllegalStateException(project + " cannot be read", e);
        }
        var tables = new ArrayList<ModelTable>();
        files.forEach((file, nodes) -> nodes.stream()
                .filter(node -> node.keyword().equals("table"))
                .forEach(node -> tables.add(ModelTable.of(node, file))));
        tables.sort(Comparator.comparing(ModelTable::name));
        return new Star(
                tables,
                nodes(files, "relationship").stream()
                        .map(node -> Relationship.of(node, tables))
                        .toList(),
                tables.stream().flatMap(table -> table.measures().stream()).toList(),
                nodes(files, "role").stream()
                        .collect(Collectors.toMap(
                                Tmdl::name,
                                role -> role.all("tablePermission")
                                        .collect(Collectors.toMap(Tmdl::name, Tmdl::value)))),
                files);
    }

    private static List<Tmdl> nodes(Map<Path, List<Tmdl>> files, String keyword) {
        return files.values().stream()
                .flatMap(List::stream)
                .filter(node -> node.keyword().equals(keyword))
                .toList();
    }

    /** The objects of a kind that stand at the left edge of some file. */
    List<Tmdl> nodes(String keyword) {
        return nodes(files, keyword);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    ModelTable table(String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the model has no table " + name));
    }

    Measure measure(String name) {
        return measures.stream()
                .filter(measure -> measure.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the model has no measure " + name));
    }

    boolean isDimension(ModelTable table) {
        return relationships.stream().noneMatch(relationship -> relationship.from() == table);
    }
}
