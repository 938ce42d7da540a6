package scenariorca.pipeline;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import scenariorca.errors.Aliases;
import scenariorca.errors.CategoryDecision;
import scenariorca.errors.ClassifierState;
import scenariorca.errors.ErrorCategory;
import scenariorca.errors.ErrorClass;
import scenariorca.errors.ErrorClassifier;
import scenariorca.errors.PatternEdit;
import scenariorca.errors.PatternState;
import scenariorca.errors.Refinement;
import scenariorca.platform.Json;
import scenariorca.platform.SqlFile;
import tools.jackson.databind.JsonNode;

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
        var patterns = new PatternState(
                PatternState.ALGORITHM,
                pairs(connection, "signatures"),
                aliases(connection, MESSAGE),
                edits(connection));
        return new PatternMemory(
                connection,
                new ClassifierState(
                        patterns, refinements(connection), aliases(connection, FINER), decisions(connection)));
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

    private static Map<String, String> pairs(Connection connection, String file) throws SQLException {
        var pairs = new HashMap<String, String>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read("load/patterns/" + file + ".sql"))) {
            while (rows.next()) {
                pairs.put(rows.getString(1), rows.getString(2));
            }
        }
        return pairs;
    }

    private static Aliases aliases(Connection connection, String kind) throws SQLException {
        var aliases = new HashMap<String, String>();
        try (var statement = connection.prepareStatement(SqlFile.read("load/patterns/aliases.sql"))) {
            statement.setString(1, kind);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                aliases.put(rows.getString(1), rows.getString(2));
            }
        }
        return new Aliases(aliases);
    }

    private static Map<String, CategoryDecision> decisions(Connection connection) throws SQLException {
        var decisions = new HashMap<String, CategoryDecision>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read("load/patterns/decisions.sql"))) {
            while (rows.next()) {
                decisions.put(rows.getString(1), new CategoryDecision(category(rows.getString(2)), rows.getString(3)));
            }
        }
        return decisions;
    }

    private static ErrorCategory category(String word) {
        return ErrorCategory.of(word.toLowerCase(Locale.ROOT)).orElse(ErrorCategory.UNCATEGORIZED);
    }

    private static List<ClassifierState.Refined> refinements(Connection connection) throws SQLException {
        var refinements = new ArrayList<ClassifierState.Refined>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read("load/patterns/refinements.sql"))) {
            while (rows.next()) {
                refinements.add(new ClassifierState.Refined(
                        new Refinement(
                                rows.getString(1), rows.getString(2), rows.getString(3), texts(rows.getString(4))),
                        rows.getString(5)));
            }
        }
        return refinements;
    }

    private static List<PatternEdit> edits(Connection connection) throws SQLException {
        var edits = new ArrayList<PatternEdit>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read("load/patterns/edits.sql"))) {
            while (rows.next()) {
                String id = rows.getString(1);
                List<String> fingerprints = texts(rows.getString(5));
                var author = new PatternEdit.Author(
                        rows.getString(3),
                        rows.getObject(8, OffsetDateTime.class).toInstant(),
                        rows.getString(4));
                edits.add(
                        switch (rows.getString(2)) {
                            case "merge" -> new PatternEdit.Merge(id, author, Set.copyOf(fingerprints));
                            case "split" -> new PatternEdit.Split(id, author, fingerprints.getFirst(), rows.getInt(6));
                            case "category" ->
                                new PatternEdit.Category(
                                        id, author, fingerprints.getFirst(), category(rows.getString(9)));
                            default -> new PatternEdit.Undo(id, author, rows.getString(7));
                        });
            }
        }
        return edits;
    }

    private static List<String> texts(String json) {
        return Json.read(json).values().stream().map(JsonNode::asString).toList();
    }
}
