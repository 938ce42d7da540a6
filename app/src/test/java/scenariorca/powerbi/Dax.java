package scenariorca.powerbi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import scenariorca.powerbi.DaxTokens.Kind;
import scenariorca.powerbi.DaxTokens.Token;

/** The part of DAX that the measures are written in, as a tree. */
sealed interface Dax {
    /** A number, a text or a truth value. */
    record Literal(Object value) implements Dax {}

    record TableRef(String table) implements Dax {}

    record ColumnRef(String table, String column) implements Dax {
        String key() {
            return table + "[" + column + "]";
        }
    }

    record MeasureRef(String name) implements Dax {}

    record VariableRef(String name) implements Dax {}

    record Call(String function, List<Dax> arguments) implements Dax {}

    record Binary(String sign, Dax left, Dax right) implements Dax {}

    record Not(Dax operand) implements Dax {}

    /** One of a list of values. */
    record In(Dax value, List<Dax> values) implements Dax {}

    record Let(String name, Dax value, Dax body) implements Dax {}

    static Dax parse(String text) {
        var parser = new Parser(DaxTokens.of(text));
        Dax parsed = parser.expression();
        if (parser.at != parser.tokens.size()) {
            throw new IllegalArgumentException("something follows the expression: " + text);
        }
        return parsed;
    }

    /** By descent, from the loosest binding to the tightest. */
    final class Parser {
        private static final List<Set<String>> LEVELS = List.of(
                Set.of("||"), Set.of("&&"), Set.of("=", "<>", "<", "<=", ">", ">="), Set.of("&"), Set.of("+", "-"));

        private final List<Token> tokens;
        private int at;

        private Parser(List<Token> tokens) {
            this.tokens = tokens;
        }

        private Dax expression() {
            if (isNext("VAR")) {
                at++;
                String name = take().text();
                expect("=");
                Dax value = expression();
                if (isNext("RETURN")) {
                    at++;
                }
                return new Let(name, value, expression());
            }
            return binary(0);
        }

        private Dax binary(int level) {
            if (level == LEVELS.size()) {
                return unary();
            }
            Dax left = binary(level + 1);
            while (at < tokens.size()
                    && tokens.get(at).kind() == Kind.SIGN
                    && LEVELS.get(level).contains(tokens.get(at).text())) {
                String sign = take().text();
                left = new Binary(sign, left, binary(level + 1));
            }
            if (level == 2 && isNext("IN")) {
                at++;
                expect("{");
                return new In(left, list("}"));
            }
            return left;
        }

        private Dax unary() {
            if (isNext("NOT")) {
                at++;
                return new Not(unary());
            }
            if (isNext("-")) {
                at++;
                return new Binary("-", new Literal(0.0), unary());
            }
            if (isNext("(")) {
                at++;
                Dax inner = expression();
                expect(")");
                return inner;
            }
            Token token = take();
            return switch (token.kind()) {
                case TEXT -> new Literal(token.text());
                case NUMBER -> new Literal(Double.valueOf(token.text()));
                case TABLE -> new TableRef(token.text());
                case COLUMN -> new ColumnRef(token.table(), token.text());
                case MEASURE -> new MeasureRef(token.text());
                case WORD -> word(token.text());
                case SIGN -> throw new IllegalArgumentException("unexpected " + token.text());
            };
        }

        private Dax word(String word) {
            if (isNext("(")) {
                at++;
                return new Call(word, list(")"));
            }
            return new VariableRef(word);
        }

        private List<Dax> list(String end) {
            var items = new ArrayList<Dax>();
            while (!isNext(end)) {
                items.add(expression());
                if (!isNext(end)) {
                    expect(",");
                }
            }
            at++;
            return List.copyOf(items);
        }

        private boolean isNext(String sign) {
            return at < tokens.size() && tokens.get(at).is(sign);
        }

        private Token take() {
            return tokens.get(at++);
        }

        private void expect(String sign) {
            if (!isNext(sign)) {
                throw new IllegalArgumentException("expected " + sign + " before token " + at + " of " + tokens);
            }
            at++;
        }
    }
}
