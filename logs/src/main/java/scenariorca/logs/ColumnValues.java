package scenariorca.logs;

import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an {@code insert} gives to columns whose names say that it must not be stored: as a value, or as a parameter that is
 * printed behind the statement.
 *
 * @param gate without which nothing is tried
 */
record ColumnValues(RedactionWords words, RuleGate gate) implements RedactionRule {
    private static final int MAX_ROWS = 200;
    private static final Pattern INSERT =
            Pattern.compile("\\((?<columns>[^()=]{3,8000})\\)\\s{0,20}(?i:values)\\s{0,20}(?=\\()");
    private static final Pattern PARAMETERS = Pattern.compile(
            "(?i)\\b(?:parameters|params|args|arguments|bindings|binds|values|with)\\b[\"']?\\s{0,3}[:=]?\\s{0,3}(?=[(\\[])");
    /** What stands for a parameter in a statement. */
    private static final Pattern HOLE = Pattern.compile("\\?|%s|%\\(\\w+\\)s|[$:@]\\w+");

    @Override
    public void find(String text, Hits hits, List<Span> found) {
        Matcher insert = INSERT.matcher(text);
        while (hits.has(gate) && insert.find()) {
            TreeMap<Integer, String> kinds = kinds(text, insert, hits);
            if (!kinds.isEmpty()) {
                statement(text, insert, kinds, found);
            }
        }
    }

    /** By the place of a column, what its values are. */
    private TreeMap<Integer, String> kinds(String text, Matcher insert, Hits hits) {
        var kinds = new TreeMap<Integer, String>();
        for (int number = 0; number < hits.count(); number++) {
            int start = hits.start(number);
            boolean isColumn = start >= insert.start("columns")
                    && start < insert.end("columns")
                    && !hits.word(number).classes().isEmpty();
            @Nullable Key key = isColumn ? Key.around(text, start, hits.word(number), words) : null;
            String kind = key == null ? null : kind(key);
            if (kind != null) {
                long place = text.substring(insert.start("columns"), start)
                        .chars()
                        .filter(letter -> letter == ',')
                        .count();
                kinds.put((int) place, kind);
            }
        }
        return kinds;
    }

    private static @Nullable String kind(Key key) {
        boolean isSecret = key.is(WordClass.SECRET) || key.is(WordClass.PHRASE);
        return isSecret ? Assignments.SECRET : key.is(WordClass.NAME) ? "name" : null;
    }

    private static void statement(String text, Matcher insert, TreeMap<Integer, String> kinds, List<Span> found) {
        var holes = new TreeMap<Integer, String>();
        int at = insert.end();
        for (int row = 0; row < MAX_ROWS && at < text.length() && text.charAt(at) == '('; row++) {
            List<Value> values = Tuple.at(text, at);
            if (row == 0) {
                holes(values, kinds, holes);
            }
            add(insert.start(), values, kinds, found);
            at = Tuple.next(text, Tuple.end(text, at));
        }
        Matcher parameters = PARAMETERS.matcher(text).region(at, text.length());
        if (!holes.isEmpty() && parameters.find()) {
            parameters(text, parameters.end(), holes, found);
        }
    }

    /** By the place of a parameter, what it is. */
    private static void holes(List<Value> values, TreeMap<Integer, String> kinds, TreeMap<Integer, String> holes) {
        int count = 0;
        for (int place = 0; place < values.size(); place++) {
            if (HOLE.matcher(values.get(place).word()).matches()) {
                if (kinds.containsKey(place)) {
                    holes.put(count, kinds.getOrDefault(place, Assignments.SECRET));
                }
                count++;
            }
        }
    }

    private static void parameters(String text, int from, TreeMap<Integer, String> holes, List<Span> found) {
        int at = from;
        boolean isMany = at + 1 < text.length() && text.charAt(at) == '[' && "([".indexOf(text.charAt(at + 1)) >= 0;
        at = isMany ? at + 1 : at;
        for (int row = 0; row < (isMany ? MAX_ROWS : 1); row++) {
            if (at >= text.length() || "([".indexOf(text.charAt(at)) < 0) {
                return;
            }
            add(from, Tuple.at(text, at), holes, found);
            at = Tuple.next(text, Tuple.end(text, at));
        }
    }

    private static void add(int from, List<Value> values, TreeMap<Integer, String> kinds, List<Span> found) {
        kinds.forEach((place, kind) -> {
            Value value = place < values.size() ? values.get(place) : null;
            boolean isMeant = value != null
                    && !value.isEmpty()
                    && !value.word().startsWith("[")
                    && (value.isQuoted()
                            ? !SecretLooks.isStandIn(value.word())
                            : SecretLooks.isChosen(value.word())
                                    && !HOLE.matcher(value.word()).matches());
            if (value != null && isMeant) {
                found.add(new Span(from, value.start(), value.end(), kind));
            }
        });
    }
}
