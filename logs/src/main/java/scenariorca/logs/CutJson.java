package scenariorca.logs;

/** How far a JSON text is read: whether an agent cut it, and with what it can go on. Confined to one thread. */
final class CutJson {
    /** Deeper than this nothing is told apart: the closing brackets of a text so deep are not repaired. */
    private static final int MAX_DEPTH = 1_000;

    private final StringBuilder open = new StringBuilder();
    private boolean isString;
    private boolean isEscaped;
    private boolean isBroken;
    private char last = ' ';

    /** Reads on. */
    void read(String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (isString) {
                readString(letter);
            } else if (letter > ' ') {
                last = letter;
                switch (letter) {
                    case '"' -> isString = true;
                    case '{', '[' -> {
                        isBroken |= open.length() >= MAX_DEPTH;
                        open.append(isBroken ? "" : letter == '{' ? "}" : "]");
                    }
                    case '}', ']' -> close(letter);
                    default -> {}
                }
            }
        }
    }

    private void readString(char letter) {
        if (isEscaped) {
            isEscaped = false;
        } else if (letter == '\\') {
            isEscaped = true;
        } else if (letter == '"') {
            isString = false;
            last = '"';
        }
    }

    private void close(char letter) {
        int depth = open.length();
        isBroken |= depth == 0 || open.charAt(depth - 1) != letter;
        open.setLength(Math.max(0, depth - 1));
    }

    /** Whether more must come. */
    boolean isCut() {
        return !isBroken && (isString || !open.isEmpty());
    }

    /** Whether it was cut within a text. */
    boolean isInString() {
        return isString;
    }

    /** Whether a value may begin next. */
    boolean isBeforeValue() {
        return last == ':' || last == ',' || last == '[' || last == '{';
    }

    /** The text with what is open closed, so that it can be read as far as it goes. */
    static String closed(String text) {
        var state = new CutJson();
        state.read(text);
        String end = text;
        if (state.isString) {
            int escape = text.lastIndexOf('\\');
            boolean isHalf =
                    state.isEscaped || escape >= 0 && text.length() - escape < 6 && text.startsWith("u", escape + 1);
            end = (isHalf ? text.substring(0, escape) : text) + '"';
        }
        return end + new StringBuilder(state.open).reverse();
    }
}
