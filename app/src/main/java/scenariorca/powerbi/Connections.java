package scenariorca.powerbi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes what leads to the data without the report: connection files, and the functions for the HTTP API. */
final class Connections {
    private Connections() {}

    static Map<String, String> write(Installation installation) {
        var files = new LinkedHashMap<String, String>();
        files.put(
                "warehouse.pbids",
                connection(JsonFile.object(
                        "details",
                        JsonFile.object(
                                "protocol",
                                "postgresql",
                                "address",
                                JsonFile.object("server", installation.server(), "database", installation.database())),
                        "options",
                        Map.of(),
                        "mode",
                        "Import")));
        files.put(
                "api.pbids",
                connection(JsonFile.object(
                        "details",
                        JsonFile.object(
                                "protocol",
                                "http",
                                "address",
                                JsonFile.object("url", installation.apiUrl() + "/api/v1/rca/runs")))));
        files.put("rest/RcaApi.pq", resource("RcaApi.pq").replace("{{apiUrl}}", installation.apiUrl()));
        return files;
    }

    private static String connection(Map<String, Object> connection) {
        return JsonFile.write(JsonFile.object("version", "0.1", "connections", List.of(connection)));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Connections.class.getResourceAsStream("/powerbi/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
