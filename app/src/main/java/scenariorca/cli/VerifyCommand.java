package scenariorca.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import scenariorca.App;
import scenariorca.audit.AuditReport;
import scenariorca.audit.AuditVerification;
import scenariorca.audit.ChainHead;
import scenariorca.audit.SignedHead;
import scenariorca.pipeline.Verification;
import scenariorca.pipeline.VerificationReport;
import scenariorca.pipeline.VerificationReport.Finding;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.source.SourceDatabase;

/** {@code rca verify}: reconciles the warehouse with the source, or its history with the audit chain. */
@Command(
        name = "verify",
        description =
                "Compare the warehouse with the source, by counts and checksums per table and day; or its history with the audit chain.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean isJson;

    @Option(
            names = "--audit",
            description =
                    "Look instead for rows of the history that somebody else than a load has changed, added or removed.")
    private boolean isAudit;

    @Option(
            names = "--head",
            paramLabel = "<file>",
            description = "With --audit: a head that ./rca audit head wrote earlier; may be given several times.")
    private List<Path> heads = new ArrayList<>();

    @Option(
            names = "--signed-by",
            paramLabel = "<file>",
            description = "With --head: the public Ed25519 key in PEM that the heads must be signed by.")
    private @Nullable Path key;

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (isAudit) {
            return audit();
        }
        if (!heads.isEmpty() || key != null) {
            throw new RcaException(ErrorCode.INVALID_INPUT, "--head and --signed-by go with --audit");
        }
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

    private int audit() {
        List<ChainHead> taken = heads.stream().map(this::head).toList();
        try (App app = App.openFilled(terminal.settings())) {
            AuditReport report = AuditVerification.run(app.warehouse(), taken);
            if (isJson) {
                terminal.out().println(Json.write(report));
            } else {
                AuditText.print(report, terminal.out());
            }
            return report.isIntact() ? 0 : 1;
        }
    }

    private ChainHead head(Path file) {
        SignedHead head = SignedHead.read(file);
        if (key != null && !head.isSignedBy(key)) {
            throw new RcaException(
                    ErrorCode.PROBLEM, "%s is not signed by the key of %s; it proves nothing".formatted(file, key));
        }
        return head.head();
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
