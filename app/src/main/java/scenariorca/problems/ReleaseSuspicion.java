package scenariorca.problems;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says which release an episode came with. Coming after one is not enough: the runs up to the next release begin soon after it,
 * next to nothing like them was seen in the month before, most scenarios they are of had not passed under it, they are more than
 * one, and the episode did not go away by itself, as an outage does.
 */
public final class ReleaseSuspicion {
    private static final Duration SOON = Duration.ofHours(72);
    private static final Duration QUIET = Duration.ofDays(30);
    /** Runs after a release for each one before it. */
    private static final int STRAY = 6;

    private static final Set<String> OF_PLATFORM = Set.of("platform", "model", "unknown");
    private static final Set<String> OF_MODEL = Set.of("model", "unknown");

    private final String problemClass;
    private final List<Strike> strikes;
    private final List<Release> releases;

    /**
     * @param strikes all runs the problem struck, in order of time
     * @param releases in order of time
     */
    public ReleaseSuspicion(String problemClass, List<Strike> strikes, List<Release> releases) {
        this.problemClass = problemClass;
        this.strikes = strikes;
        this.releases = releases;
    }

    /** The release that an episode came with; empty when the evidence shows none. */
    public Optional<Release> of(Episode episode) {
        List<Release> concerning =
                releases.stream().filter(release -> concerns(release, episode)).toList();
        for (int index = 0; index < concerning.size(); index++) {
            Release release = concerning.get(index);
            Instant next =
                    index + 1 < concerning.size() ? concerning.get(index + 1).releasedAt() : Instant.MAX;
            List<Strike> wave = episode.strikes().stream()
                    .filter(strike -> !strike.startedAt().isBefore(release.releasedAt())
                            && strike.startedAt().isBefore(next))
                    .toList();
            if (!wave.isEmpty()
                    && isSoon(release, wave.getFirst().startedAt())
                    && isNew(release, wave)
                    && isSpread(wave, release)
                    && !isCleared(wave, release)
                    && isLasting(episode, release)) {
                return Optional.of(release);
            }
        }
        return Optional.empty();
    }

    private boolean concerns(Release release, Episode episode) {
        return release.isOfPlatform()
                ? OF_PLATFORM.contains(problemClass)
                : OF_MODEL.contains(problemClass)
                        && episode.strikes().stream().allMatch(strike -> strike.modelKey() == release.modelKey());
    }

    private static boolean isSoon(Release release, Instant began) {
        return Duration.between(release.releasedAt(), began).compareTo(SOON) <= 0;
    }

    /** Nothing like it in the month before, but for a stray run among many. */
    private boolean isNew(Release release, List<Strike> wave) {
        long before = strikes.stream()
                .map(Strike::startedAt)
                .filter(at -> at.isBefore(release.releasedAt())
                        && at.isAfter(release.releasedAt().minus(QUIET)))
                .count();
        return before * STRAY <= wave.size();
    }

    /** Half of the scenarios or more had passed with the release before they were struck. */
    private static boolean isCleared(List<Strike> wave, Release release) {
        Map<Integer, Strike> firsts = new HashMap<>();
        wave.forEach(strike -> firsts.putIfAbsent(strike.scenarioKey(), strike));
        long passed = firsts.values().stream()
                .map(Strike::passedAt)
                .filter(at -> at != null && at.isAfter(release.releasedAt()))
                .count();
        return 2 * passed >= firsts.size();
    }

    private static boolean isSpread(List<Strike> wave, Release release) {
        long scenarios = wave.stream().map(Strike::scenarioKey).distinct().count();
        return wave.size() > 1 && (scenarios > 1 || !release.isOfPlatform());
    }

    /** Passing with the inputs it had struck clears the release, unless another one came first. */
    private boolean isLasting(Episode episode, Release suspect) {
        Episode.@Nullable End end = episode.end();
        return end == null
                || end.recovery() != Episode.Recovery.SAME_INPUTS
                || releases.stream()
                        .anyMatch(release -> release.releasedAt().isAfter(suspect.releasedAt())
                                && release.releasedAt().isAfter(episode.last().startedAt())
                                && release.releasedAt().isBefore(end.at())
                                && concerns(release, episode));
    }
}
