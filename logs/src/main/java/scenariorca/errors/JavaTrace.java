package scenariorca.errors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code Throwable.printStackTrace} writes. */
final class JavaTrace {
    private static final Pattern FRAME = Pattern.compile(
            "^\\s*at (?:(?![\\w.$]*\\$\\$Lambda/)[\\w.$@-]*/)*((?:[\\w$]+\\.)*[\\w$]+(?:/0x[0-9a-f]+)?)\\.([\\w$<>-]+)\\(.*");
    private static final Pattern HEAD = Pattern.compile(
            "((?:[A-Za-z_$][\\w$]*\\.)+[A-Z$][\\w$]*|[A-Z][\\w$]*(?:Exception|Error|Throwable))(?:: (.*))?$");
    private static final String CAUSE = "Caused by: ";
    private static final String SITE = "Original Stack Trace:";

    private JavaTrace() {}

    /** One exception of a chain while it is read. */
    private static final class Section {
        final String type;
        final String message;
        final List<StackTrace.Frame> frames = new ArrayList<>();

        Section(String type, String message) {
            this.type = type;
            this.message = message;
        }
    }

    static Optional<StackTrace> find(List<String> lines) {
        var chain = new ArrayList<Section>();
        String before = "";
        boolean isSuppressed = false;
        for (String line : lines) {
            String text = line.strip();
            Optional<StackTrace.Frame> frame = frame(line);
            if (frame.isPresent() && chain.isEmpty()) {
                chain.add(section(before));
            }
            if (text.startsWith("Suppressed: ")) {
                if (chain.isEmpty()) {
                    chain.add(section(before));
                }
                isSuppressed = true;
            } else if (text.equals(SITE)) {
                // A reactive library hides the frames of the exception itself in a suppressed one.
                isSuppressed = false;
            } else if (text.startsWith(CAUSE)) {
                // A cause inside a suppressed exception is indented; the chain's own causes are not.
                isSuppressed &= Character.isWhitespace(line.charAt(0));
                if (!isSuppressed) {
                    chain.add(section(text.substring(CAUSE.length())));
                }
            } else if (frame.isPresent() && !isSuppressed) {
                last(chain).frames.add(frame.get());
            }
            before = text.isEmpty() ? before : text;
        }
        return chain.isEmpty() ? Optional.empty() : Optional.of(trace(chain));
    }

    private static Section last(List<Section> chain) {
        return chain.get(chain.size() - 1);
    }

    private static StackTrace trace(List<Section> chain) {
        Section root = last(chain);
        var frames = new ArrayList<StackTrace.Frame>();
        // The cause lists only frames its enclosing exception has not: own code may be out there.
        for (int at = chain.size() - 1; at >= 0; at--) {
            Section section = chain.get(at);
            frames.addAll(section.frames);
            if (frames.stream().anyMatch(StackTrace.Frame::isOwn)) {
                break;
            }
        }
        return new StackTrace(root.type, root.message, frames);
    }

    private static Section section(String head) {
        Matcher matcher = HEAD.matcher(head);
        if (!matcher.find()) {
            return new Section("", head);
        }
        String message = matcher.group(2);
        return new Section(FrameNames.normal(matcher.group(1)), message == null ? "" : message);
    }

    private static Optional<StackTrace.Frame> frame(String line) {
        if (line.length() > 1_000 || line.indexOf("at ") < 0) {
            return Optional.empty();
        }
        Matcher matcher = FRAME.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String type = FrameNames.normal(matcher.group(1));
        String method = FrameNames.method(matcher.group(2));
        boolean isOwn = !Frameworks.has("java", type, "") && !FrameNames.isGenerated(matcher.group(1));
        return Optional.of(new StackTrace.Frame(type + "#" + method, isOwn));
    }
}
