package scenariorca.pipeline;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import scenariorca.errors.CategoryDecision;
import scenariorca.errors.ErrorClassifier;
import scenariorca.platform.SqlFile;

/**
 * The categories of stored patterns. They follow the rules they were decided by; when the program has others, all are decided
 * anew. That costs one look at each pattern once, and nothing while the rules stay.
 */
final class CategoryMemory {
    private final ErrorClassifier classifier;
    private final boolean hasOtherRules;
    private final Map<String, CategoryDecision> changed = new TreeMap<>();

    private CategoryMemory(ErrorClassifier classifier, boolean hasOtherRules) {
        this.classifier = classifier;
        this.hasOtherRules = hasOtherRules;
    }

    /** Decides anew what other rules decided. */
    static CategoryMemory of(Connection connection, ErrorClassifier classifier) throws SQLException {
        var memory =
                new CategoryMemory(classifier, !classifier.rulesFingerprint().equals(rules(connection)));
        if (memory.hasOtherRules) {
            memory.decideAgain(connection, null);
        }
        return memory;
    }

    private static @Nullable String rules(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read("load/patterns/rules.sql"))) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    /** @param fingerprints null for all */
    void decideAgain(Connection connection, @Nullable List<String> fingerprints) throws SQLException {
        var given = new ArrayList<ErrorClassifier.Given>();
        var before = new HashMap<String, String>();
        try (var statement = connection.prepareStatement(SqlFile.read("load/patterns/stored.sql"))) {
            var wanted = fingerprints == null ? null : connection.createArrayOf("text", fingerprints.toArray());
            statement.setArray(1, wanted);
            statement.setArray(2, wanted);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                String example = rows.getString(5);
                given.add(new ErrorClassifier.Given(
                        rows.getString(1), rows.getString(2), example == null ? rows.getString(2) : example));
                before.put(rows.getString(1), rows.getString(3) + " " + rows.getString(4));
            }
        }
        classifier.decideAgain(given).forEach((fingerprint, decision) -> {
            String now = decision.category().word() + " " + decision.rule();
            if (!now.equals(before.get(fingerprint))) {
                changed.put(fingerprint, decision);
            }
        });
    }

    /** Whether there is anything to save. */
    boolean hasChanged() {
        return hasOtherRules || !changed.isEmpty();
    }

    /** Stages the patterns of another category, and keeps by which rules they are decided. */
    void save(Connection connection) throws SQLException {
        try (var copy =
                new CopyWriter(connection, "recategorised_pattern (fingerprint, error_category, category_rule)")) {
            for (Map.Entry<String, CategoryDecision> entry : changed.entrySet()) {
                copy.row(
                        entry.getKey(),
                        entry.getValue().category().word(),
                        entry.getValue().rule());
            }
        } catch (IOException e) {
            throw new SQLException(e);
        }
        try (var statement = connection.prepareStatement(SqlFile.read("load/patterns/save_rules.sql"))) {
            statement.setString(1, classifier.rulesFingerprint());
            statement.execute();
        }
    }
}
