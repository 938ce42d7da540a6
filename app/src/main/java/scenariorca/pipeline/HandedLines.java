package scenariorca.pipeline;

import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scenariorca.errors.ErrorClassifier;
import scenariorca.errors.ErrorKind;
import scenariorca.errors.Refinement;
import scenariorca.logs.IngestionLag;
import scenariorca.platform.Json;
import scenariorca.platform.SqlFile;
import tools.jackson.databind.JsonNode;

/**
 * Takes in the lines that a job on a cluster has read and handed over: stages them as if this load had read them. An object
 * of the input is taken in once, in the load's own transaction.
 */
final class HandedLines {
    /** As many lines as one load takes in, and the object that goes beyond them; the next load goes on. */
    private static final long MAX_LINES = 20_000_000;

    private final Connection connection;
    private final ErrorClassifier classifier;
    private final Progress progress;
    private final List<Long> chunks = new ArrayList<>();

    HandedLines(Connection connection, ErrorClassifier classifier, Progress progress) {
        this.connection = connection;
        this.classifier = classifier;
        this.progress = progress;
    }

    /** Stages what waits, after the lines that this load has staged already. The connection commits each statement. */
    LogReading stage(Instant now) throws SQLException {
        long start = System.nanoTime();
        long kept = choose();
        if (chunks.isEmpty()) {
            return LogReading.NONE;
        }
        learnKinds();
        execute("load/lake/lines.sql");
        execute("load/lake/counts.sql");
        long copies = update("load/logs/duplicates.sql") + update("load/logs/part_copies.sql");
        makeDays(now);
        update("load/logs/analyze.sql");
        progress.say(String.format(
                Locale.ROOT, "took in %,d lines of %,d objects that a job handed over", kept - copies, chunks.size()));
        return new LogReading(groups(), lines(kept, copies), (System.nanoTime() - start) / 1e9, List.of());
    }

    /** Notes, within the load's transaction, what was taken in. */
    void finish() throws SQLException {
        if (!chunks.isEmpty()) {
            execute("load/lake/taken.sql");
        }
    }

    private long choose() throws SQLException {
        long kept = 0;
        try (var statement = connection.prepareStatement(SqlFile.read("load/lake/chunks.sql"))) {
            statement.setLong(1, MAX_LINES);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                chunks.add(rows.getLong(1));
                kept += rows.getLong(2);
            }
        }
        return kept;
    }

    private void learnKinds() throws SQLException {
        try (var statement = connection.prepareStatement(SqlFile.read("load/lake/kinds.sql"))) {
            statement.setArray(1, chosen());
            ResultSet rows = statement.executeQuery();
            var numbers = new LinkedHashMap<String, Integer>();
            while (rows.next()) {
                List<String> frames = Json.read(rows.getString(5)).values().stream()
                        .map(JsonNode::asString)
                        .toList();
                var refinement = new Refinement(rows.getString(2), rows.getString(3), rows.getString(4), frames);
                numbers.put(rows.getString(1), classifier.learnKind(new ErrorKind(refinement, rows.getString(6))));
            }
            write(numbers);
        }
    }

    private void write(Map<String, Integer> numbers) throws SQLException {
        try (var copy = new CopyWriter(connection, "log_kind (kind_id, class_no)")) {
            for (Map.Entry<String, Integer> kind : numbers.entrySet()) {
                copy.row(kind.getKey(), Integer.toString(kind.getValue()));
            }
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private void makeDays(Instant now) throws SQLException {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var days = new ArrayList<LocalDate>();
        try (var statement = connection.prepareStatement(SqlFile.read("load/lake/days.sql"))) {
            statement.setObject(1, start(today.minusDays(LogLoad.PARTITION_DAYS_BACK)));
            statement.setObject(2, start(today.plusDays(LogLoad.PARTITION_DAYS_AHEAD + 1L)));
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                days.add(rows.getObject(1, LocalDate.class));
            }
        }
        LogLoad.makeDays(connection, days);
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    private List<LogReading.Group> groups() throws SQLException {
        var found = new LinkedHashMap<String, LogReading.Group>();
        try (var statement = connection.prepareStatement(SqlFile.read("load/lake/groups.sql"))) {
            statement.setArray(1, chosen());
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                found.merge(rows.getString(1), group(rows), LogReading.Group::and);
            }
        }
        return List.copyOf(found.values());
    }

    private static LogReading.Group group(ResultSet rows) throws SQLException {
        Instant newest = rows.getObject(3, OffsetDateTime.class).toInstant();
        @Nullable OffsetDateTime past = rows.getObject(4, OffsetDateTime.class);
        var lag = new IngestionLag();
        Long[] counts = (Long[]) rows.getArray(6).getArray();
        long[] plain = new long[counts.length];
        for (int bucket = 0; bucket < plain.length; bucket++) {
            plain[bucket] = counts[bucket];
        }
        lag.add(plain, rows.getLong(5));
        return new LogReading.Group(
                rows.getString(1),
                LogLoad.EVER,
                past == null ? null : past.toInstant(),
                newest,
                rows.getLong(2),
                lag,
                null);
    }

    private LogReading.Lines lines(long kept, long copies) throws SQLException {
        try (var statement = connection.prepareStatement(SqlFile.read("load/lake/staged.sql"))) {
            statement.setArray(1, chosen());
            ResultSet rows = statement.executeQuery();
            rows.next();
            return new LogReading.Lines(kept - copies, 0, rows.getLong(1), rows.getLong(2), 0, copies, 0, 0);
        }
    }

    private void execute(String file) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SqlFile.read(file))) {
            statement.setArray(1, chosen());
            statement.execute();
        }
    }

    private long update(String file) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(SqlFile.read(file));
            return Math.max(0, statement.getLargeUpdateCount());
        }
    }

    private Array chosen() throws SQLException {
        return connection.createArrayOf("bigint", chunks.toArray());
    }
}
