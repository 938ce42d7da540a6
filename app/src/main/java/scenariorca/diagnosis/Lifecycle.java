package scenariorca.diagnosis;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.evidence.Transition;

/** What became of a scenario that seems to have disappeared. */
public final class Lifecycle {
    private Lifecycle() {}

    /**
     * The last step of a scenario's life when it took the scenario away. Example: {@code The scenario was submitted
     * 2026-11-20 10:30 UTC by jdoe and withdrawn 5 minutes later by the same user.}
     *
     * @param transitions oldest first
     * @return null unless the scenario was withdrawn or deleted last
     */
    public static @Nullable String sentence(List<Transition> transitions) {
        if (transitions.isEmpty()) {
            return null;
        }
        Transition last = transitions.getLast();
        String type = last.type().toLowerCase(Locale.ROOT);
        if (!type.equals("withdrawn") && !type.equals("deleted")) {
            return null;
        }
        if (transitions.size() == 1) {
            return "The scenario was " + type + " " + Phrases.time(last.at()) + " by " + name(last) + ".";
        }
        Transition before = transitions.get(transitions.size() - 2);
        String who = before.by().equals(last.by()) && !last.by().isEmpty() ? "the same user" : name(last);
        return "The scenario was " + before.type().toLowerCase(Locale.ROOT) + " " + Phrases.time(before.at()) + " by "
                + name(before) + " and " + type + " " + Phrases.span(before.at(), last.at()) + " later by " + who + ".";
    }

    private static String name(Transition transition) {
        return transition.by().isEmpty() ? "an unknown user" : transition.by();
    }
}
