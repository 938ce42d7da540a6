package scenariorca.errors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import scenariorca.errors.TraceGrammar.Line;
import scenariorca.errors.TraceGrammar.Role;

/**
 * Reads what Python's {@code traceback} and its relatives write. Of a chain, the first trace is the root cause; of a
 * group, the first exception in it. Where the exception stands before the frames, that line is read.
 */
final class PythonTrace {
    private static final TraceGrammar GRAMMAR = TraceGrammar.of("python");
    private static final String HEAD = "Traceback (most recent call last)";
    private static final Pattern BEFORE = Pattern.compile(
            "(?<![\\w.])(?<type>(?:[A-Za-z_]\\w*\\.){0,12}[A-Z]\\w*(?:Error|Exception|Exit|Interrupt|Iteration|Warning|Timeout|Failed|Failure|NotFound|DoesNotExist|Group)|(?:[a-z_]\\w*\\.){1,12}\\w+)(?:: (?<said>.*))?$");
    /** What a box or a group draws before its lines. */
    private static final Pattern DRAWN = Pattern.compile("^\\s*(?:[|+│╭╰]\\s?)+");

    private PythonTrace() {}

    static Optional<StackTrace> find(List<String> lines) {
        int head = innermostHead(lines);
        if (head < 0) {
            return loose(lines);
        }
        var frames = new ArrayList<StackTrace.Frame>();
        int indent = indent(lines.get(head));
        for (String line : lines.subList(head + 1, lines.size())) {
            String bare = bare(line);
            if (frame(bare, frames)) {
                continue;
            }
            @Nullable Line end = indent(line) <= indent ? GRAMMAR.match(bare.strip(), Role.END) : null;
            if (end != null && !bare.isBlank()) {
                return Optional.of(trace(end, frames));
            }
            if (GRAMMAR.match(bare.strip(), Role.HEAD) != null) {
                break;
            }
        }
        return Optional.of(named(before(lines, head), frames));
    }

    /** Frames without a head: a logger that writes the exception first, or the frames alone. */
    private static Optional<StackTrace> loose(List<String> lines) {
        var frames = new ArrayList<StackTrace.Frame>();
        int first = -1;
        for (int at = 0; at < lines.size(); at++) {
            boolean isFrame = frame(lines.get(at), frames);
            first = isFrame && first < 0 ? at : first;
        }
        return first < 0 ? Optional.empty() : Optional.of(named(before(lines, first), frames));
    }

    /** The first head; inside a group of exceptions the first one in it. */
    private static int innermostHead(List<String> lines) {
        int found = -1;
        boolean isGroup = false;
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).contains(HEAD) && (found < 0 || isGroup)) {
                boolean isOuter = lines.get(at).contains("Exception Group " + HEAD);
                found = at;
                if (isGroup && !isOuter) {
                    return found;
                }
                isGroup |= isOuter;
            }
        }
        return found;
    }

    private static String before(List<String> lines, int head) {
        int at = head - 1;
        while (at >= 0 && lines.get(at).isBlank()) {
            at--;
        }
        return at < 0 ? "" : lines.get(at);
    }

    private static StackTrace named(String before, List<StackTrace.Frame> frames) {
        Matcher exception = BEFORE.matcher(before);
        if (!exception.find()) {
            return new StackTrace("", before.strip(), frames);
        }
        @Nullable String said = exception.group("said");
        return new StackTrace(exception.group("type"), said == null ? "" : said, frames);
    }

    private static StackTrace trace(Line end, List<StackTrace.Frame> frames) {
        @Nullable String type = end.type();
        return new StackTrace(type == null ? "" : type, end.said() == null ? "" : end.said(), frames);
    }

    private static boolean frame(String line, List<StackTrace.Frame> frames) {
        @Nullable
        Line frame = (line.contains("File \"") || line.contains(".py:")) ? GRAMMAR.match(line, Role.FRAME) : null;
        if (frame == null || frame.file() == null) {
            return false;
        }
        String path = frame.file().replace('\\', '/');
        String name = path.substring(path.lastIndexOf('/') + 1);
        String called = frame.call() == null ? "<module>" : frame.call();
        boolean isOwn = !path.startsWith("<") && !Frameworks.has("python", called, path);
        frames.add(0, new StackTrace.Frame(name.replaceFirst("\\.pyc?$", "") + ":" + called, isOwn));
        return true;
    }

    private static String bare(String line) {
        String trimmed = line.stripLeading();
        boolean isDrawn = !trimmed.isEmpty() && "|+│╭╰".indexOf(trimmed.charAt(0)) >= 0;
        return isDrawn ? DRAWN.matcher(line).replaceFirst("") : line;
    }

    private static int indent(String line) {
        int at = 0;
        while (at < line.length()
                && (Character.isWhitespace(line.charAt(at)) || "|+│╭╰".indexOf(line.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }
}
