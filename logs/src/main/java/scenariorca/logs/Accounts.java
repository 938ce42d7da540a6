package scenariorca.logs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A password behind the name of a user: {@code with user bob, password x}. */
final class Accounts {
    /** What gives the name of a user, up to the name of the password. */
    private static final Pattern ACCOUNT =
            Pattern.compile("(?<![\\p{L}_])(?:(?<with>\\p{L}{1,8}) )?(?<word>[\\p{L}_]{1,20})"
                    + "(?<sign>[=:]? ?)[\"']?[\\w.@-]{1,60}[\"']?[,;&/]? ?(?:(?<and>\\p{L}{1,4}) )?$");

    private static final Pattern PARTICIPLE = Pattern.compile("\\p{L}{2,}(?:ed|ing|able|ible)");
    private static final int MAX_CHARS = 120;
    private static final int MIN_CHARS = 4;

    private final RedactionWords words;

    Accounts(RedactionWords words) {
        this.words = words;
    }

    /** Whether a value stands behind a user's name and the name of a password, and may be that password. */
    boolean isBeside(Key key, Gap gap, String word) {
        boolean isGiven =
                gap.form().compareTo(Gap.Form.QUOTED) >= 0 || gap.form().compareTo(Gap.Form.COLON) <= 0;
        if (!isGiven || word.length() < MIN_CHARS || SecretLooks.isNumber(word)) {
            return false;
        }
        String before = key.text().substring(Math.max(0, key.start() - MAX_CHARS), key.start());
        Matcher account = ACCOUNT.matcher(before);
        for (int at = 0; at < before.length() && account.find(at); at = account.start() + 1) {
            if (words.is(WordClass.ACCOUNT, account.group("word")) && isMeant(account, gap, word)) {
                return true;
            }
        }
        return false;
    }

    private boolean isMeant(Matcher account, Gap gap, String word) {
        if (gap.form().compareTo(Gap.Form.COLON) <= 0) {
            return !account.group("sign").isBlank();
        }
        boolean isJoined = account.group("and") == null || words.is(WordClass.AND, account.group("and"));
        boolean isWord = !PARTICIPLE.matcher(word).matches() && !words.is(WordClass.ABOUT, word);
        // A word of a language is a password only in what is said of a login, not in what became of one.
        boolean isSaid = account.group("with") != null && words.is(WordClass.AND, account.group("with")) && isWord;
        return isJoined
                && (SecretLooks.isChosen(word) && SecretLooks.isMixed(word)
                        || isSaid
                        || gap.form() == Gap.Form.QUOTED && isWord);
    }
}
