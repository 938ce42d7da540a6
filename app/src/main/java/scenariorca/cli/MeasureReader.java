package scenariorca.cli;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scenariorca.powerbi.MeasureTwins;
import scenariorca.warehouse.Warehouse;

/** Asks a warehouse what the measures of the Power BI model must say there: runs their SQL twins, all on one snapshot. */
final class MeasureReader {
    private final Warehouse warehouse;

    MeasureReader(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** By measure: numbers in plain decimals, words as they are; a measure that is blank has no entry. */
    Map<String, String> read() {
        Map<String, String> values = new HashMap<>();
        try (Connection connection = warehouse.connect("rca-powerbi")) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            for (Map.Entry<String, String> twin : MeasureTwins.queries().entrySet()) {
                String value = value(connection, twin.getValue());
                if (value != null) {
                    values.put(twin.getKey(), value);
                }
            }
            connection.rollback();
        } catch (SQLException e) {
            throw warehouse.explain(e);
        }
        return values;
    }

    private static @Nullable String value(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            if (!row.next()) {
                return null;
            }
            return switch (row.getObject(1)) {
                case null -> null;
                case Double number -> new java.math.BigDecimal(Double.toString(number)).toPlainString();
                case java.math.BigDecimal number -> number.toPlainString();
                case Object other -> other.toString();
            };
        }
    }
}
