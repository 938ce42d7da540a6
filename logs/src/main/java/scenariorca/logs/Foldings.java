package scenariorca.logs;

/** Letters that only look like those of ASCII: the wide ones of East Asia, and Cyrillic and Greek ones within Latin words. */
final class Foldings {
    /** The first letter that may be one. */
    static final char FIRST = '\u0370';

    private static final char WIDE_FIRST = '\uff01';
    private static final char WIDE_LAST = '\uff5e';
    private static final int WIDE_DISTANCE = 0xfee0;
    /** Marks of sentences in Chinese and Japanese, which end a value. */
    private static final String WIDE_MARKS = "\uff01\uff08\uff09\uff0c\uff1b\uff1f";

    private static final int MAX_CHARS = 40;

    private static final String ALIKE =
            "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0455\u0458\u04bb\u0501\u051b\u051d"
                    + "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0423\u0406\u0405\u0408"
                    + "\u03bf\u03b1\u03bd\u03c1\u03b9\u03ba\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7";
    private static final String ASCII = "aeopcyxisjhdqw" + "ABEKMHOPCTXYISJ" + "oavpikABEZHIKMNOPTYX";

    private Foldings() {}

    /** Whether there may be such a letter; no for most texts. */
    static boolean isIn(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= FIRST && of(text, at) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The letter of ASCII that this one looks like; -1 when it is what it is. */
    static int of(String text, int at) {
        char letter = text.charAt(at);
        if (letter >= WIDE_FIRST) {
            return letter <= WIDE_LAST && WIDE_MARKS.indexOf(letter) < 0 ? letter - WIDE_DISTANCE : -1;
        }
        int place = ALIKE.indexOf(letter);
        return place >= 0 && isInLatin(text, at) ? ASCII.charAt(place) : -1;
    }

    private static boolean isInLatin(String text, int at) {
        int start = at;
        while (start > 0 && at - start < MAX_CHARS && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        for (int letter = start;
                letter < text.length() && letter - at < MAX_CHARS && Character.isLetter(text.charAt(letter));
                letter++) {
            if (text.charAt(letter) < 128) {
                return true;
            }
        }
        return false;
    }
}
