package scenariorca.errors;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of the category rules.
 *
 * @param stage exception, proof, sqlstate, grpc, errno, http, wrapper, words or weak
 * @param name unique within its stage. Example: {@code timed_out}
 * @param category what it decides
 * @param expression what it looks for
 * @param unless what must not be there; null when nothing forbids the rule
 */
record CategoryRule(
        String stage,
        String name,
        ErrorCategory category,
        Pattern expression,
        @Nullable Pattern unless) {
    /** A word that turns the next ones into their opposite, at most two words before the match. */
    private static final Pattern NEGATION = Pattern.compile(
            "(?:\\b(?:no|not|never|without|zero|neither|nor|avoid(?:s|ed|ing)?|prevent(?:s|ed|ing)?|ignor(?:e|es|ed|ing)|if|unless|n't)|n't|(?:with|had|and|[,:;(]) ?0)"
                    + "(?: (?:any|a|an|the|more|further|been|there|is|are|was|were|be|it|has|have|by)){0,2} (?:\\w+ n?or ){0,2}(?:\\w+ )?$");

    /** Or an end that turns it: {@code validation passed}. */
    private static final Pattern GOOD_END = Pattern.compile(
            "^\\w*(?: \\w+)? (?:passed|succeeded|successful(?:ly)?|recovered|resolved|ok\\b|completed|complete\\b|cleared|disabled|enabled)");

    private static final int LOOK_BACK_CHARS = 48;

    String id() {
        return stage + "." + name;
    }

    boolean names(String value) {
        return expression.matcher(value).matches();
    }

    /** Whether the rule's words are in the text and mean what they say. */
    boolean speaksOf(String lowerCaseText) {
        if (unless != null && unless.matcher(lowerCaseText).find()) {
            return false;
        }
        Matcher matcher = expression.matcher(lowerCaseText);
        while (matcher.find()) {
            String before = lowerCaseText.substring(Math.max(0, matcher.start() - LOOK_BACK_CHARS), matcher.start());
            String after = lowerCaseText.substring(
                    matcher.end(), Math.min(lowerCaseText.length(), matcher.end() + LOOK_BACK_CHARS));
            if (!NEGATION.matcher(before).find() && !GOOD_END.matcher(after).find()) {
                return true;
            }
        }
        return false;
    }
}
