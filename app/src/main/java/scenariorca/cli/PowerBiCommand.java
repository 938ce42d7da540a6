package scenariorca.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import scenariorca.App;
import scenariorca.platform.DatabaseAddress;
import scenariorca.platform.Settings;
import scenariorca.powerbi.Installation;
import scenariorca.powerbi.PowerBiProject;
import scenariorca.warehouse.Warehouse;

/** {@code rca powerbi}: writes the Power BI project for this installation's warehouse. */
@Command(
        name = "powerbi",
        description = "Write the Power BI project for this installation's warehouse.",
        mixinStandardHelpOptions = true)
final class PowerBiCommand implements Callable<Integer> {
    private static final int MAX_PORT = 65_535;

    private final Terminal terminal;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "<dir>",
            description = "Where to write it; made if need be. Files of an earlier one are overwritten.")
    private Path out = Path.of("");

    @Option(
            names = "--self-check",
            description = "Ask the warehouse what every measure must say, for the check in Power BI itself.")
    private boolean isSelfChecking;

    PowerBiCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Settings settings = terminal.settings();
        // An external warehouse need not be reached to name it; the embedded one alone knows its port.
        boolean isEmbedded = settings.text("REPORTING_DB_HOST").isEmpty();
        int files;
        if (isSelfChecking || isEmbedded && Files.isDirectory(settings.home())) {
            try (App app = App.open(settings)) {
                Warehouse warehouse = app.warehouse();
                Map<String, String> expected = isSelfChecking ? new MeasureReader(warehouse).read() : Map.of();
                files = PowerBiProject.write(out, installation(warehouse.address()), expected);
            }
        } else {
            files = PowerBiProject.write(out, named(settings), Map.of());
        }
        terminal.out().printf("Wrote %d files to %s. Open ScenarioRca.pbip in Power BI Desktop.%n", files, out);
        if (isEmbedded) {
            terminal.out()
                    .println(
                            "The warehouse is the embedded one: it listens on this machine only, while rca runs, and on"
                                    + " another port after a restart. For a report that refreshes, set REPORTING_DB_HOST.");
        }
        return 0;
    }

    private Installation named(Settings settings) {
        Installation neutral = Installation.neutral();
        return new Installation(
                settings.text("REPORTING_DB_HOST", neutral.host()),
                settings.number("REPORTING_DB_PORT", neutral.port(), 1, MAX_PORT),
                settings.text("REPORTING_DB_NAME", neutral.database()),
                settings.text("REPORTING_DB_SCHEMA", neutral.schema()),
                apiUrl(settings));
    }

    private Installation installation(DatabaseAddress address) {
        return new Installation(
                address.host(), address.port(), address.database(), address.schema(), apiUrl(terminal.settings()));
    }

    private static String apiUrl(Settings settings) {
        String host = settings.text("API_HOST", "127.0.0.1");
        boolean isLocal = host.equals("127.0.0.1") || host.equals("0.0.0.0") || host.equals("::");
        return "http://%s:%d"
                .formatted(
                        isLocal ? "localhost" : host.contains(":") ? "[" + host + "]" : host,
                        settings.number("API_PORT", 8000, 0, MAX_PORT));
    }
}
