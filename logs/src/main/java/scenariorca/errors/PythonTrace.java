package scenariorca.errors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what Python's {@code traceback} writes. Of a chain, the first trace is the root cause. */
final class PythonTrace {
    private static final String HEAD = "Traceback (most recent call last):";
    private static final Pattern FRAME =
            Pattern.compile("^\\s*File \"([^\"]{0,500})\", line \\d+(?:, in (.{1,200}))?\\s*$");
    private static final Pattern ERROR = Pattern.compile("^([A-Za-z_][\\w.]{0,200})(?:: (.*))?$");

    private PythonTrace() {}

    static Optional<StackTrace> find(List<String> lines) {
        int head = 0;
        while (head < lines.size() && !lines.get(head).strip().endsWith(HEAD)) {
            head++;
        }
        if (head == lines.size()) {
            return Optional.empty();
        }
        var frames = new ArrayList<StackTrace.Frame>();
        String type = "";
        String message = "";
        int indent = lines.get(head).length() - lines.get(head).stripLeading().length();
        for (String line : lines.subList(head + 1, lines.size())) {
            Matcher frame = FRAME.matcher(line);
            if (frame.matches()) {
                frames.add(0, frame(frame.group(1), frame.group(2)));
                continue;
            }
            Matcher error = ERROR.matcher(line.strip());
            boolean isOutermost =
                    !line.isBlank() && line.length() - line.stripLeading().length() <= indent;
            if (isOutermost && error.matches()) {
                type = error.group(1);
                message = error.group(2) == null ? "" : error.group(2);
                break;
            }
        }
        return Optional.of(new StackTrace(type, message, frames));
    }

    private static StackTrace.Frame frame(String file, @org.jspecify.annotations.Nullable String function) {
        String path = file.replace('\\', '/');
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean isLibrary = path.contains("site-packages/")
                || path.contains("dist-packages/")
                || path.matches(".*/lib/python\\d.*")
                || path.startsWith("<");
        String called = function == null ? "<module>" : function;
        return new StackTrace.Frame(name.replaceFirst("\\.pyc?$", "") + ":" + called, !isLibrary);
    }
}
