package scenariorca.logs;

import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tokens that begin with what their vendor begins them with, from {@code vendor-tokens.tsv}. */
final class VendorTokens implements RedactionRule {
    static final String KIND = "token";

    VendorTokens() {}

    /** The beginnings, for the gate. */
    static List<Landmark> landmarks() {
        return Resource.lines("vendor-tokens.tsv").stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(columns -> new Landmark(
                        columns[1], 0, EnumSet.noneOf(WordClass.class), Pattern.compile(columns[2].strip())))
                .toList();
    }

    @Override
    public void find(String text, Hits hits, List<Span> found) {
        for (int number = 0; number < hits.count(); number++) {
            Landmark word = hits.word(number);
            int start = hits.start(number);
            Pattern rest = word.token();
            if (rest == null || start > 0 && isWord(text.charAt(start - 1))) {
                continue;
            }
            Matcher matcher = rest.matcher(text).region(start + word.text().length(), text.length());
            if (matcher.lookingAt() && (matcher.end() == text.length() || !isWord(text.charAt(matcher.end())))) {
                found.add(new Span(start, start, matcher.end(), KIND));
            }
        }
    }

    private static boolean isWord(char letter) {
        return letter < 128 && Character.isLetterOrDigit(letter) || letter == '_';
    }
}
