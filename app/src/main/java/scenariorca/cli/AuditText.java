package scenariorca.cli;

import java.io.PrintWriter;
import java.util.Locale;
import scenariorca.audit.AuditReport;
import scenariorca.audit.AuditReport.Finding;
import scenariorca.audit.AuditReport.Table;

/** What {@code rca verify --audit} prints. */
final class AuditText {
    private AuditText() {}

    static void print(AuditReport report, PrintWriter out) {
        if (!report.tables().isEmpty()) {
            out.printf("%-28s%14s  %s%n", "history", "rows", "result");
        }
        for (Table table : report.tables()) {
            out.printf(
                    Locale.ROOT,
                    "%-28s%,14d  %s%n",
                    table.table(),
                    table.rows(),
                    table.findingCount() == 0 ? "as written" : "%,d NOT AS WRITTEN".formatted(table.findingCount()));
            table.findings().forEach(finding -> out.println("  " + line(finding)));
            long more = table.findingCount() - table.findings().size();
            if (more > 0) {
                out.printf(Locale.ROOT, "  and %,d more%n", more);
            }
        }
        report.faults().forEach(fault -> out.println("CHAIN: " + fault));
        out.println(result(report));
    }

    private static String line(Finding finding) {
        String day = finding.day() == null ? "" : finding.day() + " ";
        String when = finding.beforeEntry() == null
                ? ""
                : ", before the load of entry %d wrote it over".formatted(finding.beforeEntry());
        return day + finding.rowId() + ": " + finding.what() + " by hand" + when;
    }

    private static String result(AuditReport report) {
        if (report.head() == null) {
            return "There is no audit chain yet; the next ./rca etl begins it with what is there then.";
        }
        String head = "%d (%s)".formatted(report.head().entryNo(), report.head().entryHash());
        return report.isIntact()
                ? "The history is as loads wrote it, up to entry " + head + "."
                : "Somebody else wrote in the history, or in its chain, which ends with entry " + head + ".";
    }
}
