package scenariorca.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.platform.SqlFile;
import tools.jackson.core.JacksonException;

/**
 * Puts a backup into a warehouse: empty tables of the backup's version, its rows in one transaction, then whatever migrations
 * came since.
 */
public final class Restore {
    private static final String APPLICATION_NAME = "scenario-rca-restore";

    private final Warehouse warehouse;
    private final Path file;

    private Restore(Warehouse warehouse, Path file) {
        this.warehouse = warehouse;
        this.file = file;
    }

    /**
     * Reads the whole file before anything is touched.
     *
     * @param isReplacing whether a warehouse that is there may be removed
     * @throws RcaException INVALID_INPUT when the file is no whole backup; CONFIGURATION when there is a warehouse already
     */
    public static BackupSummary read(Warehouse warehouse, Path file, boolean isReplacing) {
        return new Restore(warehouse, file).run(isReplacing);
    }

    private BackupSummary run(boolean isReplacing) {
        long start = System.nanoTime();
        try (var zip = new ZipFile(file.toFile())) {
            BackupManifest manifest = checked(zip);
            var migration = new Migration(warehouse);
            if (!migration.knows(manifest.schemaVersion())) {
                throw broken("was made by a later version of rca (tables of version %s); restore it with that one"
                        .formatted(manifest.schemaVersion()));
            }
            try (Connection control = warehouse.connect(APPLICATION_NAME)) {
                if (isUsed(control)) {
                    clear(control, migration, isReplacing);
                }
                migration.applyUpTo(manifest.schemaVersion());
                fill(zip, manifest);
                migration.apply();
            }
            return manifest.summary(Files.size(file), (System.nanoTime() - start) / 1e9);
        } catch (SQLException e) {
            throw warehouse.explain(e);
        } catch (ZipException e) {
            throw broken("is nothing that ./rca backup wrote, or only a part of it (" + e.getMessage() + ")");
        } catch (IOException e) {
            throw broken("cannot be read: " + e.getMessage());
        }
    }

    private RcaException broken(String why) {
        return new RcaException(ErrorCode.INVALID_INPUT, file + " " + why);
    }

    /** The manifest, once every byte of the file was read and found right. */
    private BackupManifest checked(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(BackupManifest.ENTRY);
        if (entry == null) {
            throw broken("is no backup made by rca backup: it has no " + BackupManifest.ENTRY);
        }
        BackupManifest manifest;
        try (InputStream in = zip.getInputStream(entry)) {
            manifest = Json.mapper().readValue(in, BackupManifest.class);
        } catch (JacksonException e) {
            throw broken("has a manifest that cannot be read: " + e.getOriginalMessage());
        }
        if (manifest.format() != BackupManifest.FORMAT) {
            throw broken("has the layout %d, and this rca reads %d; restore it with the rca that made it"
                    .formatted(manifest.format(), BackupManifest.FORMAT));
        }
        for (BackupManifest.Table table : manifest.tables()) {
            ZipEntry rows = entry(zip, table);
            var checksum = new CRC32();
            try (var in = new CheckedInputStream(zip.getInputStream(rows), checksum)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            if (checksum.getValue() != rows.getCrc()) {
                throw broken("is damaged: the checksum of %s is wrong".formatted(table.entry()));
            }
        }
        return manifest;
    }

    private ZipEntry entry(ZipFile zip, BackupManifest.Table table) {
        ZipEntry entry = zip.getEntry(table.entry());
        if (entry == null) {
            throw broken("lacks " + table.entry() + "; it is not whole");
        }
        return entry;
    }

    private boolean isUsed(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(SqlFile.read("backup/used.sql"))) {
            statement.setString(1, warehouse.address().schema());
            ResultSet rows = statement.executeQuery();
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private void clear(Connection control, Migration migration, boolean isReplacing) throws SQLException {
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
        migration.removeAll();
    }

    private static boolean isTrue(Connection connection, String sqlFile) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read(sqlFile))) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private void fill(ZipFile zip, BackupManifest manifest) throws SQLException, IOException {
        try (Connection connection = warehouse.connect(APPLICATION_NAME)) {
            connection.setAutoCommit(false);
            execute(connection, lines(connection, "backup/empty.sql").getFirst());
            executeEach(connection, "backup/unbind.sql");
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            boolean hasLoads = false;
            for (BackupManifest.Table table : manifest.tables()) {
                hasLoads |= table.name().equals("etl_run");
                makeDays(connection, table.days());
                try (InputStream in = zip.getInputStream(entry(zip, table))) {
                    long rows = copy.copyIn(copyIn(connection, table), in);
                    if (rows != table.rows()) {
                        throw broken("has %d rows of %s, and its manifest says %d"
                                .formatted(rows, table.name(), table.rows()));
                    }
                }
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
                throw broken("has rows of %s (%s), and tables of its version have no such table or columns"
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
