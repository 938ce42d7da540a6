package scenariorca.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scenariorca.report.AuditTrail;
import scenariorca.report.Check;
import scenariorca.report.ErrorSummary;
import scenariorca.report.NodeGrid;
import scenariorca.report.Page;
import scenariorca.report.Period;
import scenariorca.report.ProblemRow;
import scenariorca.report.RunRow;
import scenariorca.report.ScenarioCard;
import scenariorca.report.StateChanges.StateChange;

/** All about one scenario, what became of it first. */
record ScenarioPage(
        ScenarioCard card,
        ErrorSummary summary,
        List<StateChange> changes,
        NodeGrid grid,
        GridPicture picture,
        Page<RunRow> runs,
        AuditTrail trail,
        List<ProblemRow> problems,
        Asked asked) {
    private static final int LONGEST_CAUSE = 260;
    private static final Set<String> ENDS = Set.of("withdrawn", "deleted");

    /** What of the scenario is asked for, as it stands in the address. */
    record Asked(
            @Nullable List<String> event_types,
            @Nullable String start_date,
            @Nullable String end_date,
            @Nullable String cursor,
            @Nullable String runs_cursor,
            @Nullable String nodes,
            @Nullable String runs,
            @Nullable String before) {
        /** Runs in the grid, unless asked otherwise. */
        private static final int GRID_RUNS = 60;

        List<String> eventTypes() {
            return event_types == null ? List.of() : event_types;
        }

        boolean isOn(String eventType) {
            return eventTypes().contains(eventType);
        }

        /** Whether nodes to which nothing happened are drawn, too. */
        boolean isWhole() {
            return "all".equals(nodes);
        }

        int gridRuns() {
            String given = Filters.given(runs);
            try {
                return given == null ? GRID_RUNS : Integer.parseInt(given);
            } catch (NumberFormatException e) {
                throw Check.invalid("runs", "a whole number", String.valueOf(given));
            }
        }

        @Nullable
        Instant beforeTime() {
            String given = Filters.given(before);
            try {
                return given == null ? null : Instant.parse(given);
            } catch (DateTimeException e) {
                throw Check.invalid("before", "an RFC 3339 time such as 2026-01-31T10:15:00Z", String.valueOf(given));
            }
        }

        Period period() {
            return Period.of(Filters.given(start_date), Filters.given(end_date));
        }

        QueryString query() {
            return trail().with("cursor", cursor).with(beside());
        }

        /** What the audit trail is narrowed to. */
        QueryString trail() {
            return new QueryString()
                    .with("start_date", start_date)
                    .with("end_date", end_date)
                    .withAll("event_types", eventTypes());
        }

        /** What the form of the audit trail has no field for. */
        QueryString beside() {
            return grid().with("nodes", nodes).with("runs_cursor", runs_cursor);
        }

        /** Which runs are in the grid. */
        QueryString grid() {
            return new QueryString().with("runs", runs).with("before", before);
        }
    }

    String name() {
        return Show.name(card.scenarioName(), "Unnamed scenario");
    }

    /** An event, or as many initial values as were written at once, which nobody reads one by one. */
    record Told(AuditTrail.Event event, int count) {
        private boolean isLike(AuditTrail.Event other) {
            return event.category().equals("initial_value")
                    && other.category().equals("initial_value")
                    && event.timestamp().equals(other.timestamp());
        }

        String description() {
            return count == 1 ? event.description() : "Initial values of " + Show.number(count) + " nodes";
        }
    }

    List<Told> events() {
        return told(trail.events());
    }

    static List<Told> told(List<AuditTrail.Event> events) {
        List<Told> told = new ArrayList<>();
        for (AuditTrail.Event event : events) {
            if (!told.isEmpty() && told.getLast().isLike(event)) {
                Told last = told.removeLast();
                told.add(new Told(last.event(), last.count() + 1));
            } else {
                told.add(new Told(event, 1));
            }
        }
        return told;
    }

    /** The answer as a sentence: what became of it, then how its runs go. */
    String headline() {
        Optional<StateChange> last = changes.isEmpty() ? Optional.empty() : Optional.of(changes.getLast());
        if (last.isPresent() && ENDS.contains(last.get().transitionType())) {
            StateChange end = last.get();
            return "%s was %s by %s%s."
                    .formatted(name(), end.transitionType(), Show.or(end.changedBy(), "somebody"), after(end));
        }
        RunRow newest = runs.items().isEmpty() ? null : runs.items().getFirst();
        if (newest == null) {
            return name() + " has never been run.";
        }
        long streak = streak();
        if (streak > 0) {
            return "%s fails: its last %s did not succeed.%s"
                    .formatted(name(), streak == 1 ? "run" : streak + " runs", cause(newestFailure()));
        }
        long before =
                runs.items().stream().skip(1).takeWhile(ScenarioPage::isFailure).count();
        String after = newest.outcome().equals("success") && before > 0
                ? ", after " + (before == 1 ? "one" : before) + " that failed"
                : "";
        return "%s: its last run %s%s%s.%s"
                .formatted(
                        name(),
                        state(newest.outcome()),
                        newest.isSlow() ? ", but was slow" : "",
                        after,
                        newest.isSlow() ? cause(Optional.of(newest)) : "");
    }

    /** What the stored verdict of a run says; empty without one. */
    private static String cause(Optional<RunRow> run) {
        return run.map(RunRow::explanation)
                .map(said -> " " + Show.clip(said, LONGEST_CAUSE))
                .orElse("");
    }

    boolean isLong() {
        return headline().length() > LONGEST_CAUSE / 2;
    }

    Optional<DurationLine> durations() {
        return DurationLine.of(runs.items());
    }

    private static String state(String outcome) {
        return switch (outcome) {
            case "success" -> "succeeded";
            case "in_progress" -> "is in progress";
            default -> "ended in a way nobody knows";
        };
    }

    private String after(StateChange end) {
        for (StateChange change : changes.reversed()) {
            if (change != end && !change.transitionType().equals("updated")) {
                return ", " + Show.relative(change.changedAt(), end.changedAt()).replace(" before", " after")
                        + " it was " + change.transitionType();
            }
        }
        return "";
    }

    private long streak() {
        return runs.items().stream()
                .filter(run ->
                        !run.outcome().equals("in_progress") && !run.outcome().equals("unknown"))
                .takeWhile(run -> !run.outcome().equals("success"))
                .count();
    }

    /** The last run that worked against the first that failed after it; empty when the listed runs have no such two. */
    String compareLink() {
        RunRow failing = null;
        for (RunRow run : runs.items()) {
            if (isFailure(run)) {
                failing = run;
            } else if (failing != null && run.outcome().equals("success")) {
                return Links.compare(run.runId(), failing.runId());
            }
        }
        return "";
    }

    private static boolean isFailure(RunRow run) {
        return run.outcome().equals("failed") || run.outcome().equals("timeout");
    }

    Optional<RunRow> newestFailure() {
        return runs.items().stream().filter(ScenarioPage::isFailure).findFirst();
    }

    @Nullable
    Instant lastRunAt() {
        return runs.items().isEmpty() ? null : runs.items().getFirst().startedAt();
    }
}
