package scenariorca.pipeline;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import scenariorca.errors.Aliases;
import scenariorca.errors.ClassifierMemory;
import scenariorca.errors.ClassifierState;
import scenariorca.errors.ErrorClass;
import scenariorca.errors.ErrorClassifier;
import scenariorca.errors.Refinement;
import scenariorca.platform.Json;
import scenariorca.platform.SqlFile;

/**
 * What the classifier has learnt, kept in the warehouse, so that a restart changes no fingerprint. Reading it costs as
 * much as there are masked messages; writing, as much as is new.
 */
final class PatternMemory {
    private static final String MESSAGE = "message";
    private static final String FINER = "finer";

    private final ClassifierState before;
    private final ErrorClassifier classifier;
    private final CategoryMemory categories;

    private PatternMemory(Connection connection, ClassifierState before) throws SQLException {
        this.before = before;
        this.classifier = ErrorClassifier.resume(before);
        this.categories = CategoryMemory.of(connection, classifier);
    }

    static PatternMemory read(Connection connection) throws SQLException {
        var memory = new ClassifierMemory();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read("load/patterns/memory.sql"))) {
            while (rows.next()) {
                memory.add(rows.getString(1), rows.getString(2));
            }
        }
        return new PatternMemory(connection, memory.state());
    }

    /** The fingerprints retired before anything was learnt. */
    Aliases known() {
        return before.patterns().aliases().and(before.aliases());
    }

    ErrorClassifier classifier() {
        return classifier;
    }

    CategoryMemory categories() {
        return categories;
    }

    /** Stages the classes of the log lines learnt, and the patterns retired by what this load learnt; keeps the rest. */
    void save(Connection connection) throws SQLException {
        try (var copy = new CopyWriter(
                connection, "log_class (class_no, fingerprint, pattern, error_category, category_rule)")) {
            int number = 0;
            for (ErrorClass found : classifier.lineClasses()) {
                copy.row(
                        Integer.toString(number++),
                        found.fingerprint(),
                        found.pattern(),
                        found.category().word(),
                        found.categoryRule());
            }
        } catch (IOException e) {
            throw new SQLException(e);
        }
        ClassifierState now = classifier.state();
        saveSignatures(connection, now);
        saveRefinements(connection, now);
        saveAliases(
                connection, MESSAGE, before.patterns().aliases(), now.patterns().aliases());
        saveAliases(connection, FINER, before.aliases(), now.aliases());
        stageRetired(connection);
    }

    private void saveSignatures(Connection connection, ClassifierState now) throws SQLException {
        Map<String, String> known = before.patterns().signatures();
        try (var statement = connection.prepareStatement(SqlFile.read("load/patterns/save_signature.sql"))) {
            for (Map.Entry<String, String> entry : now.patterns().signatures().entrySet()) {
                if (!entry.getValue().equals(known.get(entry.getKey()))) {
                    statement.setString(1, clean(entry.getKey()));
                    statement.setString(2, entry.getValue());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private void saveRefinements(Connection connection, ClassifierState now) throws SQLException {
        Set<ClassifierState.Refined> known = new HashSet<>(before.refinements());
        try (var statement = connection.prepareStatement(SqlFile.read("load/patterns/save_refinement.sql"))) {
            for (ClassifierState.Refined one : now.refinements()) {
                if (known.contains(one)) {
                    continue;
                }
                Refinement refinement = one.refinement();
                String frames = Json.write(
                        refinement.frames().stream().map(PatternMemory::clean).toList());
                statement.setString(1, clean(refinement.toString()));
                statement.setString(2, clean(refinement.signature()));
                statement.setString(3, clean(refinement.type()));
                statement.setString(4, clean(refinement.code()));
                statement.setString(5, frames);
                statement.setString(6, one.fingerprint());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void saveAliases(Connection connection, String kind, Aliases before, Aliases now)
            throws SQLException {
        try (var save = connection.prepareStatement(SqlFile.read("load/patterns/save_alias.sql"));
                var delete = connection.prepareStatement(SqlFile.read("load/patterns/delete_alias.sql"))) {
            for (Map.Entry<String, String> alias : now.canonical().entrySet()) {
                if (!alias.getValue().equals(before.canonical().get(alias.getKey()))) {
                    save.setString(1, kind);
                    save.setString(2, alias.getKey());
                    save.setString(3, alias.getValue());
                    save.addBatch();
                }
            }
            save.executeBatch();
            for (String fingerprint : before.canonical().keySet()) {
                if (!now.canonical().containsKey(fingerprint)) {
                    delete.setString(1, kind);
                    delete.setString(2, fingerprint);
                    delete.addBatch();
                }
            }
            delete.executeBatch();
        }
    }

    private void stageRetired(Connection connection) throws SQLException {
        Map<String, String> known =
                before.patterns().aliases().and(before.aliases()).canonical();
        try (var copy = new CopyWriter(connection, "retired_pattern (fingerprint, replaced_by, pattern)")) {
            for (Map.Entry<String, String> alias :
                    classifier.aliases().canonical().entrySet()) {
                if (!alias.getValue().equals(known.get(alias.getKey()))) {
                    copy.row(
                            alias.getKey(),
                            alias.getValue(),
                            classifier.textOf(alias.getValue()).orElse(alias.getValue()));
                }
            }
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private static String clean(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\ufffd');
    }
}
