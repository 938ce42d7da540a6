package scenariorca.errors;

import java.util.List;

/**
 * What makes one message pattern several errors: an error code, or the place it comes from.
 *
 * @param signature the masked message
 * @param type class of the root cause; empty without a stack trace
 * @param code error code. Example: {@code http 503}; empty when there is none
 * @param frames innermost own frames, at most 5
 */
public record Refinement(String signature, String type, String code, List<String> frames) {
    /** With fewer own frames than these, a wrapper may throw for many reasons: the message counts as well. */
    private static final int FRAMES_THAT_DECIDE = 2;

    public Refinement {
        frames = List.copyOf(frames);
    }

    boolean isEmpty() {
        return code.isEmpty() && frames.isEmpty() && type.isEmpty();
    }

    /** The finer pattern, for the pattern of the message. */
    MinedPattern of(MinedPattern message) {
        // A message begins with the class, unless so many classes said the same that it became a variable part.
        boolean isTypeTold = message.text().startsWith(type);
        if (code.isEmpty() && frames.isEmpty() && isTypeTold) {
            return message;
        }
        String shown = message.text()
                + (isTypeTold ? "" : " (" + type + ")")
                + (code.isEmpty() ? "" : " [" + code + "]")
                + (frames.isEmpty() ? "" : " at " + frames.get(0));
        String of = message.fingerprint() + (isTypeTold ? "" : "\n" + type);
        String what = frames.size() >= FRAMES_THAT_DECIDE ? type : of;
        return new MinedPattern(Fingerprint.of(what + "\n" + code + "\n" + String.join("\n", frames)), shown);
    }
}
