package scenariorca.pipeline;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import scenariorca.platform.SqlFile;

/**
 * An empty table about to be filled. Its indexes, keys and triggers are taken off first and made again afterwards: sorting once is
 * several times faster than finding each row's place, and one join checks what a trigger would check row by row. The
 * locks this takes hinder nobody who could see a row.
 */
final class BulkFill {
    private final Connection connection;
    private final List<String> makeAgain = new ArrayList<>();

    private BulkFill(Connection connection) {
        this.connection = connection;
    }

    static boolean isEmpty(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select 1 from " + table + " limit 1")) {
            return !rows.next();
        }
    }

    static BulkFill strip(Connection connection, String table) throws SQLException {
        var stripped = new BulkFill(connection);
        var drop = new ArrayList<String>();
        drop.add("truncate " + table); // rows of a table emptied in this transaction need not be logged on their own
        try (var statement = connection.prepareStatement(SqlFile.read("load/table_parts.sql"))) {
            for (int parameter = 1; parameter <= 5; parameter++) {
                statement.setString(parameter, table);
            }
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                drop.add(rows.getString(1));
                stripped.makeAgain.addFirst(rows.getString(2));
            }
        }
        execute(connection, drop);
        return stripped;
    }

    void restore() throws SQLException {
        execute(connection, makeAgain);
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
