package scenariorca.diagnosis;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What words of an error are about; the words themselves stand in {@code diagnosis/words.tsv}. */
enum WordKind {
    ZERO,
    MISSING,
    TYPE,
    NEGATIVE,
    LARGE,
    SMALL,
    LONG,
    ORDER,
    UNIT,
    WORD,
    LENGTH,
    DUPLICATE,
    DATE,
    MEMORY,
    DISK,
    CREDENTIAL,
    NETWORK,
    THROTTLE,
    LOCK,
    KILLED,
    PROGRAM,
    FEED,
    LATE,
    MODEL,
    /** Endings of files that are part of a program, not data. */
    SOURCE,
    GENERIC,
    NOT;

    /** Kinds that say that a value is wrong, and could hardly be said of a machine. */
    static final Set<WordKind> OF_VALUES =
            EnumSet.of(ZERO, TYPE, NEGATIVE, ORDER, UNIT, WORD, LENGTH, DUPLICATE, DATE, LARGE, SMALL);

    /** Kinds that say that there is too much or too little of something, a value or not. */
    static final Set<WordKind> OF_AMOUNTS = EnumSet.of(LARGE, SMALL, LONG);

    static final Set<WordKind> OF_MACHINES =
            EnumSet.of(MEMORY, DISK, CREDENTIAL, NETWORK, THROTTLE, LOCK, KILLED, PROGRAM);

    static WordKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** What an error with such words says. Example: {@code a machine ran out of memory}. */
    String meaning() {
        return switch (this) {
            case MEMORY -> "memory ran out";
            case DISK -> "a disk is full";
            case CREDENTIAL -> "a credential was refused";
            case NETWORK -> "a service it needs did not answer";
            case THROTTLE -> "too much was asked of a service";
            case LOCK -> "the database refused a concurrent change";
            case KILLED -> "the machine or its process went away";
            case PROGRAM -> "the program itself is at fault";
            case FEED, LATE -> "data from elsewhere was late or missing";
            case MODEL -> "the model itself is at fault";
            default -> "a value is wrong";
        };
    }
}
