package scenariorca.source;

/** How rows travel between two databases. */
public enum CopyFormat {
    /** As {@code psql} pipes them: any two types that read and write alike will do. */
    TEXT("text"),
    /** As the server keeps them: no time stamp or id is printed and parsed again, but the types must be the same. */
    BINARY("binary");

    private final String word;

    CopyFormat(String word) {
        this.word = word;
    }

    /** What follows {@code copy ... to stdout} or {@code from stdin}. */
    public String clause() {
        return " (format " + word + ")";
    }
}
