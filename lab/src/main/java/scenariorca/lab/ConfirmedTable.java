package scenariorca.lab;

import java.util.Locale;
import scenariorca.report.ConfirmedVerdicts;
import scenariorca.report.ConfirmedVerdicts.OfClass;

/** What people said of the verdicts of a warehouse, as a table of at most 80 columns. */
final class ConfirmedTable {
    private static final String ROW = "%-12s%8s%8s%8s%12s%14s%14s";

    private ConfirmedTable() {}

    static String of(ConfirmedVerdicts found) {
        if (found.classes().isEmpty()) {
            return "Nobody has judged a verdict of this warehouse; ./rca feedback <run id> right does.";
        }
        var text = new StringBuilder();
        line(text, ROW, "said", "judged", "right", "named", "named right", "cause told", "first right");
        found.classes()
                .forEach(row -> line(
                        text,
                        ROW,
                        row.verdictClass(),
                        row.judged(),
                        row.foundRight(),
                        row.named(),
                        row.namedRight(),
                        row.known(),
                        row.firstRight()));
        line(
                text,
                ROW,
                "all",
                found.all(OfClass::judged),
                found.all(OfClass::foundRight),
                found.all(OfClass::named),
                found.all(OfClass::namedRight),
                found.all(OfClass::known),
                found.all(OfClass::firstRight));
        Double precision = found.precisionOfNamed();
        line(
                text,
                "precision of what was named: %s",
                precision == null ? "-" : String.format(Locale.ROOT, "%.3f", precision));
        return text.toString().stripTrailing();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
