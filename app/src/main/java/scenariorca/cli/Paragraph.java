package scenariorca.cli;

/** Text set to a width, beside a head that stands on its first line. */
final class Paragraph {
    private static final int NARROWEST = 20;

    private Paragraph() {}

    /**
     * Lines no longer than {@code columns}, broken at blanks; what has none, such as an address, is broken where it must be.
     *
     * @param head stands before the first line; the others are indented by as much
     */
    static String of(String text, String head, int columns) {
        String indent = " ".repeat(head.length());
        int width = Math.max(NARROWEST, columns - head.length());
        var lines = new StringBuilder(head);
        int used = 0;
        for (String word : text.strip().split("\\s+")) {
            String rest = word;
            if (used > 0 && used + 1 + rest.length() > width) {
                lines.append(System.lineSeparator()).append(indent);
                used = 0;
            }
            if (used > 0) {
                lines.append(' ');
                used++;
            }
            while (rest.length() > width) {
                lines.append(rest, 0, width).append(System.lineSeparator()).append(indent);
                rest = rest.substring(width);
            }
            lines.append(rest);
            used += rest.length();
        }
        return lines.toString();
    }
}
