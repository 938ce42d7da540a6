package scenariorca.logs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A person's name, telephone, date of birth or address for mail, beside the word that says so. */
final class PersonalValues {
    private static final String MONTH = "(?:\\p{L}{3,10}\\.?)";
    /** Dates as they are written in many languages; the words between a birth and its date stay. */
    private static final Pattern DATE =
            Pattern.compile("(?i)[\"']?(?:(?:on|the|am|den|le|el|il|em|a|op|dnia|d.)[ \u00a0]){0,2}"
                    + "(?<date>(?:19|20)\\d\\d(?:[-/. ]\\d{1,2}[-/. ]\\d{1,2}|\u5e74 ?\\d{1,2} ?\u6708 ?\\d{1,2} ?\u65e5|\\d{4})(?!\\d)"
                    + "|\\d{1,2}[-/. ]{1,2}\\d{1,2}[-/. ]{1,2}(?:(?:18|19|20)\\d\\d|\\d\\d)(?!\\d)"
                    + "|\\d{1,2}(?:st|nd|rd|th|\\.|er)?[ -](?:(?:of|de|di)[ ])?" + MONTH
                    + "[ ,-]{1,2}(?:(?:of|de|del)[ ])?(?:19|20)\\d\\d"
                    + "|" + MONTH + "[ -]\\d{1,2}(?:st|nd|rd|th)?,?[ -](?:19|20)\\d\\d)");

    private static final Pattern PHONE =
            Pattern.compile("[\"']?(?<phone>\\+?\\(?\\d[\\d ().\\-/\u00a0]{4,24}\\d)(?![\\w])");
    private static final Pattern MAIL =
            Pattern.compile("[\"']?<?(?<mail>[\\p{L}\\p{N}_.%+'-]{1,64}@[\\p{L}\\p{N}.-]{1,253})");
    private static final Pattern QUOTED_NAME = Pattern.compile("[\"'](?<name>[^\"'\\\\\\n]{1,100})");
    private static final Pattern NAME =
            Pattern.compile("(?<name>[^\\s,;&\"'}\\])\\\\<>]{1,60}(?: \\p{Lu}[\\p{L}.'-]{1,40}){0,3})");
    private static final Pattern FULL_DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*");
    private static final Pattern NUMBER = Pattern.compile(
            "(?:(?i:nr|no|num|number|nummer|n\u00b0|n\u00ba|\u2116|#)\\.?[: ]{1,2})?[\"']?(?<number>[A-Z0-9](?:[ /.-]?[A-Z0-9]){4,23})(?![\\w])");
    private static final int MIN_PHONE_DIGITS = 6;
    private static final int MIN_ID_DIGITS = 4;
    private static final int MAX_ID_DIGITS = 20;

    /** The value; null when there is none beside this name. */
    @Nullable
    Span find(Key key, Gap gap) {
        if (key.is(WordClass.NAME)) {
            return gap.form().compareTo(Gap.Form.FLAG) < 0 ? name(key, gap) : null;
        }
        if (key.is(WordClass.PHONE)) {
            return phone(key, gap);
        }
        if (key.is(WordClass.IDNO)) {
            return number(key, gap);
        }
        if (key.is(WordClass.BIRTH)) {
            return span(DATE, "date", key, gap, "birth_date");
        }
        return key.is(WordClass.MAIL) ? span(MAIL, "mail", key, gap, "email") : null;
    }

    private static @Nullable Span span(Pattern pattern, String group, Key key, Gap gap, String kind) {
        Matcher matcher =
                pattern.matcher(key.text()).region(gap.value(), key.text().length());
        matcher.useTransparentBounds(true);
        return matcher.lookingAt() ? new Span(key.start(), matcher.start(group), matcher.end(group), kind) : null;
    }

    private static @Nullable Span number(Key key, Gap gap) {
        Span number = span(NUMBER, "number", key, gap, "national_id");
        if (number == null) {
            return null;
        }
        long digits = key.text()
                .substring(number.start(), number.end())
                .chars()
                .filter(Character::isDigit)
                .count();
        return digits >= MIN_ID_DIGITS && digits <= MAX_ID_DIGITS ? number : null;
    }

    private static @Nullable Span name(Key key, Gap gap) {
        boolean isQuoted = Gap.isQuote(key.text().charAt(gap.value()));
        Span name = gap.form() == Gap.Form.ELEMENT
                ? element(key, gap)
                : span(isQuoted ? QUOTED_NAME : NAME, "name", key, gap, "name");
        if (name == null) {
            return null;
        }
        String word = key.text().substring(name.start(), name.end());
        boolean isNone = word.startsWith("[") || word.equals("null") || SecretLooks.isStandIn(word);
        return isNone ? null : name;
    }

    private static @Nullable Span element(Key key, Gap gap) {
        Value value = Value.at(key.text(), gap.value(), gap.form());
        return value.isEmpty() ? null : new Span(key.start(), value.start(), value.end(), "name");
    }

    private static @Nullable Span phone(Key key, Gap gap) {
        Span phone = span(PHONE, "phone", key, gap, "phone");
        if (phone == null) {
            return null;
        }
        String number = key.text().substring(phone.start(), phone.end());
        long digits = number.chars().filter(Character::isDigit).count();
        boolean isSure = gap.form().compareTo(Gap.Form.PROSE) < 0;
        boolean isMeant = digits >= (isSure ? MIN_PHONE_DIGITS : MIN_PHONE_DIGITS + 1)
                && digits <= 15
                && !FULL_DATE.matcher(number).matches();
        return isMeant ? phone : null;
    }
}
