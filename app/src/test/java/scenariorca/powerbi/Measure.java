package scenariorca.powerbi;

/**
 * A number (or word) computed for whatever is shown or filtered.
 *
 * @param table the table it is listed under
 * @param folder the display folder
 * @param format of its values; empty for words
 */
record Measure(String table, String folder, String name, String format, String dax, String description) {
    static Measure of(String table, Tmdl node) {
        return new Measure(
                table,
                node.property("displayFolder"),
                node.name(),
                node.property("formatString"),
                node.value(),
                node.description());
    }

    /** Whether it only chooses a colour: such a measure has no twin. */
    boolean isColour() {
        return folder.equals("Colours");
    }
}
