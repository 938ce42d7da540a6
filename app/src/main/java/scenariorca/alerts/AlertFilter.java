package scenariorca.alerts;

import java.util.List;

/**
 * What a channel wants to hear of; an empty list accepts any.
 *
 * @param kinds of message
 * @param classes of problem. Example: platform
 * @param areas therapeutic areas: only runs of these count
 * @param models names of models: only runs of these count
 * @param environments only runs with a log line of one of these count. Example: prod
 * @param runs a problem is told from so many runs on
 * @param grown numbers of runs at which a problem is told again, in order
 */
record AlertFilter(
        List<AlertKind> kinds,
        List<String> classes,
        List<String> areas,
        List<String> models,
        List<String> environments,
        int runs,
        List<Integer> grown) {
    static final List<Integer> USUALLY_GROWN = List.of(10, 100, 1_000);
    static final AlertFilter ALL =
            new AlertFilter(List.of(), List.of(), List.of(), List.of(), List.of(), 1, USUALLY_GROWN);

    AlertFilter {
        kinds = List.copyOf(kinds);
        classes = List.copyOf(classes);
        areas = List.copyOf(areas);
        models = List.copyOf(models);
        environments = List.copyOf(environments);
        grown = grown.stream().sorted().toList();
    }

    boolean wants(AlertKind kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    boolean wantsClass(String problemClass) {
        return classes.isEmpty() || classes.contains(problemClass);
    }

    /** Whether a threshold lies between two counts of runs. */
    boolean isGrown(long before, long now) {
        return grown.stream().anyMatch(threshold -> before < threshold && threshold <= now);
    }
}
