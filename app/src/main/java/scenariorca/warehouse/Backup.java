package scenariorca.warehouse;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.platform.SqlFile;

/**
 * Writes all rows of the warehouse to one file, from one snapshot, while it is read and loaded. The file restores into a
 * warehouse of any kind, embedded or not, and of any version of PostgreSQL, by a program of this version or a later one.
 */
public final class Backup {
    private static final String APPLICATION_NAME = "scenario-rca-backup";

    private Backup() {}

    private record Source(BackupManifest.Table table, String copyOut) {}

    /**
     * Writes the file, readable by its owner only; a file of that name is replaced when the new one is whole.
     *
     * @throws RcaException when the warehouse or the disk fails; a file of that name is then as it was
     */
    public static BackupSummary write(Warehouse warehouse, Path file) {
        long start = System.nanoTime();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (Connection connection = warehouse.connect(APPLICATION_NAME)) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            Files.deleteIfExists(part);
            PrivateFiles.write(part, "");
            BackupManifest manifest = write(connection, part);
            connection.rollback();
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return manifest.summary(Files.size(file), (System.nanoTime() - start) / 1e9);
        } catch (SQLException e) {
            throw warehouse.explain(e);
        } catch (IOException e) {
            throw new RcaException(
                    ErrorCode.PROBLEM, "cannot write %s: %s; is there room?".formatted(part, e.getMessage()), e);
        } finally {
            remove(part);
        }
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new RcaException(ErrorCode.PROBLEM, "cannot remove %s: %s".formatted(part, e.getMessage()), e);
        }
    }

    private static BackupManifest write(Connection connection, Path part) throws SQLException, IOException {
        execute(connection, line(connection, "backup/lock.sql"));
        refuseHidden(connection);
        Instant now = Instant.now();
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var tables = new ArrayList<BackupManifest.Table>();
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE);
                OutputStream out = java.nio.channels.Channels.newOutputStream(channel);
                var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Source source : sources(connection)) {
                BackupManifest.Table table = source.table();
                zip.putNextEntry(new ZipEntry(table.entry()));
                MessageDigest digest = BackupArchive.sha256();
                long rows = copy.copyOut(source.copyOut(), new Unclosed(new DigestOutputStream(zip, digest)));
                zip.closeEntry();
                String sha256 = HexFormat.of().formatHex(digest.digest());
                tables.add(new BackupManifest.Table(table.name(), table.columns(), table.days(), rows, sha256));
            }
            BackupManifest manifest = manifest(connection, now, tables);
            zip.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
            zip.write(Json.writePretty(manifest).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.finish();
            channel.force(true);
            return manifest;
        }
    }

    private static BackupManifest manifest(Connection connection, Instant now, List<BackupManifest.Table> tables)
            throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read("backup/version.sql"))) {
            rows.next();
            return new BackupManifest(BackupManifest.FORMAT, now, rows.getString(1), rows.getLong(2), tables);
        }
    }

    /** A policy that hides rows from us would make a backup that lacks them, without a word. */
    private static void refuseHidden(Connection connection) throws SQLException {
        var hidden = new ArrayList<String>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read("backup/hidden.sql"))) {
            while (rows.next()) {
                hidden.add(rows.getString(1));
            }
        }
        if (!hidden.isEmpty() && !line(connection, "backup/sees_all.sql").equals("t")) {
            throw new RcaException(
                    ErrorCode.CONFIGURATION,
                    "row-level security hides rows of %s from REPORTING_DB_USER; back up as the owner of the tables"
                            .formatted(String.join(", ", hidden)));
        }
    }

    private static List<Source> sources(Connection connection) throws SQLException {
        var sources = new ArrayList<Source>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read("backup/tables.sql"))) {
            while (rows.next()) {
                List<String> columns = List.of((String[]) rows.getArray(2).getArray());
                List<LocalDate> days = Stream.of(
                                (java.sql.Date[]) rows.getArray(4).getArray())
                        .map(java.sql.Date::toLocalDate)
                        .toList();
                var table = new BackupManifest.Table(rows.getString(1), columns, days, 0, null);
                sources.add(new Source(table, rows.getString(3)));
            }
        }
        return sources;
    }

    private static String line(Connection connection, String file) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read(file))) {
            rows.next();
            String line = rows.getString(1);
            if (line == null) {
                throw new RcaException(ErrorCode.PROBLEM, "there is no warehouse to back up; run rca migrate first");
            }
            return line;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Does not close the archive with its entry. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
