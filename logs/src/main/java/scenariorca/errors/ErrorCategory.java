package scenariorca.errors;

import java.util.Locale;
import java.util.Optional;

/** The kind of an error, as people ask for it. */
public enum ErrorCategory {
    TIMEOUT,
    VALIDATION,
    CALCULATION,
    MISSING_INPUT,
    DATABASE,
    DEPENDENCY,
    NETWORK,
    PERMISSION,
    NOT_FOUND,
    CONFIG,
    /** Memory, and other things a machine runs out of, such as disk space. */
    MEMORY,
    CONCURRENCY,
    DATA_FORMAT,
    UNCATEGORIZED;

    /** As stored and shown. Example: {@code missing_input}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty when no category is called so. */
    public static Optional<ErrorCategory> of(String word) {
        for (ErrorCategory category : values()) {
            if (category.word().equals(word)) {
                return Optional.of(category);
            }
        }
        return Optional.empty();
    }
}
