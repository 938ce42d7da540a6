package scenariorca.cli;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import scenariorca.platform.SqlFile;
import scenariorca.warehouse.Migration;
import scenariorca.warehouse.Warehouse;

/** Looks at the warehouse: its place, its server, what our user may do there, and its tables. */
final class WarehouseExamination {
    static final int OLDEST = 14;
    private static final long ROOM_NEEDED_BYTES = 1_000_000_000;

    private final Examination examination;
    private final Settings settings;

    WarehouseExamination(Examination examination, Settings settings) {
        this.examination = examination;
        this.settings = settings;
    }

    /** Whether the embedded server would have a place to live; nothing when there is another. */
    void home() {
        if (settings.text("REPORTING_DB_HOST").isEmpty()) {
            examination.check("RCA_HOME", () -> room(settings.home(), ROOM_NEEDED_BYTES));
        }
    }

    /** @throws RcaException when the directory cannot be written or has less room than that */
    static String room(Path home, long neededBytes) throws IOException {
        Path place = home;
        for (Path parent = home.getParent(); !Files.exists(place) && parent != null; parent = parent.getParent()) {
            place = parent;
        }
        Examination.require(
                Files.isDirectory(place) && canWrite(place),
                "%s cannot be written; set RCA_HOME to a directory you can write to".formatted(home));
        FileStore disk = Files.getFileStore(place);
        double free = disk.getUsableSpace() / 1e9;
        Examination.require(
                disk.getUsableSpace() >= neededBytes,
                "the disk of %s has %.1f GB left and the warehouse needs %.1f at the least; free some, or set RCA_HOME to another disk"
                        .formatted(home, free, neededBytes / 1e9));
        return "%s, %.0f GB free".formatted(home, free);
    }

    /** By trying: root may write where the permissions say no, and not where the disk is read-only. */
    private static boolean canWrite(Path directory) {
        try {
            Files.delete(Files.createTempFile(directory, "rca-doctor", ".tmp"));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns whether its tables are there and up to date. */
    boolean look(Warehouse warehouse) {
        if (examination
                .check("warehouse", () -> "%s, PostgreSQL %d".formatted(warehouse.address(), server(warehouse)))
                .isEmpty()) {
            return false;
        }
        return examination.check("warehouse tables", () -> tables(warehouse)).isPresent();
    }

    private static int server(Warehouse warehouse) throws SQLException {
        String schema = warehouse.address().schema();
        try (Connection connection = warehouse.connect("rca-doctor");
                var statement = connection.prepareStatement(SqlFile.read("report/doctor_rights.sql"))) {
            statement.setString(1, schema);
            statement.setString(2, warehouse.stagingSchema());
            ResultSet rows = statement.executeQuery();
            rows.next();
            int version = rows.getInt(1);
            oldEnough(version);
            Examination.require(
                    !rows.getBoolean(2),
                    "%s cannot be written: it is a standby, or default_transaction_read_only is on; set REPORTING_DB_* to the primary, or switch that off"
                            .formatted(warehouse.address()));
            Examination.require(
                    rows.getBoolean(3),
                    "%1$s may not make tables there; as an administrator: grant create on database \"%2$s\" to \"%1$s\"; or make the schemas %3$s and %4$s with authorization \"%1$s\""
                            .formatted(
                                    warehouse.address().user(),
                                    warehouse.address().database(),
                                    schema,
                                    warehouse.stagingSchema()));
            return version;
        } catch (SQLException e) {
            throw warehouse.explain(e);
        }
    }

    /** @throws RcaException for a server that lacks what we use */
    static void oldEnough(int version) {
        if (version < OLDEST) {
            throw new RcaException(
                    ErrorCode.CONFIGURATION,
                    "PostgreSQL %d is too old for the warehouse; use %d or later, or leave REPORTING_DB_HOST empty for the embedded one"
                            .formatted(version, OLDEST));
        }
    }

    private static String tables(Warehouse warehouse) throws SQLException {
        var migration = new Migration(warehouse);
        List<String> pending = migration.pending();
        Examination.require(
                pending.size() <= migration.versions().size(),
                "there are none yet; ./rca migrate makes them, and so does the first ./rca etl");
        Examination.require(pending.isEmpty(), "they lack " + String.join(", ", pending) + "; run ./rca migrate");
        try (Connection connection = warehouse.connect("rca-doctor");
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read("report/doctor_warehouse.sql"))) {
            rows.next();
            Examination.require(
                    !rows.getBoolean(3),
                    "up to date, but the last load %s; ./rca etl tries again and says why"
                            .formatted(rows.getString(2)));
            return "up to date, last load " + rows.getString(2);
        }
    }
}
