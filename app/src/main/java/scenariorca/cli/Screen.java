package scenariorca.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines for a terminal of 80 columns: text wrapped at words beside a label, colours when asked for. */
final class Screen {
    static final int WIDTH = 80;
    private static final int LABEL = 10;
    private static final String RESET = "\u001b[0m";

    private final List<String> lines = new ArrayList<>();
    private final boolean isColoured;

    Screen(boolean isColoured) {
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

    void blank() {
        lines.add("");
    }

    /** A text over the whole width. */
    void text(Look look, String text) {
        wrap(text, WIDTH).forEach(line -> lines.add(painted(look, line)));
    }

    /** A line of columns, as it is. */
    void asIs(String line) {
        lines.add(line);
    }

    /** A text beside a label; nothing without a text. */
    void labelled(String label, Look look, String text) {
        if (!text.isEmpty()) {
            indented(String.format(Locale.ROOT, "%-" + LABEL + "s", label), look, text);
        }
    }

    /** A text after something that stands before its first line; the other lines are indented as far. */
    void indented(String before, Look look, String text) {
        String indent = " ".repeat(before.length());
        boolean isFirst = true;
        for (String line : wrap(text, WIDTH - before.length())) {
            lines.add((isFirst ? before : indent) + painted(look, line));
            isFirst = false;
        }
    }

    String lines() {
        return String.join("\n", lines) + "\n";
    }

    private String painted(Look look, String text) {
        return isColoured && look != Look.PLAIN ? look.code + text + RESET : text;
    }

    /** Broken at spaces; a word longer than a line is broken where the line ends. Control characters become spaces. */
    static List<String> wrap(String text, int width) {
        List<String> wrapped = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : text.replaceAll("\\p{Cntrl}", " ").strip().split(" +")) {
            String rest = word;
            if (!line.isEmpty() && length(line) + 1 + length(rest) > width) {
                wrapped.add(line.toString());
                line.setLength(0);
            }
            while (length(rest) > width) {
                int end = rest.offsetByCodePoints(0, width);
                wrapped.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        wrapped.add(line.toString());
        return wrapped;
    }

    private static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }

    /** The text, or its start and an ellipsis where it is longer than that. */
    static String fit(String text, int width) {
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        return length(clean) <= width ? clean : clean.substring(0, clean.offsetByCodePoints(0, width - 1)) + "…";
    }
}
