package scenariorca.problems;

/** What is broken, as a person would say it. */
public final class ProblemSentence {
    private ProblemSentence() {}

    /**
     * Example: {@code A changed market_share makes Treatment Share fail: shares add up to 1.4}.
     *
     * @param kind failure or slowness
     * @param nodeName empty where the estate shares the cause
     * @param subject the model that is slow, the input that makes runs fail, by path and node; empty when none is known
     * @param message what runs it struck say; empty when they say nothing
     */
    public static String of(String kind, String problemClass, String nodeName, String subject, String message) {
        if (kind.equals("slowness")) {
            return "Runs of %s are slow%s.".formatted(named(subject, "a model"), slowBecause(problemClass));
        }
        String said = message.isEmpty() ? "" : ": " + message;
        return switch (problemClass) {
            case "input" -> "%s makes %s fail%s".formatted(changed(subject, nodeName), named(nodeName, "runs"), said);
            case "model" -> "The model fails%s%s".formatted(in(nodeName), said);
            case "platform" -> "The platform fails" + said;
            case "upstream" -> "Data from upstream is late or wrong" + said;
            case "fluke" -> "Runs fail and pass when repeated" + said;
            default -> "%s, cause unknown%s".formatted(nodeName.isEmpty() ? "Runs fail" : nodeName + " fails", said);
        };
    }

    private static String slowBecause(String problemClass) {
        return switch (problemClass) {
            case "input" -> ", as a typed value made them so";
            case "model" -> ", as the model made them so";
            case "platform" -> " with unchanged inputs";
            case "upstream" -> ", as data from upstream made them so";
            default -> ", cause unknown";
        };
    }

    private static String in(String nodeName) {
        return nodeName.isEmpty() ? "" : " in " + nodeName;
    }

    private static String changed(String input, String nodeName) {
        if (input.isEmpty()) {
            return "A typed value";
        }
        String ofNode = " of " + nodeName;
        return "A changed " + (input.endsWith(ofNode) ? input.substring(0, input.length() - ofNode.length()) : input);
    }

    private static String named(String name, String otherwise) {
        return name.isEmpty() ? otherwise : name;
    }
}
