package scenariorca.explanation;

import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/** Turns the path of a leaf into PostgreSQL's language for paths. Example: {@code yearly[year=2027].value}. */
final class JsonPaths {
    private static final String NUMBER = "-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?";
    private static final char CLIPPED = '…';

    private final String path;
    private final StringBuilder text = new StringBuilder("strict $");
    private int at;

    private JsonPaths(String path) {
        this.path = path;
    }

    /** Empty for a path that was clipped when written, or is none. */
    static Optional<String> of(String path) {
        if (path.equals("$")) {
            return Optional.of("strict $");
        }
        if (path.isEmpty() || path.indexOf(CLIPPED) >= 0) {
            return Optional.empty();
        }
        var paths = new JsonPaths(path);
        return paths.read() ? Optional.of(paths.text.toString()) : Optional.empty();
    }

    private boolean read() {
        while (at < path.length()) {
            char next = path.charAt(at);
            if (next == '.') {
                at++;
            } else if (next == '[') {
                at++;
                if (!element()) {
                    return false;
                }
            } else {
                text.append('.').append(literal(token(".[")));
            }
        }
        return true;
    }

    /** An index, or what identifies the element. */
    private boolean element() {
        int start = at;
        var condition = new StringBuilder();
        while (at < path.length() && path.charAt(at) != ']') {
            String key = token("=]");
            if (at < path.length() && path.charAt(at) == ']' && condition.isEmpty()) {
                at++;
                boolean isIndex = path.substring(start, at - 1).matches("[0-9]{1,9}");
                text.append('[').append(key).append(']');
                return isIndex;
            }
            at++;
            boolean isQuoted = at < path.length() && path.charAt(at) == '"';
            String value = token(",]");
            condition.append(condition.isEmpty() ? "" : " && ").append(equals(key, value, isQuoted));
            if (at < path.length() && path.charAt(at) == ',') {
                at++;
            }
        }
        at++;
        text.append("[*] ? (").append(condition).append(')');
        return !condition.isEmpty();
    }

    private static String equals(String key, String value, boolean isQuoted) {
        String left = "@." + literal(key) + " == ";
        if (!isQuoted && value.matches(NUMBER)) {
            return left + value;
        }
        boolean isBoolean = !isQuoted && (value.equals("true") || value.equals("false"));
        return isBoolean ? "(" + left + value + " || " + left + literal(value) + ")" : left + literal(value);
    }

    /** A plain or quoted name, up to one of the characters that end a plain one. */
    private String token(String ends) {
        var token = new StringBuilder();
        if (at >= path.length() || path.charAt(at) != '"') {
            while (at < path.length() && ends.indexOf(path.charAt(at)) < 0) {
                token.append(path.charAt(at++));
            }
            return token.toString();
        }
        at++;
        while (at < path.length() && path.charAt(at) != '"') {
            char next = path.charAt(at++);
            if (next == '\\' && at < path.length()) {
                next = path.charAt(at++);
                if (next == 'u' && at + 4 <= path.length()) {
                    next = (char) Integer.parseInt(path.substring(at, at + 4), 16);
                    at += 4;
                }
            }
            token.append(next);
        }
        at++;
        return token.toString();
    }

    private static String literal(String text) {
        return JsonNodeFactory.instance.stringNode(text).toString();
    }
}
