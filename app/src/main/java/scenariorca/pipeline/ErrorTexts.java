package scenariorca.pipeline;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import scenariorca.errors.ErrorClass;
import scenariorca.errors.ErrorClassifier;
import scenariorca.platform.SqlFile;

/** Finds pattern and category of each distinct error text of a load and stages them. */
final class ErrorTexts {
    private ErrorTexts() {}

    static void classify(Connection connection, ErrorClassifier classifier) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read("load/error_texts.sql"))) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        classify(connection, classifier, texts);
    }

    /** The same, for the texts given. */
    static void classify(Connection connection, ErrorClassifier classifier, List<String> texts) throws SQLException {
        try (var copy = new CopyWriter(
                connection, "error_class (message, fingerprint, pattern, error_category, category_rule)")) {
            for (Map.Entry<String, ErrorClass> entry :
                    classifier.classify(texts).entrySet()) {
                ErrorClass found = entry.getValue();
                copy.row(
                        entry.getKey(),
                        found.fingerprint(),
                        found.pattern(),
                        found.category().name().toLowerCase(Locale.ROOT),
                        found.categoryRule());
            }
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }
}
