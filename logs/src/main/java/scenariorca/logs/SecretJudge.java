package scenariorca.logs;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides whether what is given to a name is a secret: not a word about it, a stand-in, a path, a number of something. */
final class SecretJudge {
    private static final int MIN_WORD = 4;
    private static final int MIN_BLANK = 6;
    private static final int MIN_PARAMETER = 6;
    private static final int MIN_PIN = 3;
    private static final int MIN_ALONE = 32;
    private static final int MIN_SAID = 20;
    private static final int MIN_TOKEN = 8;
    private static final int MIN_WORDS = 3;
    private static final int MAX_PIN = 12;
    private static final Set<String> DIRECTORIES = Set.of("pwd", "oldpwd");
    /** Names that mean other things as well. */
    private static final Set<String> VAGUE = Set.of("pass", "pw");

    private static final Set<String> PINS = Set.of("pin", "otp", "cvv", "cvc", "cvv2", "totp");
    /** Names of what machines make. */
    private static final Pattern MADE = Pattern.compile(
            ".*(?:token|key|cookie|session|auth|credential|licen[cs]e|sess?id|sid|secrets|otp|identified).*");

    private static final Pattern PARTICIPLE = Pattern.compile("\\p{L}{2,}(?:ed|ing|able|ible)");

    /** Names of tokens and keys that say of what: {@code api key}. */
    private static final Pattern COMPOUND = Pattern.compile(".{2,}[^\\p{L}]?(?:token|key|secret)|apikey");

    private final RedactionWords words;
    private final Accounts accounts;

    SecretJudge(RedactionWords words) {
        this.words = words;
        this.accounts = new Accounts(words);
    }

    boolean isMeant(Key key, Gap gap, Value value) {
        String word = value.word();
        boolean isVague = gap.form().compareTo(Gap.Form.PAIR) >= 0
                && !key.is(WordClass.SECRET)
                && !key.is(WordClass.PHRASE)
                && !key.is(WordClass.MADE);
        if (isVague && word.length() < (gap.form() == Gap.Form.PROSE ? MIN_SAID : MIN_ALONE)) {
            return false;
        }
        if (SecretLooks.isStandIn(word)
                || isState(word)
                || isMessage(word)
                || isReference(gap, value)
                || isOther(key, gap, value)) {
            return false;
        }
        if (key.isPlural() && gap.form() == Gap.Form.COLON && !value.isQuoted()) {
            return SecretLooks.isChosen(word);
        }
        if (key.is(WordClass.MADE) && isMade(gap, word)) {
            return true;
        }
        boolean isHeader = key.isHeaderKey() && gap.form() == Gap.Form.COLON;
        if (key.is(WordClass.SECRET) || key.is(WordClass.PHRASE)) {
            return isMeantBySecret(key, gap, value);
        }
        if (isHeader && word.length() >= MIN_PARAMETER && SecretLooks.isChosen(word)) {
            return true;
        }
        if (key.is(WordClass.PARAM) && key.isParameter() && gap.form() == Gap.Form.EQUALS) {
            return word.length() >= MIN_PARAMETER
                    && !SecretLooks.isNumber(word)
                    && (SecretLooks.isChosen(word) || SecretLooks.isRandom(word) || isOauth(key));
        }
        return key.is(WordClass.WEAK) && isMeantByWeak(key, gap, word);
    }

    private static boolean isMade(Gap gap, String word) {
        boolean isGiven = gap.form().compareTo(Gap.Form.PROSE) <= 0;
        return isGiven && Checks.isUuid(word) || (isGiven || word.length() >= MIN_SAID) && SecretLooks.isRandom(word);
    }

    private static boolean isMeantByWeak(Key key, Gap gap, String word) {
        boolean isGiven = gap.form().compareTo(Gap.Form.PAIR) < 0;
        boolean isLong = word.length() >= (gap.form() == Gap.Form.PROSE ? MIN_SAID : MIN_ALONE)
                && SecretLooks.isRandom(word)
                && !SecretLooks.isHex(word)
                && word.indexOf('=') < 0;
        return isGiven
                ? SecretLooks.isRandom(word) || !key.name().endsWith("key") && SecretLooks.isStrong(word)
                : isLong;
    }

    private boolean isState(String word) {
        return words.is(
                WordClass.STATE,
                new Value(word, 0, word.length(), false).withoutStop().word());
    }

    /** What somebody is told of the value: {@code "must not be blank"}. */
    private boolean isMessage(String text) {
        if (text.indexOf(' ') < 0) {
            return false;
        }
        String[] parts = text.split(" ", -1);
        long said = Arrays.stream(parts).filter(this::isState).count();
        return parts.length >= MIN_WORDS && said * 2 >= parts.length;
    }

    /** Where a program or a configuration takes the value from: {@code var.db_password}. */
    private boolean isReference(Gap gap, Value value) {
        int dot = value.word().indexOf('.');
        return !value.isQuoted()
                && dot > 0
                && gap.form().compareTo(Gap.Form.ELEMENT) < 0
                && words.is(WordClass.REFERENCE, value.word().substring(0, dot))
                && SecretLooks.isName(value.word());
    }

    /** An answer of a login carries both, whatever they look like. */
    private static boolean isOauth(Key key) {
        return key.text().contains("code=") && key.text().contains("state=");
    }

    /** A directory, a count of tokens, the name of another value, a language's token. */
    private boolean isOther(Key key, Gap gap, Value value) {
        String name = key.name();
        String word = value.word();
        if (DIRECTORIES.contains(name) && SecretLooks.isPath(word)) {
            return true;
        }
        boolean isNumber = SecretLooks.isNumber(word);
        if (isNumber && (key.isPlural() || name.endsWith("token") && word.length() <= MIN_PIN)) {
            return true;
        }
        boolean isNextName = !value.isQuoted() && word.endsWith(":") && gap.form() == Gap.Form.COLON;
        boolean isGrammar = name.equals("token") && words.is(WordClass.PARSER, key.wordBefore());
        return isNextName || isGrammar && !SecretLooks.isRandom(word);
    }

    private boolean isMeantBySecret(Key key, Gap gap, Value value) {
        String word = value.word();
        String name = key.name();
        if (PINS.contains(name)) {
            return SecretLooks.isNumber(word) ? isPin(word) : SecretLooks.isChosen(word);
        }
        if (gap.form() != Gap.Form.EQUALS
                && Checks.isUuid(word)
                && COMPOUND.matcher(name).matches()) {
            return true;
        }
        if (!MADE.matcher(name).matches() && accounts.isBeside(key, gap, value.word())) {
            return true;
        }
        if (key.is(WordClass.WEAK)) {
            return SecretLooks.isChosen(word);
        }
        if (VAGUE.contains(name) && !value.isQuoted()) {
            boolean isTest = key.text().startsWith("PASS", key.start()) && gap.form() != Gap.Form.EQUALS;
            boolean isGiven = gap.form().compareTo(Gap.Form.PROSE) < 0;
            boolean isClear = SecretLooks.isStrong(word)
                    || name.equals("pw") && word.length() >= MIN_TOKEN && SecretLooks.isMixed(word);
            return !isTest && (isGiven ? SecretLooks.isChosen(word) : isClear);
        }
        return switch (gap.form()) {
            case EQUALS, ELEMENT, ATTRIBUTE -> true;
            case COLON, FLAG -> value.isQuoted() || !isSentence(value);
            case PAIR -> SecretLooks.isChosen(word);
            case PROSE -> isMeantInProse(value);
            case QUOTED ->
                name.endsWith("token")
                        ? word.length() >= MIN_TOKEN && SecretLooks.isChosen(word)
                        : SecretLooks.isChosen(word) || isUpper(key) || isSaid(key, word);
            case BLANK -> isMeantAlone(key, value);
        };
    }

    /** {@code with password "x"}: a password that may be a word. */
    private boolean isSaid(Key key, String word) {
        return word.length() > MIN_WORD
                && !MADE.matcher(key.name()).matches()
                && !PARTICIPLE.matcher(word).matches()
                && SecretLooks.isPlainWord(word.substring(1))
                && !words.is(WordClass.ABOUT, word);
    }

    private static boolean isPin(String word) {
        return word.length() >= MIN_PIN && word.length() <= MAX_PIN;
    }

    /** Words of a language follow one another; a secret stands alone, or before whose it is. */
    private boolean isSentence(Value value) {
        if (!SecretLooks.isPlainWord(value.word())) {
            return false;
        }
        String text = value.text();
        int next = Gap.blanks(text, value.end());
        int end = next;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        String word = text.substring(next, end);
        boolean isOver = end < text.length() && "=:".indexOf(text.charAt(end)) >= 0;
        return next > value.end()
                && !word.isEmpty()
                && SecretLooks.isPlainWord(word)
                && !isOver
                && !words.is(WordClass.LINK, word)
                && !words.is(WordClass.AND, word)
                && !words.is(WordClass.IS, word);
    }

    private boolean isMeantInProse(Value value) {
        String word = value.word();
        if (value.isQuoted() || SecretLooks.isChosen(word)) {
            return true;
        }
        if (word.charAt(0) >= '\u2e80') {
            return false; // a word of a language that puts no blank before it
        }
        boolean isPin = SecretLooks.isNumber(word) && word.length() > MIN_PIN;
        boolean isWord = word.length() > MIN_WORD
                && word.chars().allMatch(Character::isLetter)
                && !PARTICIPLE.matcher(word).matches()
                && !isSentence(value);
        return isPin || isWord;
    }

    /** Beside a name without any sign: only what a machine made, or what holds letters and digits beside a password. */
    private boolean isMeantAlone(Key key, Value value) {
        String word = value.word();
        if (SecretLooks.isNumbered(word) && isFollowed(value)) {
            return false;
        }
        if (SecretLooks.isRandom(word) || key.is(WordClass.SECRET) && SecretLooks.isGrouped(word)) {
            return true;
        }
        boolean isPassword =
                key.is(WordClass.SECRET) && !MADE.matcher(key.name()).matches();
        boolean isPin = SecretLooks.isNumber(word)
                && word.length() >= MIN_BLANK
                && word.length() <= 8
                && key.name().matches(".*(?:code|otp|pin).*");
        boolean hasBoth =
                word.chars().anyMatch(Character::isDigit) && word.chars().anyMatch(Character::isLetter);
        return isPassword
                && (isPin
                        || hasBoth
                                && word.length() >= MIN_BLANK
                                && SecretLooks.isChosen(word)
                                && word.chars().allMatch(letter -> "/:=(){}[]<>,".indexOf(letter) < 0));
    }

    /** Whether a word of a language comes next. */
    private static boolean isFollowed(Value value) {
        int next = Gap.blanks(value.text(), value.end());
        return next > value.end()
                && next < value.text().length()
                && Character.isLetter(value.text().charAt(next));
    }

    private static boolean isUpper(Key key) {
        return key.text().substring(key.start(), key.end()).chars().noneMatch(Character::isLowerCase);
    }
}
