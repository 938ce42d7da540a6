package scenariorca.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import scenariorca.App;
import scenariorca.cloudwatch.CloudWatchCheck;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.platform.SqlFile;
import scenariorca.source.SourceDatabase;
import scenariorca.source.SourceSettings;
import scenariorca.warehouse.Migration;

/** {@code rca doctor}: looks at the set-up and says what to do. */
@Command(
        name = "doctor",
        description = "Check Java, the databases, permissions, CloudWatch and ports, and say what to do.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private static final int JAVA_NEEDED = 25;

    private final Terminal terminal;
    private final List<Finding> findings = new ArrayList<>();

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean isJson;

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * What a check found.
     *
     * @param check what was looked at
     * @param isFine whether nothing needs doing
     * @param finding what was found and, if need be, what to do
     */
    private record Finding(String check, boolean isFine, String finding) {}

    @Override
    public Integer call() {
        check("java", () -> {
            int version = Runtime.version().feature();
            require(version >= JAVA_NEEDED, "Java %d is too old; install a JDK %d".formatted(version, JAVA_NEEDED));
            return "Java " + Runtime.version();
        });
        check("port", this::port);
        check("cloudwatch", () -> CloudWatchCheck.look(terminal.settings(), Instant.now()));
        try (App app = App.open(terminal.settings())) {
            check("warehouse", () -> warehouse(app));
            check("source", () -> source(app));
            check("source is read only", () -> sourceIsReadOnly(app));
        } catch (RcaException e) {
            findings.add(new Finding("warehouse", false, e.getMessage()));
        }
        if (isJson) {
            terminal.out().println(Json.write(findings));
        } else {
            findings.forEach(finding -> terminal.out()
                    .printf("%-5s %-20s %s%n", finding.isFine() ? "ok" : "MEND", finding.check(), finding.finding()));
        }
        return findings.stream().allMatch(Finding::isFine) ? 0 : 1;
    }

    private void check(String name, Callable<String> look) {
        try {
            findings.add(new Finding(name, true, look.call()));
        } catch (RcaException e) {
            findings.add(new Finding(name, false, e.getMessage()));
        } catch (Exception e) {
            findings.add(new Finding(name, false, "could not be checked: " + e.getMessage()));
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new RcaException(ErrorCode.PROBLEM, otherwise);
        }
    }

    private String port() throws IOException {
        String host = terminal.settings().text("API_HOST", "127.0.0.1");
        int port = terminal.settings().number("API_PORT", 8000, 0, 65_535);
        try (var _ = new ServerSocket(port, 1, InetAddress.getByName(host))) {
            return host + ":" + port + " is free for rca serve";
        } catch (IOException e) {
            throw new RcaException(
                    ErrorCode.PROBLEM,
                    "%s:%d is taken: rca serve runs already, or set API_PORT to another".formatted(host, port),
                    e);
        }
    }

    private static String warehouse(App app) throws SQLException {
        List<String> pending = new Migration(app.warehouse()).pending();
        require(pending.isEmpty(), "it lacks " + String.join(", ", pending) + "; run ./rca migrate");
        try (Connection connection = app.warehouse().connect("rca-doctor");
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read("report/doctor_warehouse.sql"))) {
            rows.next();
            return "%s, PostgreSQL %s, last load %s"
                    .formatted(app.warehouse().address(), rows.getString(1), rows.getString(2));
        }
    }

    private static String source(App app) {
        SourceSettings settings = app.source();
        try (SourceDatabase source = SourceDatabase.open(settings)) {
            require(
                    !source.columns("fc_scenario").isEmpty(),
                    "there is no fc_scenario in schema %s that %s may read; check SOURCE_DB_SCHEMA and the grants"
                            .formatted(
                                    settings.address().schema(),
                                    settings.address().user()));
            return settings.address() + " answers, its clock says " + source.snapshotAt();
        }
    }

    private static String sourceIsReadOnly(App app) throws SQLException {
        SourceSettings settings = app.source();
        try (SourceDatabase source = SourceDatabase.open(settings);
                var statement = source.connection().createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read("source/writable.sql"))) {
            rows.next();
            String writable = rows.getString(1);
            boolean isSimulated = SourceSettings.from(app.settings()).isEmpty();
            require(
                    writable == null || isSimulated,
                    "%s may write %s; use a user with select only (every load is a read-only transaction all the same)"
                            .formatted(settings.address().user(), writable));
            return isSimulated
                    ? "the simulated platform, which is ours"
                    : settings.address().user() + " can only read";
        }
    }
}
