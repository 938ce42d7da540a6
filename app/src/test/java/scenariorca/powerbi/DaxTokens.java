package scenariorca.powerbi;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A DAX expression as tokens. */
final class DaxTokens {
    private static final Pattern TOKEN =
            Pattern.compile("\\s+|(?<text>\"(?:[^\"]|\"\")*\")|(?<table>'(?:[^']|'')+')|(?<bracket>\\[[^\\[\\]]+])"
                    + "|(?<number>\\d+(?:\\.\\d+)?)|(?<word>[A-Za-z_][A-Za-z0-9_.]*)"
                    + "|(?<sign>&&|\\|\\||<=|>=|<>|[-+*/&=<>(){},])");

    private DaxTokens() {}

    /** What a token is. */
    enum Kind {
        TEXT,
        TABLE,
        COLUMN,
        MEASURE,
        NUMBER,
        WORD,
        SIGN
    }

    /**
     * A token.
     *
     * @param table of a column; of a table its name; empty for others
     * @param text without quotes or brackets
     */
    record Token(Kind kind, String table, String text) {
        boolean is(String sign) {
            return (kind == Kind.SIGN || kind == Kind.WORD) && text.equals(sign);
        }
    }

    /** @throws IllegalArgumentException where the expression has something that is no token */
    static List<Token> of(String dax) {
        var tokens = new ArrayList<Token>();
        var matcher = TOKEN.matcher(dax);
        int at = 0;
        while (at < dax.length()) {
            matcher.region(at, dax.length());
            if (!matcher.lookingAt()) {
                throw new IllegalArgumentException("no DAX token at: " + dax.substring(at));
            }
            add(tokens, matcher);
            at = matcher.end();
        }
        return tokens;
    }

    private static void add(List<Token> tokens, java.util.regex.Matcher found) {
        if (found.group("text") != null) {
            String text = found.group("text");
            tokens.add(new Token(
                    Kind.TEXT, "", text.substring(1, text.length() - 1).replace("\"\"", "\"")));
        } else if (found.group("table") != null) {
            String text = found.group("table");
            String name = text.substring(1, text.length() - 1).replace("''", "'");
            tokens.add(new Token(Kind.TABLE, name, name));
        } else if (found.group("bracket") != null) {
            String name =
                    found.group("bracket").substring(1, found.group("bracket").length() - 1);
            Token before = tokens.isEmpty() ? null : tokens.getLast();
            if (before != null && before.kind() == Kind.TABLE) {
                tokens.set(tokens.size() - 1, new Token(Kind.COLUMN, before.text(), name));
            } else if (before != null && before.kind() == Kind.WORD && !before.is("RETURN") && !before.is("IN")) {
                // An unquoted table, as role filters have it.
                tokens.set(tokens.size() - 1, new Token(Kind.COLUMN, before.text(), name));
            } else {
                tokens.add(new Token(Kind.MEASURE, "", name));
            }
        } else if (found.group("number") != null) {
            tokens.add(new Token(Kind.NUMBER, "", found.group("number")));
        } else if (found.group("word") != null) {
            tokens.add(new Token(Kind.WORD, "", found.group("word")));
        } else if (found.group("sign") != null) {
            tokens.add(new Token(Kind.SIGN, "", found.group("sign")));
        }
    }
}
