package scenariorca.cli;

import static java.lang.Character.UnicodeScript.HANGUL;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.KATAKANA;

import java.util.Set;

/** How many cells of a terminal a text takes, and texts made harmless for one: data may hold any character. */
final class Cells {
    private static final Set<Character.UnicodeScript> WIDE = Set.of(HANGUL, HIRAGANA, KATAKANA);
    private static final int FIRST_WIDE = 0x1100;
    /** Punctuation and full-width forms of Chinese, Japanese and Korean text. */
    private static final int[][] WIDE_FORMS = {
        {0x3000, 0x303E}, {0x3200, 0x33FF}, {0xFE30, 0xFE6F}, {0xFF01, 0xFF60}, {0xFFE0, 0xFFE6}
    };

    private static final int FIRST_HALF_WIDTH = 0xFF61;
    private static final int LAST_HALF_WIDTH = 0xFFDC;

    private Cells() {}

    /**
     * The text without what could move the cursor, change colours or turn the direction of writing: control characters and
     * line ends become blanks, marks that show nothing are left out, half of a pair becomes a replacement character.
     */
    static String clean(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < '\u007f')) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> clean.append(' ');
                case Character.FORMAT -> {}
                case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> clean.append('\ufffd');
                default -> clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    static int width(String text) {
        return text.codePoints().map(Cells::width).sum();
    }

    /** How many chars of the text, from its start, take at most so many cells; at least one character. */
    static int fitting(String text, int cells) {
        int used = 0;
        int end = 0;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            used += width(c);
            if (used > cells && end > 0) {
                return end;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    /** The text made harmless, or its start and an ellipsis where it takes more cells than that. */
    static String fit(String text, int cells) {
        String clean = clean(text);
        return width(clean) <= cells ? clean : clean.substring(0, fitting(clean, cells - 1)) + "…";
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return c >= FIRST_WIDE && isWide(c) ? 2 : 1;
    }

    private static boolean isWide(int c) {
        if (c >= FIRST_HALF_WIDTH && c <= LAST_HALF_WIDTH) {
            return false;
        }
        if (Character.isIdeographic(c)
                || Character.isEmojiPresentation(c)
                || WIDE.contains(Character.UnicodeScript.of(c))) {
            return true;
        }
        for (int[] form : WIDE_FORMS) {
            if (c >= form[0] && c <= form[1]) {
                return true;
            }
        }
        return false;
    }
}
