package scenariorca.lab;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import scenariorca.simulator.varied.Choices;

/** Options that pin one of the choices of {@code --profile varied}. */
final class VariedOptions {
    @Option(
            names = "--domain",
            completionCandidates = Domains.class,
            description = "with varied: one trade only, ${COMPLETION-CANDIDATES}")
    private @Nullable String domain;

    @Option(
            names = "--voice",
            completionCandidates = Voices.class,
            description = "with varied: errors that speak one way only, ${COMPLETION-CANDIDATES}")
    private @Nullable String voice;

    @Option(
            names = "--strictness",
            completionCandidates = Strictnesses.class,
            description = "with varied: engines that check in one place only, ${COMPLETION-CANDIDATES}")
    private @Nullable String strictness;

    Choices choices() {
        return new Choices(domain, voice, strictness);
    }

    private static final class Domains implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Choices.DOMAINS.iterator();
        }
    }

    private static final class Voices implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Choices.VOICES.iterator();
        }
    }

    private static final class Strictnesses implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Choices.STRICTNESSES.iterator();
        }
    }
}
