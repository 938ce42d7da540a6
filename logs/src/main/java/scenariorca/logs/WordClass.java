package scenariorca.logs;

/** What a word of the redaction words says about what stands beside it; the resource explains each. */
enum WordClass {
    SECRET,
    PHRASE,
    WEAK,
    PARAM,
    NAME,
    PHONE,
    BIRTH,
    MAIL,
    IDNO,
    MADE,
    ABOUT,
    APART,
    PARSER,
    STATE,
    IS,
    LINK,
    VALUE,
    ARTICLE,
    SET,
    TO,
    FROM,
    AND,
    AS,
    ACCOUNT,
    REFERENCE;

    /** Whether a value is looked for beside such a word; the others only help to judge. */
    boolean isKey() {
        return compareTo(ABOUT) < 0;
    }
}
