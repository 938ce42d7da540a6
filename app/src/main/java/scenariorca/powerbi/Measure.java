package scenariorca.powerbi;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A number (or word) computed for whatever is shown or filtered. Each has an SQL twin of the same name below
 * {@code src/main/sql/powerbi}, except those that only choose a colour.
 *
 * @param table the table it is listed under
 * @param folder the display folder
 * @param name unique in the model. Example: Success Rate
 * @param format of its values; empty for words
 * @param dax the expression
 * @param description what it says, in a sentence
 */
record Measure(String table, String folder, String name, String format, String dax, String description) {
    /** Folder of the measures that choose colours: hidden, and without a twin. */
    static final String COLOURS = "Colours";

    static final String COUNT = "#,##0";
    static final String DECIMAL = "#,##0.0";
    static final String SHARE = "0.0%";
    static final String TIME = "yyyy-mm-dd hh:nn:ss";
    static final String WORDS = "";

    private static final Pattern HEAD = Pattern.compile("(.+?) \\| (.*?) \\| (.+)");

    boolean isColour() {
        return folder.equals(COLOURS);
    }

    /** Neither shown to people: it serves other measures, or colours. */
    boolean isHidden() {
        return isColour() || name.equals("Baseline Run Key");
    }

    boolean isNumber() {
        return !format.isEmpty() && !format.equals(TIME);
    }

    /**
     * Measures of a table and folder: blocks parted by an empty line; the first line is name, format (count, decimal,
     * share, time or words) and description, the others are DAX.
     */
    static List<Measure> list(String table, String folder, String blocks) {
        return Pattern.compile("\\n\\s*\\n")
                .splitAsStream(blocks.strip())
                .map(block -> parse(table, folder, block))
                .toList();
    }

    private static Measure parse(String table, String folder, String block) {
        int end = block.indexOf('\n');
        var head = HEAD.matcher(block.substring(0, Math.max(end, 0)));
        if (!head.matches()) {
            throw new IllegalArgumentException("not a measure (name | format | description): " + block);
        }
        return new Measure(
                table,
                folder,
                head.group(1),
                format(head.group(2)),
                block.substring(end + 1).stripTrailing(),
                head.group(3));
    }

    private static String format(String word) {
        return switch (word) {
            case "count" -> COUNT;
            case "decimal" -> DECIMAL;
            case "share" -> SHARE;
            case "time" -> TIME;
            case "words" -> WORDS;
            default -> throw new IllegalArgumentException("no format is called " + word);
        };
    }
}
