package scenariorca.cli;

import java.io.PrintWriter;
import java.util.Locale;
import scenariorca.pipeline.LoadSummary;

/** Prints what a load did as a table for people, at most 80 columns wide. */
final class LoadTable {
    private LoadTable() {}

    static void print(LoadSummary summary, PrintWriter out) {
        row(out, "table", "read", "written", "unchanged", "skipped", "seconds");
        for (LoadSummary.Table table : summary.tables()) {
            row(
                    out,
                    table.table(),
                    number(table.read()),
                    number(table.written()),
                    number(table.unchanged()),
                    number(table.skipped()),
                    String.format(Locale.ROOT, "%.2f", table.seconds()));
            if (table.reason() != null) {
                out.println("  skipped: " + table.reason());
            }
        }
        summary.notices().forEach(notice -> out.println("note: " + notice));
        out.printf(
                Locale.ROOT,
                "%s load %d, %s: %,d rows read, %,d written in %.1f s (%,d rows/s)%n",
                summary.mode(),
                summary.etlRunId(),
                summary.status(),
                summary.rowsRead(),
                summary.rowsWritten(),
                summary.seconds(),
                summary.rowsPerSecond());
    }

    private static void row(PrintWriter out, String... cells) {
        out.printf("%-27s%11s%11s%11s%10s%9s%n", cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
    }

    private static String number(long value) {
        return value == 0 ? "-" : String.format(Locale.ROOT, "%,d", value);
    }
}
