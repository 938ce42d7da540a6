package scenariorca.powerbi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import scenariorca.platform.Json;

/** Writes the semantic model: TMDL files by their path in the project. */
final class ModelFiles {
    private static final String DEFINITION = PowerBiProject.MODEL + "/definition/";
    private static final String CULTURE = "en-US";
    private static final String SERVER = "WarehouseServer";
    private static final String DATABASE = "WarehouseDatabase";
    private static final String SCHEMA = "WarehouseSchema";
    private static final String START = "RangeStart";
    private static final String END = "RangeEnd";

    private final Star star;
    private final Comments comments;
    private final Installation installation;

    ModelFiles(Star star, Comments comments, Installation installation) {
        this.star = star;
        this.comments = comments;
        this.installation = installation;
    }

    Map<String, String> write() {
        var files = new LinkedHashMap<String, String>();
        files.put(PowerBiProject.MODEL + "/.platform", JsonFile.platform("SemanticModel"));
        files.put(
                PowerBiProject.MODEL + "/definition.pbism",
                JsonFile.write(JsonFile.object(
                        "$schema",
                        JsonFile.SCHEMAS + "item/semanticModel/definitionProperties/1.0.0/schema.json",
                        "version",
                        "4.2",
                        "settings",
                        Map.of())));
        files.put(DEFINITION + "database.tmdl", "database\n\tcompatibilityLevel: 1600\n\n");
        files.put(DEFINITION + "model.tmdl", model());
        files.put(DEFINITION + "expressions.tmdl", parameters());
        files.put(DEFINITION + "relationships.tmdl", relationships());
        files.put(DEFINITION + "cultures/" + CULTURE + ".tmdl", "cultureInfo " + CULTURE + "\n\n");
        star.roles().forEach(role -> files.put(DEFINITION + "roles/" + role.name() + ".tmdl", role(role)));
        var tableFile = new TableFile(star, comments);
        star.tables().forEach(table -> files.put(table.file(), tableFile.write(table)));
        return files;
    }

    private String model() {
        var out = new Tmdl()
                .line(0, "model Model")
                .line(1, "culture: " + CULTURE)
                .line(1, "defaultPowerBIDataSourceVersion: powerBI_V3")
                .line(1, "discourageImplicitMeasures")
                .line(1, "sourceQueryCulture: " + CULTURE)
                .line(1, "dataAccessOptions")
                .line(2, "legacyRedirects")
                .line(2, "returnErrorValuesAsNull")
                .blank()
                .line(0, "annotation __PBI_TimeIntelligenceEnabled = 0")
                .blank()
                .line(0, "annotation PBI_QueryOrder = " + Json.write(List.of(SERVER, DATABASE, SCHEMA, START, END)))
                .blank();
        star.tables().forEach(table -> out.line(0, "ref table " + Tmdl.name(table.name())));
        out.blank();
        star.roles().forEach(role -> out.line(0, "ref role " + Tmdl.name(role.name())));
        return out.blank().line(0, "ref cultureInfo " + CULTURE).blank().text();
    }

    private String parameters() {
        var out = new Tmdl();
        for (Parameter parameter : parameterList()) {
            out.describe(0, parameter.description())
                    .line(
                            0,
                            "expression %s = %s meta [IsParameterQuery=true, Type=\"%s\", IsParameterQueryRequired=true]"
                                    .formatted(parameter.name(), parameter.value(), parameter.type()))
                    .line(1, "lineageTag: " + Ids.uuid("parameter/" + parameter.name()))
                    .blank()
                    .line(1, "annotation PBI_ResultType = " + parameter.type())
                    .blank();
        }
        return out.text();
    }

    private record Parameter(String name, String type, String value, String description) {}

    private List<Parameter> parameterList() {
        return List.of(
                new Parameter(SERVER, "Text", text(installation.server()), "Host and port of the warehouse"),
                new Parameter(DATABASE, "Text", text(installation.database()), "Name of the warehouse's database"),
                new Parameter(SCHEMA, "Text", text(installation.schema()), "Schema of the warehouse's views"),
                new Parameter(
                        START,
                        "DateTime",
                        "#datetime(2000, 1, 1, 0, 0, 0)",
                        "Rows of growing tables are read from this time (UTC); the service sets it when it refreshes"),
                new Parameter(
                        END,
                        "DateTime",
                        "#datetime(2100, 1, 1, 0, 0, 0)",
                        "Rows of growing tables are read up to this time (UTC); the service sets it when it refreshes"));
    }

    private static String text(String value) {
        return "\"" + value.replace("\"", "\"\"") + "\"";
    }

    private String relationships() {
        var out = new Tmdl();
        for (Relationship relationship : star.relationships()) {
            String from = end(relationship.from(), relationship.fromColumn());
            String to = end(relationship.to(), relationship.toColumn());
            out.line(0, "relationship " + Ids.uuid("relationship/" + from + "/" + to));
            if (!relationship.isActive()) {
                out.line(1, "isActive: false");
            }
            out.line(1, "fromColumn: " + from).line(1, "toColumn: " + to).blank();
        }
        return out.text();
    }

    private static String end(Table table, Column column) {
        return Tmdl.name(table.name()) + "." + Tmdl.name(column.name());
    }

    private static String role(Role role) {
        var out = new Tmdl()
                .describe(0, role.description())
                .line(0, "role " + Tmdl.name(role.name()))
                .line(1, "modelPermission: read")
                .blank();
        role.filters()
                .forEach((table, filter) -> out.line(1, "tablePermission " + Tmdl.name(table) + " = " + filter)
                        .blank());
        return out.text();
    }
}
