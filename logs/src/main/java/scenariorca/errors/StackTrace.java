package scenariorca.errors;

import java.util.List;

/**
 * A stack trace, as far as it says which error it is.
 *
 * @param type qualified class of the root cause. Example: {@code java.lang.ArithmeticException}
 * @param message what the root cause says; empty when it says nothing
 * @param frames frames of the root cause, innermost first, without line numbers
 */
public record StackTrace(String type, String message, List<Frame> frames) {
    /** More frames than these say how the error was reached, not what it is. */
    static final int OWN_FRAMES = 5;

    public StackTrace {
        frames = List.copyOf(frames);
    }

    /**
     * One call.
     *
     * @param name {@code package.Class#method} or {@code module:function}
     * @param isOwn whether it is code of the platform, not of a library
     */
    public record Frame(String name, boolean isOwn) {}

    /** Class and message, as far as there are. */
    public String text() {
        return type.isEmpty() || message.isEmpty() ? type + message : type + ": " + message;
    }

    /** The innermost frames of the platform's own code, at most 5, repetitions left out. */
    List<String> ownFrames() {
        return frames.stream()
                .filter(Frame::isOwn)
                .map(Frame::name)
                .distinct()
                .limit(OWN_FRAMES)
                .toList();
    }
}
