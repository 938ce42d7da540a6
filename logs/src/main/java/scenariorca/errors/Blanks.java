package scenariorca.errors;

/** Blanks of other kinds as plain ones: some runtimes indent traces with blanks that do not break. */
public final class Blanks {
    private static final String OTHERS = "\u00a0\u2007\u202f\u2009";

    private Blanks() {}

    /** The text with plain blanks; the same text when it has no others. */
    public static String plain(String text) {
        String plain = text;
        for (int at = 0; at < OTHERS.length(); at++) {
            plain = plain.indexOf(OTHERS.charAt(at)) < 0 ? plain : plain.replace(OTHERS.charAt(at), ' ');
        }
        return plain;
    }
}
