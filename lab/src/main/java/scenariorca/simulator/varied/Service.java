package scenariorca.simulator.varied;

import java.util.List;
import java.util.Locale;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.varied.engine.Habits;
import scenariorca.simulator.varied.engine.Result;
import scenariorca.simulator.varied.engine.Strictness;
import scenariorca.simulator.varied.voice.Tongue;
import scenariorca.simulator.varied.voice.Voice;

/**
 * The engine that computes a model, with its character.
 *
 * @param reasons how a run's own reason is made from its node's
 * @param isLogging whether it writes a log at all
 */
record Service(
        String name, Voice voice, Tongue tongue, Habits habits, Spelling spelling, Reasons reasons, boolean isLogging) {

    /** How states are written in the tables. */
    enum Spelling {
        LOWER,
        UPPER,
        WORDS;

        String of(Result.Status status) {
            return switch (this) {
                case LOWER -> lower(status);
                case UPPER -> lower(status).toUpperCase(Locale.ROOT).replace(' ', '_');
                case WORDS -> words(status);
            };
        }

        private static String lower(Result.Status status) {
            return switch (status) {
                case SUCCESS -> "success";
                case FAILED -> "failed";
                case TIMEOUT -> "timeout";
                case SKIPPED -> "skipped";
                case ABANDONED -> "in progress";
            };
        }

        private static String words(Result.Status status) {
            return switch (status) {
                case SUCCESS -> "Completed";
                case FAILED -> "Error";
                case TIMEOUT -> "Timed out";
                case SKIPPED -> "Skipped";
                case ABANDONED -> "Running";
            };
        }
    }

    /** What a run says of its failure. */
    enum Reasons {
        /** The same as its node. */
        SAME,
        /** Something general around it. */
        WRAPPED,
        /** Something general instead. */
        GENERAL,
        NONE
    }

    /** Draws one. @param limitMs when a run is ended */
    static Service of(Dice dice, String name, String voiceWord, Strictness strictness, long limitMs) {
        Voice voice = Voice.named(voiceWord);
        var habits = new Habits(
                strictness,
                dice.chance(strictness == Strictness.END ? 0.25 : 0.55),
                dice.chance(0.3),
                dice.chance(0.55),
                dice.pick(List.of(Habits.Cascade.values())),
                limitMs);
        String host = name.toLowerCase(Locale.ROOT).replace(' ', '-');
        Tongue tongue = Tongue.of(dice, host);
        return new Service(
                host,
                voice,
                tongue,
                habits,
                dice.pick(List.of(Spelling.values())),
                voice.hasReason() ? dice.pick(List.of(Reasons.values())) : Reasons.NONE,
                !voiceWord.equals("silent") || dice.chance(0.5));
    }
}
