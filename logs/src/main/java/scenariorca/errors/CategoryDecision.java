package scenariorca.errors;

/**
 * A category and the rule that decided it.
 *
 * @param category the kind of error
 * @param rule name of the rule, {@code none} when no rule applies. Example: {@code exception.SocketTimeoutException}
 */
public record CategoryDecision(ErrorCategory category, String rule) {
    static final CategoryDecision NONE = new CategoryDecision(ErrorCategory.UNCATEGORIZED, "none");
}
