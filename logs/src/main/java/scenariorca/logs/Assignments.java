package scenariorca.logs;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is given to a name that says it must not be stored, in all the forms of {@link Gap}. */
final class Assignments implements RedactionRule {
    static final String SECRET = "secret";

    /** How a value says what kind of credential follows; it stays. */
    private static final Pattern SCHEME = Pattern.compile(
            "(?i)(?:bearer|basic|digest|token|apikey|api-key|negotiate|ntlm|oauth|hawk|mac|sharedkey|sharedkeylite|ssws|splunk"
                    + "|key|jwt|dpop|aws4-hmac-sha256|flyv1|genie\\s?key)[ \\t]{1,3}(?=\\S)");
    /** Several values behind a scheme: {@code username="x", response="y"}. */
    private static final Pattern LIST =
            Pattern.compile("[\\w-]{1,40}=(?:\"[^\"\\n]{0,2000}\"|[^\\s,\"]{1,2000})(?:[,;]?[ \\t]{1,3}|,)?");

    private static final Pattern COOKIES = Pattern.compile(
            "[^\\s=;,\"']{1,200}=[^\\s;\"']{0,4096}(?:;[ \\t]?[^\\s=;,\"']{1,200}(?:=[^\\s;\"']{0,4096})?){0,100}");
    private static final Pattern PHRASE = Pattern.compile("\\p{L}{2,12}(?:[ -][\\p{L}\\p{N}]{2,12}){2,24}");
    /** What may stand behind what was left in place of something. */
    private static final String BEHIND = "(?=$|[\\s\"'`,;:)\\]}>|&%\\\\<.!?@/-])";

    private static final Pattern LINE_ITEM = Pattern.compile("\\n[ \\t]{0,40}- {1,3}(?<value>[^\\n]{1,2000})");
    private static final int MAX_ITEMS = 200;
    private static final int MAX_BETWEEN = 8;
    private static final int MIN_SAID = 6;

    private final RedactionWords words;
    private final PersonalValues persons;
    private final SecretJudge judge;
    private final Set<String> kinds;
    private final Pattern marker;

    /** @param kinds of all rules: what stands in brackets in place of something */
    Assignments(RedactionWords words, Set<String> kinds) {
        this.kinds = Set.copyOf(kinds);
        this.marker = Pattern.compile("\\[(?:" + String.join("|", kinds) + ")]" + BEHIND);
        this.words = words;
        this.persons = new PersonalValues();
        this.judge = new SecretJudge(words);
    }

    /** The names, for the gate. */
    static List<Landmark> landmarks(RedactionWords words) {
        return words.keys().entrySet().stream()
                .map(entry -> Landmark.key(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The same, where other rules have other kinds as well. */
    Assignments with(Set<String> more) {
        var all = new TreeSet<>(kinds);
        all.addAll(more);
        return new Assignments(words, all);
    }

    @Override
    public void find(String text, Hits hits, List<Span> found) {
        for (int number = 0; number < hits.count(); number++) {
            if (hits.word(number).classes().isEmpty()) {
                continue;
            }
            Key key = Key.around(text, hits.start(number), hits.word(number), words);
            if (key != null) {
                said(key, found);
            }
            Gap gap = key == null ? null : Gap.after(key, words);
            if (key != null && gap != null && gap.value() < text.length()) {
                find(key, gap, found);
            }
        }
    }

    /** What stands before a name that says what it was taken as: {@code typed x as password}. */
    private void said(Key key, List<Span> found) {
        String text = key.text();
        if (!key.is(WordClass.SECRET) || key.before() != ' ' || !words.is(WordClass.AS, key.wordBefore())) {
            return;
        }
        int end = key.start() - key.wordBefore().length() - 2;
        int start = Math.max(0, end);
        while (start > 0 && text.charAt(start - 1) > ' ') {
            start--;
        }
        if (end - start >= MIN_SAID && text.charAt(start) != '[') {
            Value value = Value.at(text, start, Gap.Form.PROSE);
            String word = text.substring(value.start(), Math.min(value.end(), end));
            if (SecretLooks.isChosen(word) && SecretLooks.isMixed(word)) {
                found.add(new Span(value.start(), value.start(), value.start() + word.length(), SECRET));
            }
        }
    }

    private void find(Key key, Gap gap, List<Span> found) {
        Span person = persons.find(key, gap);
        if (person != null) {
            found.add(person);
        }
        boolean isSecret = key.is(WordClass.SECRET)
                || key.is(WordClass.PHRASE)
                || key.is(WordClass.WEAK)
                || key.is(WordClass.MADE)
                || key.is(WordClass.PARAM) && key.isParameter();
        if (isSecret) {
            secret(key, gap, found);
        }
    }

    private void secret(Key key, Gap gap, List<Span> found) {
        String text = key.text();
        if (key.is(WordClass.PHRASE) && !isMarked(text, gap.value())) {
            int start = opened(text, gap.value());
            Matcher phrase = PHRASE.matcher(text).region(start, text.length());
            boolean isGiven = gap.form().compareTo(Gap.Form.PAIR) < 0 || start > gap.value();
            if (isGiven && phrase.lookingAt()) {
                found.add(new Span(key.start(), phrase.start(), phrase.end(), SECRET));
                return;
            }
        }
        char first = text.charAt(gap.value());
        boolean isList = (first == '[' || first == '(' || first == '{') && !isMarked(text, gap.value());
        if (isList && gap.form().compareTo(Gap.Form.ELEMENT) < 0) {
            items(key, gap, found);
            return;
        }
        if (first == '\n' && gap.form() == Gap.Form.COLON) {
            lines(key, gap, found);
            return;
        }
        if (first == '\\' && Value.isEscapedQuote(text, gap.value())) {
            return; // a reading with fewer escapes sees what it is
        }
        Value wrapped = Value.wrapped(text, gap.value());
        boolean isInBrackets = "[(".indexOf(first) >= 0 && gap.form() == Gap.Form.PROSE && !isMarked(text, gap.value());
        Value value = wrapped != null ? wrapped : Value.at(text, gap.value() + (isInBrackets ? 1 : 0), gap.form());
        if (isMarked(text, value.start()) || wrapped != null && isAsked(text, gap, value)) {
            return;
        }
        Span credentials = credentials(key, value);
        if (credentials != null) {
            found.add(credentials); // an empty one was taken out before
        } else if (!value.isEmpty()) {
            Value meant = value.isQuoted() || gap.form() == Gap.Form.EQUALS ? value : value.withoutStop();
            if (!meant.isEmpty() && judge.isMeant(key, gap, meant)) {
                found.add(new Span(key.start(), meant.start(), meant.end(), SECRET));
                if (key.isPlural()) {
                    alike(key, meant, found);
                }
            }
        }
    }

    /** The words behind a first one that are as long and as mixed: {@code recovery codes: x9f2-k3mq a81z-p0vv}. */
    private static void alike(Key key, Value first, List<Span> found) {
        String text = key.text();
        int length = first.end() - first.start();
        int at = first.end();
        for (int count = 0; count < MAX_ITEMS; count++) {
            int start = at;
            while (start < text.length() && start - at < MAX_BETWEEN && " ,;\n\t".indexOf(text.charAt(start)) >= 0) {
                start++;
            }
            Value next = new Value(text, start, Value.end(text, start), false).withoutStop();
            if (start == at || next.end() - start != length || !isAlike(first.word(), next.word())) {
                return;
            }
            found.add(new Span(key.start(), start, next.end(), SECRET));
            at = next.end();
        }
    }

    private static boolean isAlike(String first, String next) {
        int mark = first.indexOf('-');
        return SecretLooks.isChosen(next) || mark > 0 && next.indexOf('-') == mark;
    }

    /** Whether a function is asked for the value of a name: {@code getenv("DB_PASSWORD")}. */
    private static boolean isAsked(String text, Gap gap, Value value) {
        return Character.isLowerCase(text.charAt(gap.value())) && !SecretLooks.isChosen(value.word());
    }

    /** The items of a list that YAML writes below a name, one a line. */
    private void lines(Key key, Gap gap, List<Span> found) {
        Matcher item = LINE_ITEM.matcher(key.text());
        int at = gap.value();
        for (int count = 0;
                count < MAX_ITEMS && item.region(at, key.text().length()).lookingAt();
                count++) {
            at = item.end();
            Value value = Value.at(key.text(), item.start("value"), Gap.Form.COLON);
            boolean isMeant = !isName(key.text(), value) && !isMarked(key.text(), value.start());
            if (isMeant && judge.isMeant(key, gap, value)) {
                found.add(new Span(key.start(), value.start(), value.end(), SECRET));
            }
        }
    }

    /** Behind a quote or bracket that opens here. */
    private static int opened(String text, int at) {
        char first = text.charAt(at);
        return Gap.isQuote(first) || first == '[' || first == '(' ? at + 1 : at;
    }

    /** Whether what stood here was taken out already. */
    private boolean isMarked(String text, int at) {
        return marker.matcher(text).region(at, text.length()).lookingAt();
    }

    /** What follows the scheme of an authorization, and the whole of a list of cookies; null for other values. */
    private @Nullable Span credentials(Key key, Value value) {
        String text = key.text();
        Matcher scheme = SCHEME.matcher(text).region(value.start(), text.length());
        if (scheme.lookingAt()) {
            int start = scheme.end();
            if (isMarked(text, start)) {
                return new Span(key.start(), start, start, SECRET);
            }
            int end = value.isQuoted() ? Math.max(value.end(), start) : list(text, start);
            String given = text.substring(start, end);
            boolean isMeant = end > start
                    && !words.is(WordClass.STATE, given)
                    && !SecretLooks.isStandIn(given)
                    && (value.isQuoted()
                            || SecretLooks.isChosen(given)
                            || given.length() > 7 && given.indexOf(' ') < 0);
            return isMeant ? new Span(key.start(), start, end, VendorTokens.KIND) : null;
        }
        if (key.name().endsWith("cookie") || key.name().endsWith("cookies")) {
            Matcher cookies = COOKIES.matcher(text).region(value.start(), text.length());
            if (cookies.lookingAt()) {
                return new Span(
                        key.start(),
                        cookies.start(),
                        Math.max(cookies.end(), value.isQuoted() ? value.end() : 0),
                        SECRET);
            }
        }
        return null;
    }

    /** Behind the values of a list such as Digest gives, or behind one value. */
    private static int list(String text, int from) {
        Matcher item = LIST.matcher(text);
        int end = from;
        for (int count = 0; count < MAX_ITEMS && item.region(end, text.length()).lookingAt(); count++) {
            end = item.end();
        }
        while (end > from && " ,;\t".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > from ? end : Value.end(text, from);
    }

    /** The values of a list, or the one of an object that has only that. */
    private void items(Key key, Gap gap, List<Span> found) {
        String text = key.text();
        int at = gap.value() + 1;
        for (int count = 0; count < MAX_ITEMS; count++) {
            while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == ',')) {
                at++;
            }
            if (at >= text.length() || "])}".indexOf(text.charAt(at)) >= 0) {
                return;
            }
            Gap only = count == 0 ? Nesting.valueBeside(text, at, words) : null;
            if (only != null && only.value() < text.length()) {
                at = only.value();
            }
            Value item = Value.at(text, at, gap.form());
            if (key.isPlural() && isName(text, item)) {
                int sign = Gap.blanks(text, item.end() + (item.isQuoted() ? 1 : 0));
                item = Value.at(text, Gap.blanks(text, sign + 1), gap.form());
            }
            boolean isNested = item.isEmpty() || "[{(".indexOf(text.charAt(item.start())) >= 0 || isName(text, item);
            if (isNested) {
                return;
            }
            if (!isMarked(text, item.start()) && judge.isMeant(key, gap, item)) {
                found.add(new Span(key.start(), item.start(), item.end(), SECRET));
            }
            at = item.end() + (item.isQuoted() ? 1 : 0);
        }
    }

    /** Whether it names a value, as in an object or a map. */
    private static boolean isName(String text, Value item) {
        String word = item.word();
        int next = Gap.blanks(text, item.end() + (item.isQuoted() ? 1 : 0));
        boolean hasSign = next < text.length() && (text.charAt(next) == ':' || text.charAt(next) == '=');
        return hasSign || !item.isQuoted() && (word.indexOf('=') > 0 || word.indexOf(':') > 0);
    }
}
