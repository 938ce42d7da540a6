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
 * Says which release an episode came with. Coming after one is not enough: the episode begins soon after it, nothing like it
 * was seen in the month before, most scenarios it strikes had not passed under it, it strikes more than one run, and it did not
 * go away by itself, as an outage does.
 */
public final class ReleaseSuspicion {
    private static final Duration SOON = Duration.ofHours(72);
    private static final Duration QUIET = Duration.ofDays(30);
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
        Instant began = episode.first().startedAt();
        Release last = null;
        for (Release release : releases) {
            if (!release.releasedAt().isAfter(began) && concerns(release, episode)) {
                last = release;
            }
        }
        return last != null
                        && isSoon(last, began)
                        && isNew(last)
                        && isSpread(episode, last)
                        && !isCleared(episode, last)
                        && isLasting(episode, last)
                ? Optional.of(last)
                : Optional.empty();
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

    private boolean isNew(Release release) {
        return strikes.stream()
                .map(Strike::startedAt)
                .noneMatch(at -> at.isBefore(release.releasedAt())
                        && at.isAfter(release.releasedAt().minus(QUIET)));
    }

    /** Half of the scenarios or more had passed with the release before they were struck. */
    private static boolean isCleared(Episode episode, Release release) {
        Map<Integer, Strike> firsts = new HashMap<>();
        episode.strikes().forEach(strike -> firsts.putIfAbsent(strike.scenarioKey(), strike));
        long passed = firsts.values().stream()
                .map(Strike::passedAt)
                .filter(at -> at != null && at.isAfter(release.releasedAt()))
                .count();
        return 2 * passed >= firsts.size();
    }

    private static boolean isSpread(Episode episode, Release release) {
        long scenarios =
                episode.strikes().stream().map(Strike::scenarioKey).distinct().count();
        return episode.strikes().size() > 1 && (scenarios > 1 || !release.isOfPlatform());
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
