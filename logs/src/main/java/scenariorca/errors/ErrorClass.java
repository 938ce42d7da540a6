package scenariorca.errors;

/**
 * What an error text is an example of.
 *
 * @param fingerprint stable id of the pattern, 16 hex digits. Example: {@code 9f2c01d7a4b8e630}
 * @param pattern the text with its variable parts as {@code <*>}
 * @param category the kind of error
 * @param categoryRule the rule that decided the category, {@code none} when none did. Example: {@code words.timed_out}
 */
public record ErrorClass(String fingerprint, String pattern, ErrorCategory category, String categoryRule) {}
