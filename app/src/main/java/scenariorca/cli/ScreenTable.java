package scenariorca.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import scenariorca.cli.Screen.Look;

/**
 * Things one a line, in columns as wide as what is in them. Where the terminal is too narrow, extra columns go, then texts are
 * cut; ids, times and numbers never are.
 */
final class ScreenTable {
    private static final String GAP = "  ";
    private static final String INDENT = "    ";
    /** The least of a text that tells one from another. */
    private static final int LEAST_TEXT = 16;

    private final List<Column> columns;
    private final List<Row> rows = new ArrayList<>();

    ScreenTable(Column... columns) {
        this.columns = List.of(columns);
    }

    /** What may become of a column. */
    private enum Kind {
        WHOLE,
        NUMBER,
        TEXT,
        EXTRA,
        EXTRA_NUMBER
    }

    /** A column and its heading. */
    record Column(String head, Kind kind) {
        /** What is of use only when whole, such as an id or a time. */
        static Column whole(String head) {
            return new Column(head, Kind.WHOLE);
        }

        /** Set to the right. */
        static Column number(String head) {
            return new Column(head, Kind.NUMBER);
        }

        /** Cut where there is no room. */
        static Column text(String head) {
            return new Column(head, Kind.TEXT);
        }

        /** A text left out where there is no room. */
        static Column extra(String head) {
            return new Column(head, Kind.EXTRA);
        }

        /** A number left out where there is no room. */
        static Column extraNumber(String head) {
            return new Column(head, Kind.EXTRA_NUMBER);
        }

        private boolean isExtra() {
            return kind == Kind.EXTRA || kind == Kind.EXTRA_NUMBER;
        }

        private boolean isRight() {
            return kind == Kind.NUMBER || kind == Kind.EXTRA_NUMBER;
        }

        private boolean isText() {
            return kind == Kind.TEXT || kind == Kind.EXTRA;
        }
    }

    private record Row(List<String> cells, String sentence) {}

    /** @param sentence stands beneath the line; empty for none */
    void row(String sentence, String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(new Row(List.of(cells).stream().map(ScreenTable::cell).toList(), sentence));
    }

    private static String cell(String text) {
        return Cells.clean(text).strip().replaceAll(" {2,}", " ");
    }

    void on(Screen screen) {
        List<Integer> shown =
                new ArrayList<>(IntStream.range(0, columns.size()).boxed().toList());
        int[] widths = widths();
        for (int i = columns.size() - 1; i >= 0 && least(shown, widths) > screen.width(); i--) {
            if (columns.get(i).isExtra()) {
                shown.remove(Integer.valueOf(i));
            }
        }
        shrink(shown, widths, screen.width());
        screen.asIs(
                Look.DIM, line(shown, widths, columns.stream().map(Column::head).toList()));
        for (Row row : rows) {
            screen.asIs(Look.PLAIN, line(shown, widths, row.cells()));
            if (!row.sentence().isEmpty()) {
                screen.indented(INDENT, Look.PLAIN, row.sentence());
            }
        }
    }

    private int[] widths() {
        return IntStream.range(0, columns.size())
                .map(i -> rows.stream()
                        .mapToInt(row -> Cells.width(row.cells().get(i)))
                        .reduce(Cells.width(columns.get(i).head()), Math::max))
                .toArray();
    }

    private int least(List<Integer> shown, int[] widths) {
        return shown.stream()
                        .mapToInt(i -> columns.get(i).isText() ? Math.min(widths[i], LEAST_TEXT) : widths[i])
                        .sum()
                + GAP.length() * (shown.size() - 1);
    }

    /** Takes cell by cell from whichever text is the widest. */
    private void shrink(List<Integer> shown, int[] widths, int room) {
        int over = shown.stream().mapToInt(i -> widths[i]).sum() + GAP.length() * (shown.size() - 1) - room;
        for (; over > 0; over--) {
            int widest = shown.stream()
                    .filter(i -> columns.get(i).isText() && widths[i] > 1)
                    .reduce(-1, (a, b) -> a < 0 || widths[b] > widths[a] ? b : a);
            if (widest < 0) {
                return;
            }
            widths[widest]--;
        }
    }

    private String line(List<Integer> shown, int[] widths, List<String> cells) {
        var line = new StringBuilder();
        for (int i : shown) {
            String cell = Cells.fit(cells.get(i), widths[i]);
            String blanks = " ".repeat(Math.max(0, widths[i] - Cells.width(cell)));
            line.append(line.isEmpty() ? "" : GAP).append(columns.get(i).isRight() ? blanks + cell : cell + blanks);
        }
        return line.toString().stripTrailing();
    }
}
