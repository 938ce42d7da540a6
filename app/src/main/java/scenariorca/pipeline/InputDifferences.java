package scenariorca.pipeline;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import scenariorca.comparison.JsonDifference;
import scenariorca.platform.SqlFile;

/** Computes, in bounded batches, how each new input version differs from the one before, and stages the result. */
final class InputDifferences {
    private static final int BATCH = 1_000;

    private InputDifferences() {}

    /** Must run within a transaction, as it reads through a cursor. */
    static void derive(Connection connection, String pairsFile) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(BATCH);
            try (ResultSet pairs = statement.executeQuery(SqlFile.read(pairsFile))) {
                var batch = new ArrayList<Difference>();
                while (pairs.next()) {
                    batch.add(new Difference(
                            pairs.getString(1), JsonDifference.betweenTexts(pairs.getString(2), pairs.getString(3))));
                    if (batch.size() == BATCH) {
                        write(connection, batch);
                        batch.clear();
                    }
                }
                write(connection, batch);
            }
        }
    }

    private static void write(Connection connection, List<Difference> batch) throws SQLException {
        if (batch.isEmpty()) {
            return;
        }
        try (var copy = new CopyWriter(connection, "input_difference (id, difference)")) {
            for (Difference difference : batch) {
                copy.row(difference.id(), difference.value().toJson().toString());
            }
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private record Difference(String id, JsonDifference value) {}
}
