package scenariorca.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.SqlFile;

/**
 * Puts a backup into a warehouse: empty tables of the backup's version, its rows in one transaction, then whatever migrations
 * came since. One that is there is replaced at once, by the whole of the other, or not at all.
 */
public final class Restore {
    private static final String APPLICATION_NAME = "scenario-rca-restore";

    private final Warehouse warehouse;
    private final BackupArchive archive;

    private Restore(Warehouse warehouse, BackupArchive archive) {
        this.warehouse = warehouse;
        this.archive = archive;
    }

    /**
     * Reads the whole file before anything is touched.
     *
     * @param isReplacing whether a warehouse that is there may be removed
     * @throws RcaException INVALID_INPUT when the file is no whole backup; CONFIGURATION when there is a warehouse already; the
     *     warehouse is then as it was
     */
    public static BackupSummary read(Warehouse warehouse, Path file, boolean isReplacing) {
        long start = System.nanoTime();
        try (BackupArchive archive = BackupArchive.open(file)) {
            new Restore(warehouse, archive).run(isReplacing);
            return archive.summary((System.nanoTime() - start) / 1e9);
        } catch (SQLException e) {
            throw warehouse.explain(e);
        } catch (IOException e) {
            throw new RcaException(ErrorCode.INVALID_INPUT, "%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private void run(boolean isReplacing) throws SQLException, IOException {
        String version = archive.manifest().schemaVersion();
        if (!new Migration(warehouse).knows(version)) {
            throw archive.broken("was made by a later version of rca (tables of version %s); restore it with that one"
                    .formatted(version));
        }
        try (Connection control = warehouse.connect(APPLICATION_NAME)) {
            if (isUsed(control)) {
                lock(control, isReplacing);
                replace(control);
            } else {
                build(warehouse);
                new Migration(warehouse).apply();
            }
        }
    }

    private boolean isUsed(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(SqlFile.read("backup/used.sql"))) {
            statement.setString(1, warehouse.address().schema());
            ResultSet rows = statement.executeQuery();
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private void lock(Connection control, boolean isReplacing) throws SQLException {
        if (!isReplacing) {
            throw new RcaException(
                    ErrorCode.CONFIGURATION,
                    "there is a warehouse at %s, schema %s, already; --replace removes it, or choose another (RCA_HOME, or REPORTING_DB_NAME)"
                            .formatted(warehouse.address(), warehouse.address().schema()));
        }
        if (!isTrue(control, "load/log/try_lock.sql")) {
            throw new RcaException(
                    ErrorCode.PROBLEM, "a load of this warehouse is running; stop it, then restore again");
        }
    }

    /** Builds the restored one beside the one that is there, and lets them change places in one transaction. */
    private void replace(Connection control) throws SQLException, IOException {
        executeEach(control, "backup/drop_beside.sql");
        try {
            build(warehouse.beside("_restoring"));
            swap(control);
        } finally {
            // What is beside now is the one that was replaced, or the one that could not be built.
            executeEach(control, "backup/drop_beside.sql");
        }
        new Migration(warehouse).apply();
    }

    private static void swap(Connection control) throws SQLException {
        control.setAutoCommit(false);
        try {
            executeEach(control, "backup/swap.sql");
            execute(control, SqlFile.read("migration/afterMigrate.sql"));
            execute(control, SqlFile.read("load/log/notify.sql"));
            control.commit();
        } finally {
            control.rollback();
            control.setAutoCommit(true);
        }
    }

    private void build(Warehouse target) throws SQLException, IOException {
        var migration = new Migration(target);
        migration.applyUpTo(archive.manifest().schemaVersion());
        fill(target);
        migration.applyWithoutGrants();
    }

    private static boolean isTrue(Connection connection, String sqlFile) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read(sqlFile))) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private void fill(Warehouse target) throws SQLException, IOException {
        BackupManifest manifest = archive.manifest();
        try (Connection connection = target.connect(APPLICATION_NAME)) {
            connection.setAutoCommit(false);
            execute(connection, lines(connection, "backup/empty.sql").getFirst());
            executeEach(connection, "backup/unbind.sql");
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            boolean hasLoads = false;
            for (BackupManifest.Table table : manifest.tables()) {
                hasLoads |= table.name().equals("etl_run");
                makeDays(connection, table.days());
                copyIn(connection, copy, table);
            }
            if (hasLoads) {
                note(connection, manifest.rows());
            }
            executeEach(connection, "backup/sequences.sql");
            executeEach(connection, "backup/bind.sql");
            execute(connection, SqlFile.read("load/log/notify.sql"));
            connection.commit();
            connection.setAutoCommit(true);
            execute(connection, SqlFile.read("backup/analyze.sql"));
        }
    }

    private void copyIn(Connection connection, CopyManager copy, BackupManifest.Table table)
            throws SQLException, IOException {
        try (InputStream in = archive.rows(table)) {
            copy.copyIn(copyIn(connection, table), in);
        } catch (SQLException e) {
            throw archive.broken("has rows of %s that its table does not take: %s"
                    .formatted(
                            table.name(),
                            String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
        }
    }

    /** Executes the statements that the query in {@code file} makes. */
    private static void executeEach(Connection connection, String file) throws SQLException {
        for (String statement : lines(connection, file)) {
            execute(connection, statement);
        }
    }

    private String copyIn(Connection connection, BackupManifest.Table table) throws SQLException {
        try (var statement = connection.prepareStatement(SqlFile.read("backup/copy_in.sql"))) {
            statement.setString(1, table.name());
            statement.setArray(
                    2, connection.createArrayOf("text", table.columns().toArray()));
            ResultSet rows = statement.executeQuery();
            @Nullable String copy = rows.next() ? rows.getString(1) : null;
            if (copy == null) {
                throw archive.broken("has rows of %s (%s), and tables of its version have no such table or columns"
                        .formatted(table.name(), String.join(", ", table.columns())));
            }
            return copy;
        }
    }

    private static void makeDays(Connection connection, List<LocalDate> days) throws SQLException {
        for (LocalDate day : days) {
            try (var statement = connection.prepareStatement(SqlFile.read("backup/log_day.sql"))) {
                statement.setObject(1, day);
                statement.execute();
            }
        }
    }

    private static void note(Connection connection, long rows) throws SQLException {
        try (var statement = connection.prepareStatement(SqlFile.read("backup/note.sql"))) {
            statement.setLong(1, rows);
            statement.execute();
        }
    }

    private static List<String> lines(Connection connection, String file) throws SQLException {
        var lines = new ArrayList<String>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read(file))) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
