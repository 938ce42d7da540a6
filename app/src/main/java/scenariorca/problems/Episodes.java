package scenariorca.problems;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scenariorca.problems.Episode.End;
import scenariorca.problems.Episode.Recovery;

/**
 * Tells the episodes of a problem from the runs it struck and what came after them. Passing with the inputs that were struck
 * proves that it has stopped; passing with others may only mean that people went around it, so that a new failure within days
 * belongs to the same episode, unless another version of the model was published between them. What a person has resolved comes
 * back with the next run it strikes.
 */
public final class Episodes {
    private static final Duration AFTER_PROOF = Duration.ofHours(1);
    private static final Duration AFTER_DETOUR = Duration.ofHours(72);

    private final List<Strike> strikes;
    private final List<Act> acts;
    private final List<Instant> publications;

    private Episodes(List<Strike> strikes, List<Act> acts, List<Instant> publications) {
        this.strikes = strikes;
        this.acts = acts;
        this.publications = publications;
    }

    /**
     * The episodes in order of time; none without a run.
     *
     * @param strikes in order of time
     * @param acts in order of time
     * @param publications when versions of the model were published that the problem may have come with
     */
    public static List<Episode> of(List<Strike> strikes, List<Act> acts, List<Instant> publications) {
        return new Episodes(strikes, acts, publications).told();
    }

    private List<Episode> told() {
        var episodes = new ArrayList<Episode>();
        var current = new ArrayList<Strike>();
        for (Strike strike : strikes) {
            if (!current.isEmpty() && mayEndBefore(current.getLast(), strike)) {
                End end = end(current, strike.startedAt());
                if (end != null && isApart(end, strike)) {
                    episodes.add(new Episode(current, end));
                    current.clear();
                }
            }
            current.add(strike);
        }
        if (!current.isEmpty()) {
            episodes.add(new Episode(current, end(current, Instant.MAX)));
        }
        return episodes;
    }

    /** Cheap, as it is asked for each run: only a pause or an act ends an episode. */
    private boolean mayEndBefore(Strike last, Strike next) {
        return last.startedAt().plus(AFTER_PROOF).isBefore(next.startedAt())
                || acts.stream()
                        .anyMatch(act -> act instanceof Act.Resolve resolve
                                && !resolve.effectiveAt().isBefore(last.startedAt())
                                && resolve.effectiveAt().isBefore(next.startedAt()));
    }

    private boolean isApart(End end, Strike next) {
        if (publications.stream().anyMatch(at -> at.isAfter(end.at()) && !at.isAfter(next.startedAt()))) {
            return true;
        }
        Duration pause = Duration.between(end.at(), next.startedAt());
        return switch (end.recovery()) {
            case PERSON -> true;
            case SAME_INPUTS -> pause.compareTo(AFTER_PROOF) > 0;
            case EVERY_SCENARIO -> pause.compareTo(AFTER_DETOUR) > 0;
        };
    }

    /** How these runs' episode had ended before a time; null when it had not. */
    private @Nullable End end(List<Strike> struck, Instant until) {
        Instant from = struck.getFirst().startedAt();
        Instant reopenedAt = Instant.MIN;
        Act.Resolve resolved = null;
        for (Act act : acts) {
            if (act instanceof Act.Resolve resolve
                    && !resolve.at().isBefore(from)
                    && !resolve.effectiveAt().isBefore(struck.getLast().startedAt())
                    && resolve.effectiveAt().isBefore(until)) {
                resolved = resolve;
            } else if (act instanceof Act.Reopen reopen && reopen.at().isBefore(until)) {
                resolved = null;
                reopenedAt = reopen.at();
            }
        }
        End proof = firstAfter(reopenedAt, sameInputs(struck, until), everyScenario(struck, until));
        if (resolved == null) {
            return proof;
        }
        boolean isSelfMended = proof != null
                && proof.recovery() == Recovery.SAME_INPUTS
                && proof.at().isBefore(resolved.at())
                && until.equals(Instant.MAX);
        return isSelfMended ? proof : new End(Recovery.PERSON, resolved.at());
    }

    private static @Nullable End firstAfter(Instant reopenedAt, @Nullable End... ends) {
        End first = null;
        for (End end : ends) {
            if (end != null
                    && end.at().isAfter(reopenedAt)
                    && (first == null || end.at().isBefore(first.at()))) {
                first = end;
            }
        }
        return first;
    }

    /** Two scenarios, or the only one, pass with inputs that were struck, after the last strike. */
    private static @Nullable End sameInputs(List<Strike> struck, Instant until) {
        Instant last = struck.getLast().startedAt();
        Set<Integer> scenarios = new HashSet<>();
        Set<Integer> passed = new HashSet<>();
        Instant at = Instant.MAX;
        for (Strike strike : struck) {
            scenarios.add(strike.scenarioKey());
            Strike.Success next = strike.next();
            if (next != null
                    && next.isSameInputs()
                    && next.endedAt().isAfter(last)
                    && next.endedAt().isBefore(until)) {
                passed.add(strike.scenarioKey());
                at = next.endedAt().isBefore(at) ? next.endedAt() : at;
            }
        }
        return passed.isEmpty() || passed.size() < Math.min(2, scenarios.size())
                ? null
                : new End(Recovery.SAME_INPUTS, at);
    }

    private static @Nullable End everyScenario(List<Strike> struck, Instant until) {
        Map<Integer, Strike> lastOf = new HashMap<>();
        struck.forEach(strike -> lastOf.put(strike.scenarioKey(), strike));
        Instant at = Instant.MIN;
        for (Strike strike : lastOf.values()) {
            Strike.Success next = strike.next();
            if (next == null || !next.endedAt().isBefore(until)) {
                return null;
            }
            at = next.endedAt().isAfter(at) ? next.endedAt() : at;
        }
        return new End(Recovery.EVERY_SCENARIO, at);
    }
}
