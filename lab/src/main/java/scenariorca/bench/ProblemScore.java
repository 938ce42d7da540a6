package scenariorca.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import scenariorca.bench.ProblemBenchmark.StruckRun;

/** Compares problems with what was planted. */
final class ProblemScore {
    /** A release is marked in the log minutes after it is there. */
    private static final Duration NEAR = Duration.ofMinutes(10);

    private static final int WORST = 20;

    private final Map<UUID, CaseTruth> truth = new HashMap<>();
    private final List<StruckRun> struck = new ArrayList<>();

    /** The runs that the truth knows; what else the warehouse holds is not judged. */
    ProblemScore(List<CaseTruth> cases, List<StruckRun> found) {
        cases.forEach(one -> truth.put(one.runId().value(), one));
        found.stream().filter(run -> truth.containsKey(run.runId())).forEach(struck::add);
    }

    private CaseTruth truthOf(StruckRun run) {
        CaseTruth known = truth.get(run.runId());
        if (known == null) {
            throw new IllegalStateException("the truth does not know run " + run.runId());
        }
        return known;
    }

    private CaseTruth.Origin origin(StruckRun run) {
        return origin(truthOf(run));
    }

    private static CaseTruth.Origin origin(CaseTruth one) {
        return Objects.requireNonNull(one.origin(), "a truth line has no origin");
    }

    /** What would make another run the same problem: a fault of its kind; for inputs and models the place, too. */
    private static String cause(CaseTruth one) {
        return switch (one.truthClass()) {
            case "input", "model" ->
                String.join(
                        "|",
                        one.truthClass(),
                        origin(one).modelId(),
                        origin(one).place());
            default -> one.truthClass() + "|" + one.kind();
        };
    }

    ProblemFigures report() {
        Map<String, List<StruckRun>> problems = grouped(StruckRun::problemId);
        Map<String, List<StruckRun>> origins = grouped(run -> origin(run).id());
        int mixed = (int) problems.values().stream()
                .filter(runs -> runs.stream()
                                .map(run -> truthOf(run).truthClass())
                                .distinct()
                                .count()
                        > 1)
                .count();
        var grouping = new ProblemFigures.Grouping(
                together(problems.values(), run -> cause(truthOf(run))),
                together(origins.values(), StruckRun::problemId));
        List<List<StruckRun>> releases = origins.values().stream()
                .filter(runs -> origin(runs.getFirst()).isRelease() && runs.size() > 1)
                .toList();
        Collection<List<StruckRun>> named = namedEpisodes();
        return new ProblemFigures(
                truth.size(),
                origins.size(),
                problems.size(),
                (double) struck.size() / Math.max(1, truth.size()),
                grouping,
                mixed,
                share(origins.values(), this::isBeginningTold),
                share(origins.values(), this::isEndTold),
                share(releases, runs -> runs.stream().anyMatch(this::isItsRelease)),
                share(named, this::isInnocent),
                worst(problems, origins));
    }

    private Map<String, List<StruckRun>> grouped(Function<StruckRun, String> by) {
        return struck.stream()
                .sorted(Comparator.comparing(run -> origin(run).at()))
                .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
    }

    /** The runs of each episode for which a release is named. */
    private Collection<List<StruckRun>> namedEpisodes() {
        return struck.stream()
                .filter(run -> run.releasedAt() != null)
                .collect(Collectors.groupingBy(
                        run -> run.problemId() + "#" + run.episodeNo(), TreeMap::new, Collectors.toList()))
                .values();
    }

    /** Whether the release named for an episode made none of its runs fail. */
    private boolean isInnocent(List<StruckRun> episode) {
        return episode.stream().noneMatch(this::isItsRelease);
    }

    /** Share of the pairs within groups that are also together by another grouping. */
    private static double together(Collection<List<StruckRun>> groups, Function<StruckRun, String> by) {
        long pairs = 0;
        long right = 0;
        for (List<StruckRun> group : groups) {
            pairs += pairs(group.size());
            right += group.stream().collect(Collectors.groupingBy(by, Collectors.counting())).values().stream()
                    .mapToLong(ProblemScore::pairs)
                    .sum();
        }
        return pairs == 0 ? 1 : (double) right / pairs;
    }

    private static long pairs(long count) {
        return count * (count - 1) / 2;
    }

    private boolean isBeginningTold(List<StruckRun> runs) {
        StruckRun first = runs.getFirst();
        return first.startedAt().equals(origin(first).at())
                || sameBefore(first).stream().anyMatch(other -> isOneEpisode(other, first));
    }

    /** Runs that failed before of the same kind of cause: the episode may have begun with them. */
    private List<StruckRun> sameBefore(StruckRun run) {
        CaseTruth own = truthOf(run);
        return struck.stream()
                .filter(other -> cause(truthOf(other)).equals(cause(own))
                        && origin(other).at().isBefore(origin(own).at()))
                .toList();
    }

    private static boolean isOneEpisode(StruckRun one, StruckRun other) {
        return one.problemId().equals(other.problemId()) && one.episodeNo() == other.episodeNo();
    }

    /** No other cause's run prolongs the episode, and what was mended long before the end of the data is told as ended. */
    private boolean isEndTold(List<StruckRun> runs) {
        StruckRun last = runs.getLast();
        Instant until = origin(last).until();
        boolean isProlonged = struck.stream()
                .filter(other -> isOneEpisode(other, last))
                .anyMatch(other -> !cause(truthOf(other)).equals(cause(truthOf(last)))
                        && origin(other).at().isAfter(origin(last).at()));
        return !isProlonged
                && (until == null
                        || last.recoveredAt() == null
                        || !last.recoveredAt().isBefore(last.lastFailedAt()));
    }

    private boolean isItsRelease(StruckRun run) {
        CaseTruth.Origin origin = origin(run);
        return run.releasedAt() != null
                && origin.isRelease()
                && Duration.between(origin.from(), run.releasedAt()).abs().compareTo(NEAR) <= 0;
    }

    private static <T> @Nullable Double share(Collection<T> all, Function<T, Boolean> isRight) {
        return all.isEmpty()
                ? null
                : (double) all.stream().filter(isRight::apply).count() / all.size();
    }

    /** Origins that are spread over problems, and problems that hold runs of several causes; most runs first. */
    private List<String> worst(Map<String, List<StruckRun>> problems, Map<String, List<StruckRun>> origins) {
        Map<String, Long> lines = new HashMap<>();
        origins.forEach((id, runs) -> {
            Map<String, Long> parts =
                    counts(runs, run -> run.problemClass() + " " + run.nodeName() + " " + run.rootFingerprint());
            note(lines, "spread: " + truthOf(runs.getFirst()).truthClass() + " " + id, parts);
        });
        problems.forEach((id, runs) -> note(
                lines,
                "mixed: %s %s %s"
                        .formatted(
                                id,
                                runs.getFirst().problemClass(),
                                runs.getFirst().nodeName()),
                counts(runs, run -> cause(truthOf(run)))));
        struckReleases(origins).forEach(line -> lines.put(line, Long.MAX_VALUE));
        return lines.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(WORST)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Releases that are named wrongly, or not though they broke runs. */
    private List<String> struckReleases(Map<String, List<StruckRun>> origins) {
        List<String> lines = new ArrayList<>();
        namedEpisodes().stream()
                .filter(this::isInnocent)
                .map(List::getFirst)
                .forEach(run -> lines.add("innocent release named: %s, of %s %s"
                        .formatted(run.releasedAt(), origin(run).id(), told(run))));
        origins.values().stream()
                .filter(runs -> origin(runs.getFirst()).isRelease() && runs.size() > 1)
                .filter(runs -> runs.stream().noneMatch(this::isItsRelease))
                .forEach(runs -> lines.add("release not named: %s, %d runs, %s"
                        .formatted(origin(runs.getFirst()).id(), runs.size(), told(runs.getFirst()))));
        return lines;
    }

    private static String told(StruckRun run) {
        return "told as %s %s from %s, recovered at %s"
                .formatted(run.problemClass(), run.nodeName(), run.startedAt(), run.recoveredAt());
    }

    private static void note(Map<String, Long> lines, String what, Map<String, Long> parts) {
        long all = parts.values().stream().mapToLong(Long::longValue).sum();
        long lost = pairs(all)
                - parts.values().stream().mapToLong(ProblemScore::pairs).sum();
        if (lost > 0) {
            lines.put("%d pairs, %s: %s".formatted(lost, what, parts), lost);
        }
    }

    private Map<String, Long> counts(List<StruckRun> runs, Function<StruckRun, String> by) {
        return runs.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }
}
