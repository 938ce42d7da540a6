package scenariorca.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import scenariorca.App;
import scenariorca.pipeline.Verification;
import scenariorca.pipeline.VerificationReport;
import scenariorca.pipeline.VerificationReport.Finding;
import scenariorca.platform.Json;
import scenariorca.source.SourceDatabase;

/** {@code rca verify}: reconciles the warehouse with the source. */
@Command(
        name = "verify",
        description = "Compare the warehouse with the source, by counts and checksums per table and day.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean isJson;

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (App app = App.openFilled(terminal.settings());
                SourceDatabase source = SourceDatabase.open(app.source())) {
            VerificationReport report = Verification.run(app.warehouse(), source);
            if (isJson) {
                terminal.out().println(Json.write(report));
            } else {
                print(report);
            }
            return report.isEqual() ? 0 : 1;
        }
    }

    private void print(VerificationReport report) {
        terminal.out().printf("%-17s%14s%14s%7s  %s%n", "rows", "source", "warehouse", "days", "result");
        for (VerificationReport.Table table : report.tables()) {
            boolean isEqual = table.findings().stream().noneMatch(Finding::isDifference);
            terminal.out()
                    .printf(
                            Locale.ROOT,
                            "%-17s%,14d%,14d%,7d  %s%n",
                            table.table(),
                            table.sourceRows(),
                            table.warehouseRows(),
                            table.days(),
                            isEqual ? "equal" : "DIFFERENT");
            table.findings().forEach(this::print);
        }
        terminal.out()
                .println(
                        report.isEqual()
                                ? "The warehouse equals the source as of " + report.sourceSnapshotAt() + "."
                                : "The warehouse differs; ./rca etl --incremental reads what is new, --full mends the rest.");
    }

    private void print(Finding finding) {
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "  %s: %,d missing, %,d different, %,d kept that the source deleted%n",
                        finding.day() == null ? "no day" : finding.day(),
                        finding.missing(),
                        finding.different(),
                        finding.kept());
        finding.missingExamples().forEach(id -> terminal.out().println("    missing " + id));
        finding.differentExamples().forEach(id -> terminal.out().println("    different " + id));
    }
}
