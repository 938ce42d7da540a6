package scenariorca.powerbi;

import java.util.regex.Pattern;

/** Text in TMDL's own layout: tabs, descriptions above, a blank line after each object. */
final class Tmdl {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final StringBuilder text = new StringBuilder();

    /** A name as TMDL wants it: quoted where it is no plain word. */
    static String name(String name) {
        return PLAIN.matcher(name).matches() ? name : "'" + name.replace("'", "''") + "'";
    }

    Tmdl line(int depth, String line) {
        text.repeat('\t', depth).append(line).append('\n');
        return this;
    }

    Tmdl blank() {
        text.append('\n');
        return this;
    }

    Tmdl describe(int depth, String description) {
        return line(depth, "/// " + description);
    }

    /** An object whose value is an expression: on its line when it has one line, else below it. */
    Tmdl expression(int depth, String head, String expression) {
        if (expression.lines().count() == 1) {
            return line(depth, head + " = " + expression);
        }
        line(depth, head + " =");
        return block(depth + 2, expression);
    }

    Tmdl block(int depth, String lines) {
        lines.lines().forEachOrdered(line -> line(depth, line));
        return this;
    }

    String text() {
        return text.toString();
    }
}
