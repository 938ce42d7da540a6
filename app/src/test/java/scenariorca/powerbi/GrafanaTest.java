package scenariorca.powerbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import scenariorca.platform.Json;
import scenariorca.report.ReportDatabase;
import scenariorca.warehouse.Warehouse;
import tools.jackson.databind.JsonNode;

/** The dashboards for Grafana, run as Grafana would run them. */
final class GrafanaTest {
    private static final Path DASHBOARDS = Path.of("deploy", "grafana", "dashboards");
    private static final Pattern TIME_FILTER = Pattern.compile("\\$__timeFilter\\(([^()]*)\\)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):sqlstring}");
    private static final Pattern LINK = Pattern.compile("/d/([a-z-]+)");
    private static final int COLUMNS = 24;

    @Test
    void there_is_a_dashboard_for_each_of_the_five_views() throws IOException {
        assertThat(dashboards().values().stream().map(one -> one.path("title").asString()))
                .containsExactlyInAnyOrder(
                        "Scenario Overview", "User Journey", "Run Diagnostics", "Run Comparison", "Reliability");
    }

    @Test
    void every_query_runs_and_gives_what_its_panel_needs() throws IOException, SQLException {
        Set<String> silent = new HashSet<>();
        int panels = 0;
        try (ReportDatabase database = FilledWarehouse.create("grafana");
                Warehouse warehouse = Warehouse.open(database.settings());
                Connection connection = warehouse.connect("test")) {
            for (JsonNode dashboard : dashboards().values()) {
                List<Map<String, String>> choices = choices(connection, dashboard);
                for (JsonNode panel : dashboard.path("panels").values()) {
                    panels++;
                    if (!isShowing(connection, panel, choices)) {
                        silent.add(dashboard.path("title").asString() + ": "
                                + panel.path("title").asString());
                    }
                }
            }
        }
        assertThat(panels).isGreaterThan(25);
        assertThat(silent).as("panels without a row on a filled warehouse").isEmpty();
    }

    /** Whether one of the choices gives a row. Not each run has a verdict. */
    private static boolean isShowing(Connection connection, JsonNode panel, List<Map<String, String>> choices)
            throws SQLException {
        for (Map<String, String> choice : choices) {
            if (run(connection, panel, choice)) {
                return true;
            }
        }
        return false;
    }

    /** The values of all variables for each value of the one that takes one value only, as Grafana quotes them. */
    private static List<Map<String, String>> choices(Connection connection, JsonNode dashboard) throws SQLException {
        Map<String, String> values = new HashMap<>();
        String single = "";
        List<String> ofSingle = List.of("");
        for (JsonNode variable : dashboard.path("templating").path("list").values()) {
            String name = variable.path("name").asString();
            if (variable.path("type").asString().equals("custom")) {
                values.put(name, "'" + variable.path("current").path("value").asString() + "'");
                continue;
            }
            List<String> found =
                    values(connection, filled(variable.path("query").asString(), values));
            assertThat(found).as("values of " + name).isNotEmpty();
            if (variable.path("multi").asBoolean()) {
                values.put(name, String.join(",", found));
            } else {
                single = name;
                ofSingle = found;
            }
        }
        List<Map<String, String>> choices = new ArrayList<>();
        for (String one : ofSingle) {
            Map<String, String> choice = new HashMap<>(values);
            choice.put(single, one);
            choices.add(choice);
        }
        return choices;
    }

    private static List<String> values(Connection connection, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                String value = rows.getString(rows.getMetaData().getColumnCount());
                found.add("'" + value.replace("'", "''") + "'");
            }
        }
        return found;
    }

    private static String filled(String sql, Map<String, String> values) {
        String timed =
                TIME_FILTER.matcher(sql).replaceAll("$1 between '2020-01-01T00:00:00Z' and '2099-12-31T23:59:59Z'");
        return VARIABLE.matcher(timed)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        values.getOrDefault(found.group(1), "unknown variable " + found.group(1))));
    }

    private static boolean run(Connection connection, JsonNode panel, Map<String, String> values) throws SQLException {
        JsonNode target = panel.path("targets").path(0);
        String sql = filled(target.path("rawSql").asString(), values);
        assertThat(sql).as(panel.path("title").asString()).doesNotContain("$", "unknown variable");
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var columns = rows.getMetaData();
            if (target.path("format").asString().equals("time_series")) {
                assertThat(columns.getColumnName(1)).isEqualTo("time");
                assertThat(columns.getColumnTypeName(1)).isEqualTo("timestamptz");
            }
            Set<String> names = new HashSet<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                names.add(columns.getColumnName(i));
                assertThat(columns.getColumnTypeName(i))
                        .as("%s shows a time without its zone", columns.getColumnName(i))
                        .isNotEqualTo("timestamp");
            }
            for (JsonNode override : panel.path("fieldConfig").path("overrides").values()) {
                String named = override.path("matcher").path("options").asString();
                boolean isColumn =
                        names.contains(named) || panel.path("type").asString().equals("timeseries");
                assertThat(isColumn)
                        .as("%s formats %s", panel.path("title").asString(), named)
                        .isTrue();
            }
            return rows.next();
        } catch (SQLException e) {
            throw new AssertionError(panel.path("title").asString() + "\n" + sql, e);
        }
    }

    @Test
    void links_lead_to_dashboards_that_exist_with_variables_that_exist() throws IOException {
        Map<String, JsonNode> byId = new HashMap<>();
        dashboards().values().forEach(one -> byId.put(one.path("uid").asString(), one));
        for (JsonNode dashboard : byId.values()) {
            for (JsonNode link : dashboard.findValues("url")) {
                var found = LINK.matcher(link.asString());
                assertThat(found.find()).as(link.asString()).isTrue();
                JsonNode other = byId.get(found.group(1));
                assertThat(other).as(link.asString()).isNotNull();
                String variable = link.asString().replaceAll(".*\\?var-(\\w+)=.*", "$1");
                assertThat(other.path("templating").path("list").findValuesAsString("name"))
                        .contains(variable);
            }
        }
    }

    @Test
    void panels_are_described_and_do_not_overlap() throws IOException {
        for (JsonNode dashboard : dashboards().values()) {
            List<Box> boxes = new ArrayList<>();
            Set<Integer> ids = new HashSet<>();
            for (JsonNode panel : dashboard.path("panels").values()) {
                JsonNode grid = panel.path("gridPos");
                var box = new Box(
                        grid.path("x").asInt(),
                        grid.path("y").asInt(),
                        grid.path("w").asInt(),
                        grid.path("h").asInt());
                assertThat(box.isWithin(COLUMNS, Integer.MAX_VALUE)).isTrue();
                assertThat(boxes).noneMatch(box::overlaps);
                boxes.add(box);
                assertThat(ids.add(panel.path("id").asInt())).isTrue();
                assertThat(panel.path("description").asString()).isNotBlank();
                assertThat(panel.path("datasource").path("uid").asString()).isEqualTo("scenario-rca");
            }
        }
    }

    private static Map<String, JsonNode> dashboards() throws IOException {
        Map<String, JsonNode> found = new TreeMap<>();
        try (var files = Files.list(DASHBOARDS)) {
            for (Path file : files.toList()) {
                found.put(String.valueOf(file.getFileName()), Json.read(Files.readString(file)));
            }
        }
        return found;
    }
}
