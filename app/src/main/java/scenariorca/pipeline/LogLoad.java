package scenariorca.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scenariorca.errors.ErrorClassifier;
import scenariorca.platform.SqlFile;

/**
 * Reads log groups into the staging table log_line: fetch, stitch, redact, parse, learn, copy; memory is a few batches.
 * A group that cannot be read is a notice, and the next load catches up.
 */
final class LogLoad {
    /** Days that a line's time can be believed to be in get a partition of their own, this far back and ahead. */
    static final int PARTITION_DAYS_BACK = 1_100;

    static final int PARTITION_DAYS_AHEAD = 2;
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Duration LONGEST_OVERLAP = Duration.ofHours(24);
    static final Instant EVER = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("9999-12-31T23:00:00Z");

    private final LogPlan plan;
    private final Connection connection;
    private final ErrorClassifier classifier;
    private final Progress progress;
    private final Instant now;

    LogLoad(LogPlan plan, Connection connection, ErrorClassifier classifier, Progress progress) {
        this.plan = plan;
        this.connection = connection;
        this.classifier = classifier;
        this.progress = progress;
        this.now = plan.clock().instant();
    }

    /** Stages what the plan asks for. The connection commits each statement. */
    LogReading stage() throws SQLException {
        long start = System.nanoTime();
        Map<String, Known> known = known();
        var groups = new ArrayList<LogReading.Group>();
        var notices = new ArrayList<String>();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var staged = new StagedLines(today.minusDays(PARTITION_DAYS_BACK), today.plusDays(PARTITION_DAYS_AHEAD));
        LogGroupReader reader;
        try (var copy = LogLineWriter.begin(connection)) {
            reader = new LogGroupReader(plan, new LogLineWriter(copy, classifier, plan.selection(), staged), progress);
            for (LogPlan.Group group : plan.groups()) {
                groups.add(reader.read(group, from(known.get(group.name())), to(), notices));
            }
        } catch (IOException e) {
            throw new SQLException(e);
        } catch (UncheckedIOException e) {
            @Nullable SQLException cause = LogLineWriter.databaseFailure(e);
            throw cause == null ? new SQLException(e) : cause;
        }
        long copies = removeCopies(staged);
        makeDays(connection, staged.days());
        noteWindows(groups);
        execute("load/logs/analyze.sql");
        return new LogReading(groups, lines(staged, reader, copies), (System.nanoTime() - start) / 1e9, notices);
    }

    private long removeCopies(StagedLines staged) throws SQLException {
        long copies = staged.mayHaveCopies() ? execute("load/logs/duplicates.sql") : 0;
        return copies + (staged.mayHaveCopiesOfParts() ? execute("load/logs/part_copies.sql") : 0);
    }

    /** What was staged; counted again when copies of it were removed. */
    private LogReading.Lines lines(StagedLines staged, LogGroupReader reader, long copies) throws SQLException {
        long duplicates = copies + reader.copies();
        if (copies == 0) {
            return new LogReading.Lines(
                    staged.lines(),
                    staged.leftOut(),
                    staged.unparsed(),
                    staged.redacted(),
                    reader.joined(),
                    duplicates,
                    reader.beforeWindow(),
                    reader.broken());
        }
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read("load/logs/staged.sql"))) {
            rows.next();
            return new LogReading.Lines(
                    rows.getLong(1),
                    rows.getLong(2),
                    rows.getLong(3),
                    rows.getLong(4),
                    reader.joined(),
                    duplicates,
                    reader.beforeWindow(),
                    reader.broken());
        }
    }

    private record Known(@Nullable Instant readTo, double lagSeconds) {}

    private Map<String, Known> known() throws SQLException {
        var known = new HashMap<String, Known>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read("load/logs/groups.sql"))) {
            while (rows.next()) {
                OffsetDateTime readTo = rows.getObject(2, OffsetDateTime.class);
                known.put(rows.getString(1), new Known(readTo == null ? null : readTo.toInstant(), rows.getDouble(3)));
            }
        }
        return known;
    }

    /** Start of the window: a whole hour, so that the hour's lines are counted whole. */
    private Instant from(@Nullable Known known) {
        Instant from;
        if (plan.isWhole()) {
            from = EVER;
        } else if (plan.days() != null) {
            from = now.minus(Duration.ofDays(plan.days()));
        } else if (known == null || known.readTo() == null) {
            from = now.minus(Duration.ofDays(plan.firstDays()));
        } else {
            from = known.readTo().minus(overlap(known.lagSeconds()));
        }
        Instant kept = keptFrom();
        return (from.isBefore(kept) ? kept : from).truncatedTo(ChronoUnit.HOURS);
    }

    /** Longer where events have been seen to come later. */
    private Duration overlap(double lagSeconds) {
        Duration measured = Duration.ofMillis(Math.round(lagSeconds * 1_500));
        Duration bounded = measured.compareTo(LONGEST_OVERLAP) > 0 ? LONGEST_OVERLAP : measured;
        return plan.overlap().compareTo(bounded) > 0 ? plan.overlap() : bounded;
    }

    private Instant to() {
        return plan.isWhole() ? NEVER : now;
    }

    private Instant keptFrom() {
        return plan.retentionDays() == 0
                ? EVER
                : firstDayKept(plan.retentionDays())
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
    }

    private LocalDate firstDayKept(int days) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(days - 1L);
    }

    static void makeDays(Connection connection, List<LocalDate> days) throws SQLException {
        try (var statement = connection.prepareStatement(SqlFile.read("load/logs/missing_days.sql"))) {
            statement.setArray(1, connection.createArrayOf("date", days.toArray()));
            statement.execute();
        }
    }

    private void noteWindows(List<LogReading.Group> groups) throws SQLException {
        if (plan.source().isSearch()) {
            return; // no hour was read whole
        }
        try (var statement = connection.prepareStatement(SqlFile.read("load/logs/window.sql"))) {
            for (LogReading.Group group : groups) {
                if (group.readTo() != null && group.readTo().isAfter(group.from())) {
                    statement.setString(1, group.name());
                    statement.setObject(2, utc(group.from()));
                    statement.setObject(3, utc(group.error() == null ? to() : group.readTo()));
                    statement.executeUpdate();
                }
            }
        }
    }

    private long execute(String file) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(SqlFile.read(file));
            return Math.max(0, statement.getLargeUpdateCount());
        }
    }

    /** Whether only what was searched for was read. */
    boolean isSearch() {
        return plan.source().isSearch();
    }

    /**
     * Notes, within the load's transaction, how far each group was read.
     *
     * @return up to when each group is complete; without those of which that is not known
     */
    static Map<String, Instant> complete(Connection connection, LogReading reading) throws SQLException {
        var completeTo = new HashMap<String, Instant>();
        for (LogReading.Group group : reading.groups()) {
            try (var statement = connection.prepareStatement(SqlFile.read("load/logs/group_read.sql"))) {
                statement.setString(1, group.name());
                statement.setObject(2, group.readTo() == null ? null : utc(group.readTo()));
                statement.setObject(3, group.newest() == null ? null : utc(group.newest()));
                statement.setObject(4, group.lag().seconds(0.5));
                statement.setObject(5, group.lag().seconds(0.99));
                statement.setObject(6, group.lag().maxSeconds());
                statement.setLong(7, group.events());
                statement.setString(8, group.error());
                ResultSet rows = statement.executeQuery();
                rows.next();
                OffsetDateTime complete = rows.getObject(1, OffsetDateTime.class);
                if (complete != null) {
                    completeTo.put(group.name(), complete.toInstant());
                }
            }
            try (var statement = connection.prepareStatement(SqlFile.read("load/logs/group_watermark.sql"))) {
                statement.setString(1, group.name());
                statement.execute();
            }
        }
        return completeTo;
    }

    /**
     * Drops the days past the retention; not now when a reader is in the way, but with the next load.
     *
     * @return lines dropped
     */
    long retire() throws SQLException {
        if (plan.retentionDays() == 0) {
            return 0;
        }
        LocalDate kept = firstDayKept(plan.retentionDays());
        Savepoint before = connection.setSavepoint();
        try (var statement = connection.prepareStatement(SqlFile.read("load/logs/retention.sql"))) {
            statement.setObject(1, kept);
            ResultSet rows = statement.executeQuery();
            rows.next();
            long dropped = rows.getLong(1);
            if (dropped > 0) {
                progress.say(
                        String.format(Locale.ROOT, "dropped %,d log lines from before %s (retention)", dropped, kept));
            }
            return dropped;
        } catch (SQLException e) {
            if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(before);
            progress.say("log lines from before " + kept + " are being read; they go with the next load");
            return 0;
        }
    }

    private static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    /** Things taken out of the lines that are new, by kind; once they were merged. */
    static Map<String, Long> redactions(Connection connection) throws SQLException {
        var redactions = new HashMap<String, Long>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read("load/logs/redactions.sql"))) {
            while (rows.next()) {
                redactions.put(rows.getString(1), rows.getLong(2));
            }
        }
        return redactions;
    }
}
