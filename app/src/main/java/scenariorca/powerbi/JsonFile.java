package scenariorca.powerbi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import scenariorca.platform.Json;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** JSON files laid out as Power BI Desktop lays them out, so that saving there changes little. */
final class JsonFile {
    /** Below it are the published schemas of all the JSON files. */
    static final String SCHEMAS = "https://developer.microsoft.com/json-schemas/fabric/";

    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(INDENTER)
            .withArrayIndenter(INDENTER);

    private JsonFile() {}

    /** A JSON object of names and values in turn, in this order. */
    static Map<String, Object> object(Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    static String write(Object value) {
        return Json.mapper().writer().with(PRINTER).writeValueAsString(value) + "\n";
    }

    /** The file by which a folder says which kind of item it is. */
    static String platform(String type) {
        return write(object(
                "$schema",
                SCHEMAS + "gitIntegration/platformProperties/2.0.0/schema.json",
                "metadata",
                object("type", type, "displayName", PowerBiProject.NAME),
                "config",
                object("version", "2.0", "logicalId", Ids.uuid("item/" + type))));
    }

    static Object literal(String value) {
        return object("expr", object("Literal", object("Value", value)));
    }

    /** A text literal: quoted inside, a quote doubled. */
    static Object text(String value) {
        return literal("'" + value.replace("'", "''") + "'");
    }

    static Object truth(boolean value) {
        return literal(Boolean.toString(value));
    }

    static Object colour(String hex) {
        return object("solid", object("color", text(hex)));
    }

    /** Formatting of a visual: one entry of properties. */
    static List<Object> properties(Object... namesAndValues) {
        return List.of(object("properties", object(namesAndValues)));
    }
}
