package scenariorca.report;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.JsonText;

/**
 * What was said of a run at a time.
 *
 * @param runId the run
 * @param knownAt as of when
 * @param headline the verdict as a sentence; null when none had been told: it had not failed, or was not explained yet
 * @param verdict what is kept of that verdict, by the names it has in the explanation of now: class, probability, causes, the
 *     first suspects and more; null without one
 * @param said each verdict until then that said something else than the one before, the newest first, at most 100
 * @param since those that followed, and what had changed for each, the newest first, at most 100; none when it still stands
 */
public record PastVerdict(
        UUID runId,
        KnownAt knownAt,
        @Nullable String headline,
        @Nullable JsonText verdict,
        List<RunVerdicts.Said> said,
        List<RunVerdicts.Said> since) {
    public PastVerdict {
        said = List.copyOf(said);
        since = List.copyOf(since);
    }
}
