package scenariorca.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import scenariorca.platform.Settings;

/** Lines for a terminal: text wrapped at words beside a label, tables, colours when asked for. */
final class Screen {
    static final int USUAL_WIDTH = 80;
    private static final int NARROWEST = 60;
    private static final int WIDEST = 200;
    /** Text beside a long head is broken after so many cells all the same. */
    private static final int LEAST_TEXT = 20;

    private static final int LABEL = 10;
    private static final String RESET = "\u001b[0m";

    private final List<String> lines = new ArrayList<>();
    private final int width;
    private final boolean isColoured;

    /** @param width cells of a line */
    Screen(int width, boolean isColoured) {
        this.width = width;
        this.isColoured = isColoured;
    }

    /** How a text looks in a terminal that has colours. */
    enum Look {
        PLAIN(""),
        BOLD("\u001b[1m"),
        RED("\u001b[31m"),
        GREEN("\u001b[32m"),
        DIM("\u001b[2m");

        private final String code;

        Look(String code) {
            this.code = code;
        }
    }

    /** The cells of a line: {@code COLUMNS}, which the launcher sets in a terminal, but 60 to 200; 80 without it. */
    static int width(Settings settings) {
        String columns = settings.text("COLUMNS", "");
        boolean isNumber = columns.matches("[1-9][0-9]{0,5}");
        return isNumber ? Math.clamp(Integer.parseInt(columns), NARROWEST, WIDEST) : USUAL_WIDTH;
    }

    int width() {
        return width;
    }

    void blank() {
        lines.add("");
    }

    /** A text over the whole width. */
    void text(Look look, String text) {
        indented("", look, text);
    }

    /** A line as it is, already of the right width and harmless. */
    void asIs(Look look, String line) {
        lines.add(painted(look, line));
    }

    /** A text beside a label; nothing without a text. */
    void labelled(String label, Look look, String text) {
        if (!text.isEmpty()) {
            indented(String.format(Locale.ROOT, "%-" + LABEL + "s", label), look, text);
        }
    }

    /** A text after something that stands before its first line; the other lines are indented as far. */
    void indented(String before, Look look, String text) {
        String head = Cells.clean(before);
        int indent = Cells.width(head);
        boolean isFirst = true;
        for (String line : wrap(text, Math.max(LEAST_TEXT, width - indent))) {
            lines.add((isFirst ? head : " ".repeat(indent)) + painted(look, line));
            isFirst = false;
        }
    }

    String lines() {
        return String.join("\n", lines) + "\n";
    }

    private String painted(Look look, String text) {
        return isColoured && look != Look.PLAIN ? look.code + text + RESET : text;
    }

    /** Made harmless and broken at blanks; a word longer than a line is broken where the line ends. */
    private static List<String> wrap(String text, int width) {
        List<String> wrapped = new ArrayList<>();
        var line = new StringBuilder();
        int used = 0;
        for (String word : Cells.clean(text).strip().split("\\s+")) {
            String rest = word;
            if (used > 0 && used + 1 + Cells.width(rest) > width) {
                wrapped.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            while (Cells.width(rest) > width) {
                int end = Cells.fitting(rest, width);
                wrapped.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            line.append(used == 0 ? "" : " ").append(rest);
            used = used + (used == 0 ? 0 : 1) + Cells.width(rest);
        }
        wrapped.add(line.toString());
        return wrapped;
    }
}
