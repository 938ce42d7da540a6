package scenariorca.simulator.varied;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.simulator.varied.domain.Domain;
import scenariorca.simulator.varied.engine.Strictness;
import scenariorca.simulator.varied.voice.Voice;

/**
 * What is not left to the seed; null is left to it.
 *
 * @param domain Example: insurance
 * @param voice Example: german
 * @param strictness Example: end
 */
public record Choices(
        @Nullable String domain,
        @Nullable String voice,
        @Nullable String strictness) {
    public static final Choices NONE = new Choices(null, null, null);

    public static final List<String> DOMAINS =
            Domain.ALL.stream().map(Domain::word).toList();
    public static final List<String> VOICES = Voice.WORDS;
    public static final List<String> STRICTNESSES =
            Arrays.stream(Strictness.values()).map(Strictness::word).toList();

    public Choices {
        check("domain", domain, DOMAINS);
        check("voice", voice, VOICES);
        check("strictness", strictness, STRICTNESSES);
    }

    private static void check(String what, @Nullable String choice, List<String> known) {
        if (choice != null && !known.contains(choice)) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "--%s is \"%s\"; it must be one of %s".formatted(what, choice, String.join(", ", known)));
        }
    }

    public boolean isNone() {
        return domain == null && voice == null && strictness == null;
    }

    List<Domain> domains() {
        return Domain.ALL.stream()
                .filter(each -> domain == null || each.word().equals(domain))
                .toList();
    }

    List<String> voices() {
        return voice == null ? VOICES : List.of(voice);
    }

    List<Strictness> strictnesses() {
        return strictness == null
                ? List.of(Strictness.values())
                : List.of(Strictness.valueOf(strictness.toUpperCase(Locale.ROOT)));
    }
}
