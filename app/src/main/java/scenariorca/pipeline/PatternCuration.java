package scenariorca.pipeline;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import scenariorca.audit.AuditChain;
import scenariorca.errors.ErrorCategory;
import scenariorca.errors.ErrorClass;
import scenariorca.errors.ErrorClassifier;
import scenariorca.errors.Explanation;
import scenariorca.logs.Redactor;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.platform.SqlFile;
import scenariorca.warehouse.Warehouse;
import tools.jackson.databind.JsonNode;

/**
 * Where a person decides about error patterns: that several are one, that one is several, what category one is of. Every
 * decision is recorded, takes effect in what is stored at once, and can be undone.
 */
public final class PatternCuration {
    private static final int BATCH = 2_000;

    private final Warehouse warehouse;
    private final Redactor redactor = Redactor.standard(false);

    public PatternCuration(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Who decides, and why. */
    public record Author(String name, String reason) {}

    /**
     * Why a line has its pattern.
     *
     * @param grouping how the pattern follows from the line
     * @param found its class
     */
    public record Explained(Explanation grouping, ErrorClass found) {}

    /** A decision in the list: its name, kind, author, time, patterns, reason, and what was decided. */
    public record Decision(
            String id, String kind, String author, Instant at, List<String> fingerprints, String reason, String what) {}

    /** Why a line has its pattern; changes nothing. */
    public Explained explain(String line) {
        try (Connection connection = warehouse.connect("scenario-rca-patterns")) {
            ErrorClassifier classifier = PatternMemory.read(connection).classifier();
            String text = redactor.redact(line).text();
            return new Explained(classifier.explain(text), classifier.classify(text));
        } catch (SQLException e) {
            throw warehouse.explain(e);
        }
    }

    /** Every decision, the newest first. */
    public List<Decision> decisions() {
        try (Connection connection = warehouse.connect("scenario-rca-patterns");
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read("load/patterns/edit_list.sql"))) {
            var decisions = new ArrayList<Decision>();
            while (rows.next()) {
                decisions.add(new Decision(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getObject(4, OffsetDateTime.class).toInstant(),
                        texts(rows.getString(5)),
                        rows.getString(6),
                        String.valueOf(rows.getString(7))));
            }
            return decisions;
        } catch (SQLException e) {
            throw warehouse.explain(e);
        }
    }

    /** These patterns are one error. Returns the decision's name. */
    public String merge(Author author, Set<String> fingerprints) {
        if (fingerprints.size() < 2) {
            throw new RcaException(ErrorCode.INVALID_INPUT, "a merge needs at least two different fingerprints");
        }
        return decide(connection -> {
            check(connection, fingerprints);
            String id = record(connection, "merge", author, fingerprints, null, null, null);
            regroup(connection, fingerprints);
            return id;
        });
    }

    /** The word at this position of the pattern, from 0, is no variable part. Returns the decision's name. */
    public String split(Author author, String fingerprint, int word) {
        return decide(connection -> {
            check(connection, Set.of(fingerprint));
            String id = record(connection, "split", author, Set.of(fingerprint), word, null, null);
            regroup(connection, Set.of(fingerprint));
            return id;
        });
    }

    /** The pattern is of this category, whatever the rules say. Returns the decision's name. */
    public String category(Author author, String fingerprint, ErrorCategory category) {
        return decide(connection -> {
            check(connection, Set.of(fingerprint));
            String id = record(connection, "category", author, Set.of(fingerprint), null, null, category.word());
            recategorise(connection, fingerprint);
            return id;
        });
    }

    /** An earlier decision no longer holds. Returns this one's name. */
    public String undo(Author author, String decision) {
        return decide(connection -> {
            try (var statement = connection.prepareStatement(SqlFile.read("load/patterns/edit.sql"))) {
                statement.setString(1, decision);
                ResultSet rows = statement.executeQuery();
                if (!rows.next()) {
                    throw new RcaException(
                            ErrorCode.NOT_FOUND,
                            "there is no decision " + decision + "; ./rca patterns edits lists them");
                }
                Set<String> fingerprints = new TreeSet<>(texts(rows.getString(1)));
                String id = record(connection, "undo", author, fingerprints, null, decision, null);
                if (rows.getBoolean(2)) {
                    recategorise(connection, fingerprints.iterator().next());
                } else {
                    regroup(connection, fingerprints);
                }
                return id;
            }
        });
    }

    /** Something done within the transaction of a decision. */
    private interface Deed {
        String run(Connection connection) throws SQLException;
    }

    /** Decisions and loads take turns; readers see a decision's whole effect or none. */
    private String decide(Deed deed) {
        try (Connection control = warehouse.connect("scenario-rca-patterns");
                Connection connection = warehouse.connect("scenario-rca-patterns")) {
            var log = new LoadLog(control);
            long etlRunId = log.begin("patterns", LoadLog.PATIENCE, _ -> {});
            try {
                connection.setAutoCommit(false);
                AuditChain chain = AuditChain.begin(connection);
                String id = deed.run(connection);
                chain.end(etlRunId, Set.of());
                var written = new LoadSummary.Table("pattern_edit", 0, 1, 0, 0, null, 0);
                LoadLog.publish(connection, etlRunId, null, List.of(written));
                execute(connection, "load/log/notify.sql");
                connection.commit();
                log.end();
                return id;
            } catch (SQLException | RcaException e) {
                log.fail(etlRunId, String.valueOf(e.getMessage()));
                log.end();
                throw e;
            }
        } catch (SQLException e) {
            throw warehouse.explain(e);
        }
    }

    private static void check(Connection connection, Set<String> fingerprints) throws SQLException {
        var missing = new TreeSet<>(fingerprints);
        try (var statement = connection.prepareStatement(SqlFile.read("load/patterns/known.sql"))) {
            statement.setArray(1, connection.createArrayOf("text", fingerprints.toArray()));
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                missing.remove(rows.getString(1));
            }
        }
        if (!missing.isEmpty()) {
            throw new RcaException(
                    ErrorCode.NOT_FOUND,
                    "there is no error pattern %s; ./rca patterns lists them".formatted(String.join(", ", missing)));
        }
    }

    private static String record(
            Connection connection,
            String kind,
            Author author,
            Set<String> fingerprints,
            @Nullable Integer word,
            @Nullable String undone,
            @Nullable String category)
            throws SQLException {
        try (var statement = connection.prepareStatement(SqlFile.read("load/patterns/record_edit.sql"))) {
            statement.setString(1, kind);
            statement.setString(2, author.name());
            statement.setString(3, author.reason());
            statement.setString(4, Json.write(new TreeSet<>(fingerprints)));
            statement.setObject(5, word, Types.INTEGER);
            statement.setString(6, undone);
            statement.setString(7, category);
            ResultSet rows = statement.executeQuery();
            rows.next();
            return rows.getString(1);
        }
    }

    /** As people and the rules decide now. */
    private static void recategorise(Connection connection, String fingerprint) throws SQLException {
        execute(connection, "load/staging/clear.sql");
        PatternMemory memory = PatternMemory.read(connection);
        memory.categories().decideAgain(connection, List.of(memory.known().resolve(fingerprint)));
        new Publication(connection, _ -> {}).runCategories(memory.categories());
    }

    /** Finds the pattern of everything that carries one of these again, or one in their place. */
    private static void regroup(Connection connection, Set<String> fingerprints) throws SQLException {
        execute(connection, "load/staging/clear.sql");
        execute(connection, "load/staging/clear_source_tables.sql");
        PatternMemory memory = PatternMemory.read(connection);
        var affected = new TreeSet<>(fingerprints);
        fingerprints.forEach(one -> affected.add(memory.known().resolve(one)));
        ErrorTexts.classify(connection, memory.classifier(), texts(connection, affected));
        relabel(connection, memory.classifier(), affected);
        new Publication(connection, _ -> {}).runEdit(memory);
    }

    private static List<String> texts(Connection connection, Set<String> fingerprints) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.prepareStatement(SqlFile.read("load/patterns/relabel_texts.sql"))) {
            statement.setArray(1, connection.createArrayOf("text", fingerprints.toArray()));
            statement.setArray(2, connection.createArrayOf("text", fingerprints.toArray()));
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static void relabel(Connection connection, ErrorClassifier classifier, Set<String> fingerprints)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(SqlFile.read("load/patterns/relabel_lines.sql"))) {
            statement.setFetchSize(BATCH);
            statement.setArray(1, connection.createArrayOf("text", fingerprints.toArray()));
            var batch = new ArrayList<String[]>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String stack = rows.getString(5);
                    String text = stack == null ? rows.getString(4) : rows.getString(4) + "\n" + stack;
                    batch.add(new String[] {
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        Integer.toString(classifier.learnLine(text))
                    });
                    if (batch.size() == BATCH) {
                        write(connection, batch);
                    }
                }
                write(connection, batch);
            }
        }
    }

    private static void write(Connection connection, List<String[]> batch) throws SQLException {
        try (var copy = new CopyWriter(connection, "log_relabel (log_timestamp, log_group, event_id, class_no)")) {
            for (String[] row : batch) {
                copy.row(row);
            }
        } catch (IOException e) {
            throw new SQLException(e);
        }
        batch.clear();
    }

    private static List<String> texts(String json) {
        return Json.read(json).values().stream().map(JsonNode::asString).toList();
    }

    private static void execute(Connection connection, String file) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(SqlFile.read(file));
        }
    }
}
