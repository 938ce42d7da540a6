package scenariorca.cli;

import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import scenariorca.pipeline.LoadSummary;
import scenariorca.pipeline.LogCounts;

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
        if (summary.logs() != null) {
            print(summary.logs(), out);
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

    private static void print(LogCounts logs, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "log events: %,d read, %,d lines written, %,d unchanged, %,d left out, %,d joined, %,d came twice%n",
                logs.eventsRead(),
                logs.linesWritten(),
                logs.linesUnchanged(),
                logs.leftOut(),
                logs.joined(),
                logs.duplicates());
        out.printf(
                Locale.ROOT,
                "  %,d unparsed, %,d not linked (./rca unlinked says why), %,d redacted%n",
                logs.unparsed() + logs.broken(),
                logs.unlinked(),
                logs.redacted());
        for (LogCounts.Group group : logs.groups()) {
            out.printf(
                    Locale.ROOT,
                    "  %s: %,d events, complete to %s%s%n",
                    group.logGroup(),
                    group.eventsRead(),
                    group.completeTo() == null
                            ? "nothing yet"
                            : group.completeTo().truncatedTo(ChronoUnit.SECONDS),
                    group.lagMaxSeconds() == null
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    ", arriving after %.1f s (half of them), %.1f s (99 %%), at most %.1f s",
                                    group.lagP50Seconds(),
                                    group.lagP99Seconds(),
                                    group.lagMaxSeconds()));
        }
    }

    private static void row(PrintWriter out, String... cells) {
        out.printf("%-27s%11s%11s%11s%10s%9s%n", cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
    }

    private static String number(long value) {
        return value == 0 ? "-" : String.format(Locale.ROOT, "%,d", value);
    }
}
