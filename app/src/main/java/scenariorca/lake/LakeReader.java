package scenariorca.lake;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.SqlFile;

/**
 * Reads lines from a lake by DuckDB, whose driver an installation with a lake puts beside its libraries. A question reads the
 * folders of its days, in bounded memory; only a few are asked at a time.
 */
public final class LakeReader {
    private static final int QUESTIONS_AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 30;

    private final String lake;
    private final Semaphore free = new Semaphore(QUESTIONS_AT_ONCE);

    /** @param lake folder or bucket. Example: {@code /data/lake} */
    public LakeReader(String lake) {
        this.lake = lake.replaceFirst("^file:/+", "/");
    }

    /**
     * The lines of a run.
     *
     * @param correlationId request that started it; null when unknown
     * @param after the line before; null for the first
     * @param limit most lines wanted
     */
    public record Question(
            UUID runId,
            @Nullable UUID correlationId,
            Instant from,
            Instant to,
            @Nullable Position after,
            int limit) {}

    /** The place of a line in the order of a run's lines. */
    public record Position(Instant timestamp, String eventId) {}

    /**
     * The lines, in the order of time.
     *
     * @throws RcaException CONFIGURATION when DuckDB is not there, UNREACHABLE when the lake cannot be read
     */
    public List<LakeLine> lines(Question question) {
        if (!free.tryAcquire()) {
            throw new RcaException(
                    ErrorCode.UNREACHABLE, "the lake is being read for others just now; ask again in some seconds");
        }
        try (Connection duck = connect()) {
            return lines(duck, question);
        } catch (SQLException e) {
            String why = String.valueOf(e.getMessage());
            if (why.contains("No files found")) {
                return List.of();
            }
            throw new RcaException(
                    ErrorCode.UNREACHABLE,
                    "the lake %s cannot be read: %s; check RCA_LAKE"
                            .formatted(lake, why.lines().findFirst().orElse("")),
                    e);
        } finally {
            free.release();
        }
    }

    private Connection connect() throws SQLException {
        if (DriverManager.drivers()
                .noneMatch(driver -> driver.getClass().getName().startsWith("org.duckdb."))) {
            throw new RcaException(
                    ErrorCode.CONFIGURATION,
                    "RCA_LAKE is set, but DuckDB, which reads it, is not there: put duckdb_jdbc.jar into the folder lib beside rca.jar");
        }
        return DriverManager.getConnection("jdbc:duckdb:");
    }

    private List<LakeLine> lines(Connection duck, Question question) throws SQLException {
        try (var settings = duck.createStatement()) {
            settings.execute(SqlFile.read("lake/bounds.sql"));
        }
        String sql = SqlFile.read("lake/run_lines.sql").replace(":lake", lake.replace("'", "''"));
        Position after = question.after() == null ? new Position(Instant.EPOCH, "") : question.after();
        try (var statement = duck.prepareStatement(sql)) {
            statement.setQueryTimeout(PATIENCE_SECONDS);
            statement.setString(1, day(question.from()));
            statement.setString(2, day(question.to()));
            statement.setLong(3, micros(question.from()));
            statement.setLong(4, micros(question.to()));
            statement.setString(5, question.runId().toString());
            statement.setString(6, Objects.toString(question.correlationId(), ""));
            statement.setLong(7, micros(after.timestamp()));
            statement.setLong(8, micros(after.timestamp()));
            statement.setString(9, after.eventId());
            statement.setInt(10, question.limit());
            var lines = new ArrayList<LakeLine>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.add(line(rows));
                }
            }
            return lines;
        }
    }

    private static LakeLine line(ResultSet rows) throws SQLException {
        long micros = rows.getLong(2);
        return new LakeLine(
                rows.getString(1),
                Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000),
                rows.getString(3),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                rows.getString(7),
                rows.getString(8),
                rows.getString(9),
                rows.getString(10));
    }

    private static String day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
    }

    private static long micros(Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
    }
}
