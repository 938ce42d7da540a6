package scenariorca.problems;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people's acts make of a problem beside its episodes.
 *
 * @param owner null for nobody
 * @param resolvedBy who resolved the last episode by hand; null when nobody did
 * @param resolvedInRelease what that person named; null without one
 * @param ignoredUntil {@link Instant#MAX} for good or until more runs are struck; null when it is not ignored
 */
public record Standing(
        @Nullable String owner,
        @Nullable String resolvedBy,
        @Nullable String resolvedInRelease,
        @Nullable Instant ignoredUntil) {

    /** @param acts in order of time */
    public static Standing of(List<Episode> episodes, List<Act> acts, List<Strike> strikes) {
        String owner = null;
        Act.Resolve resolve = null;
        Act.Ignore ignore = null;
        for (Act act : acts) {
            switch (act) {
                case Act.Assign assign -> owner = assign.owner();
                case Act.Resolve resolved -> resolve = resolved;
                case Act.Ignore ignored -> ignore = ignored;
                case Act.Reopen _ -> ignore = null;
                case Act.Remark _ -> {}
            }
        }
        Episode last = episodes.isEmpty() ? null : episodes.getLast();
        boolean isByHand = last != null
                && last.end() != null
                && last.end().recovery() == Episode.Recovery.PERSON
                && resolve != null;
        return new Standing(
                owner,
                isByHand && resolve != null ? resolve.by() : null,
                isByHand && resolve != null ? resolve.release() : null,
                ignore == null ? null : until(ignore, strikes));
    }

    private static @Nullable Instant until(Act.Ignore ignore, List<Strike> strikes) {
        Integer runs = ignore.runs();
        if (runs != null) {
            long more = strikes.stream()
                    .filter(strike -> strike.startedAt().isAfter(ignore.at()))
                    .count();
            return more >= runs ? null : Instant.MAX;
        }
        return ignore.until() == null ? Instant.MAX : ignore.until();
    }
}
