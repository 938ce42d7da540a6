package scenariorca.errors;

/**
 * A category and the rule that decided it.
 *
 * @param category the kind of error
 * @param rule name of the rule, {@code none} when no rule applies. Example: {@code exception.SocketTimeoutException}
 * @param code the error code that is part of the error's identity, empty when there is none. Example: {@code http 503}
 */
public record CategoryDecision(ErrorCategory category, String rule, String code) {
    static final CategoryDecision NONE = new CategoryDecision(ErrorCategory.UNCATEGORIZED, "none", "");
}
