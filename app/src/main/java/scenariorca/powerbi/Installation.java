package scenariorca.powerbi;

import java.util.List;
import java.util.Map;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/**
 * Where the written project finds the warehouse and the API. Holds no secret: Power BI asks for user and password.
 *
 * @param host of the warehouse. Example: localhost
 * @param port of the warehouse. Example: 5432
 * @param database name of the warehouse's database
 * @param schema where its views are. Example: rpt
 * @param apiUrl where the HTTP API is. Example: http://localhost:8000
 */
public record Installation(String host, int port, String database, String schema, String apiUrl) {
    public Installation {
        check("REPORTING_DB_HOST", host);
        check("REPORTING_DB_NAME", database);
        check("REPORTING_DB_SCHEMA", schema);
        check("API_HOST", apiUrl);
    }

    /** What the copy in the repository says. */
    public static Installation neutral() {
        return new Installation("localhost", 5432, "scenario_rca", "rpt", "http://localhost:8000");
    }

    /** Where the project's files name the installation, by file. */
    Map<String, List<Place>> places() {
        String server = (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        return Map.of(
                "ScenarioRca.SemanticModel/definition/expressions.tmdl",
                List.of(
                        Place.quoted("^expression WarehouseServer = ", server),
                        Place.quoted("^expression WarehouseDatabase = ", database),
                        Place.quoted("^expression WarehouseSchema = ", schema)),
                "warehouse.pbids",
                List.of(Place.quoted("\"server\"\\s*:\\s*", server), Place.quoted("\"database\"\\s*:\\s*", database)),
                "api.pbids",
                List.of(new Place("\"url\"\\s*:\\s*\"", "https?://[^/\"]+", apiUrl)),
                "rest/RcaApi.pq",
                List.of(Place.quoted("^\\s*BaseUrl = ", apiUrl)));
    }

    /** The values are written into programs of three languages: what could end a string there is refused. */
    private static void check(String setting, String value) {
        boolean isPlain = value.chars().noneMatch(c -> c < ' ' || c == 0x7f || "\"'\\#&<>".indexOf(c) >= 0);
        if (value.isBlank() || !isPlain) {
            throw new RcaException(
                    ErrorCode.CONFIGURATION,
                    "%s is \"%s\", which cannot be written into a Power BI project; it must have no quotes, backslashes, #, &, <, > or control characters"
                            .formatted(setting, value));
        }
    }
}
