package scenariorca.powerbi;

import java.util.List;
import java.util.stream.Collectors;

/** Writes the DAX query that lists each measure beside the value its SQL twin gave. */
final class SelfCheck {
    private final Star star;

    SelfCheck(Star star) {
        this.star = star;
    }

    String write(ExpectedValues expected) {
        return """
                // Every measure over the whole model%s
                // Run it in Power BI Desktop: DAX query view, this query, Run. It gives two tables: numbers, then words and
                // times (to the minute). Blank and 0 count as the same: SQL counts nothing as 0, DAX as blank.

                EVALUATE
                %s

                EVALUATE
                %s
                """.formatted(
                        expected.isKnown()
                                ? ", beside the value its SQL twin has in the warehouse. Every verdict must be \"same\"."
                                : ". Written without asking a warehouse: \"rca powerbi --self-check\" adds the expected values.",
                        numbers(expected),
                        words(expected));
    }

    private String numbers(ExpectedValues expected) {
        String rows = rows(
                true,
                measure -> "CONVERT ( [%s], DOUBLE ), %s"
                        .formatted(measure.name(), expected.of(measure).orElse("BLANK ()")));
        return table(expected, rows, "ABS ( [Value] - [Expected] ) <= 0.000001 * ( 1 + ABS ( [Expected] ) )");
    }

    private String words(ExpectedValues expected) {
        String rows = rows(
                false,
                measure -> "%s, \"%s\""
                        .formatted(wordsOf(measure), escape(expected.of(measure).orElse(""))));
        return table(expected, rows, "[Value] = [Expected]");
    }

    private static String wordsOf(Measure measure) {
        return measure.format().equals(Measure.TIME)
                ? "FORMAT ( [%s], \"yyyy-mm-dd hh:nn\" )".formatted(measure.name())
                : "[" + measure.name() + "] & \"\"";
    }

    private String rows(boolean areNumbers, java.util.function.Function<Measure, String> values) {
        List<Measure> measures = star.measures().stream()
                .filter(measure -> !measure.isColour() && measure.isNumber() == areNumbers)
                .toList();
        return measures.stream()
                .map(measure -> "        ( \"%s\", %s )".formatted(measure.name(), values.apply(measure)))
                .collect(Collectors.joining(",\n"));
    }

    private static String table(ExpectedValues expected, String rows, String isSame) {
        String columns = """
                SELECTCOLUMNS (
                    {
                %s
                    },
                    "Measure", [Value1],
                    "Value", [Value2],
                    "Expected", [Value3]
                )""".formatted(rows);
        if (!expected.isKnown()) {
            return columns.replace(
                    "    \"Value\", [Value2],\n    \"Expected\", [Value3]\n", "    \"Value\", [Value2]\n");
        }
        return "ADDCOLUMNS (\n%s,\n    \"Verdict\", IF ( %s, \"same\", \"DIFFERENT\" )\n)"
                .formatted(columns.indent(4).stripTrailing(), isSame);
    }

    private static String escape(String text) {
        return text.replace("\"", "\"\"").replaceAll("\\R", " ");
    }
}
