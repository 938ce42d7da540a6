package scenariorca.pipeline;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.SqlFile;
import scenariorca.source.SourceDatabase;
import scenariorca.warehouse.Warehouse;

/**
 * Reconciles the warehouse with the source: counts and checksums per kind of row and day, computed by each database over
 * its own rows; where they differ, the rows of that day one by one.
 */
public final class Verification {
    private static final List<String> COMPARED = List.of(
            "models",
            "nodes",
            "edges",
            "forecast_cycles",
            "scenarios",
            "transitions",
            "input_versions",
            "event_versions",
            "runs",
            "calculations",
            "actions",
            "audit_trail");

    private static final int EXAMPLES = 5;
    private static final String TIMELESS = "";

    private final Warehouse warehouse;
    private final SourceDatabase source;
    private final String mapped;

    private Verification(Warehouse warehouse, SourceDatabase source, String mapped) {
        this.warehouse = warehouse;
        this.source = source;
        this.mapped = mapped;
    }

    /** Compares everything the source holds now with the warehouse as it is now. */
    public static VerificationReport run(Warehouse warehouse, SourceDatabase source) {
        try (Connection connection = warehouse.connect("scenario-rca-verify")) {
            var staging = new Staging(source, warehouse, connection, _ -> {});
            var verification = new Verification(warehouse, source, staging.sourceTables());
            var tables = new ArrayList<VerificationReport.Table>();
            for (String name : COMPARED) {
                tables.add(verification.compare(name, connection));
            }
            return new VerificationReport(source.snapshotAt(), tables);
        } catch (SQLException e) {
            throw warehouse.explain(e);
        }
    }

    private VerificationReport.Table compare(String name, Connection connection) throws SQLException {
        Map<String, Day> there = sourceDays(name);
        Map<String, Day> here = days(connection, warehouseSql(name, "summary"));
        var findings = new ArrayList<VerificationReport.Finding>();
        SortedSet<String> all = new TreeSet<>(there.keySet());
        all.addAll(here.keySet());
        for (String day : all) {
            if (!Objects.equals(there.get(day), here.get(day))) {
                findings.add(finding(name, day, connection));
            }
        }
        return new VerificationReport.Table(
                name,
                there.values().stream().mapToLong(Day::rows).sum(),
                here.values().stream().mapToLong(Day::rows).sum(),
                all.size(),
                findings);
    }

    private Map<String, Day> sourceDays(String name) {
        try {
            return days(source.connection(), sourceSql(name, "summary"));
        } catch (SQLException e) {
            throw source.explain(e);
        }
    }

    private static Map<String, Day> days(Connection connection, String sql) throws SQLException {
        var days = new HashMap<String, Day>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                @Nullable String day = rows.getString(1);
                days.put(day == null ? TIMELESS : day, new Day(rows.getLong(2), rows.getString(3)));
            }
        }
        return days;
    }

    private VerificationReport.Finding finding(String name, String day, Connection connection) throws SQLException {
        Map<String, String> there = rows(source.connection(), sourceSql(name, "detail"), day);
        Map<String, String> here = rows(connection, warehouseSql(name, "detail"), day);
        var missing = new ArrayList<String>();
        var different = new ArrayList<String>();
        there.forEach((id, content) -> {
            if (!here.containsKey(id)) {
                missing.add(id);
            } else if (!content.equals(here.get(id))) {
                different.add(id);
            }
        });
        long kept = here.keySet().stream().filter(id -> !there.containsKey(id)).count();
        return new VerificationReport.Finding(
                day.equals(TIMELESS) ? null : day,
                missing.size(),
                different.size(),
                kept,
                missing.stream().limit(EXAMPLES).toList(),
                different.stream().limit(EXAMPLES).toList());
    }

    private static Map<String, String> rows(Connection connection, String sql, String day) throws SQLException {
        var rows = new TreeMap<String, String>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, day.equals(TIMELESS) ? null : day);
            ResultSet found = statement.executeQuery();
            while (found.next()) {
                rows.put(found.getString(1), found.getString(2));
            }
        }
        return rows;
    }

    /** The source's tables stand under their own names, but with the columns as a load sees them. */
    private String sourceSql(String name, String shape) {
        return "with " + mapped + " " + wrap("source/" + name, shape);
    }

    private static String warehouseSql(String name, String shape) {
        return wrap("warehouse/" + name, shape);
    }

    private static String wrap(String rows, String shape) {
        return SqlFile.read("verify/" + shape + ".sql").replace(":rows", SqlFile.read("verify/" + rows + ".sql"));
    }

    private record Day(long rows, String checksum) {}
}
