package scenariorca.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.Baseline;
import scenariorca.diagnosis.EvidenceRow;
import scenariorca.diagnosis.EvidenceTerm;
import scenariorca.diagnosis.LoggedLine;
import scenariorca.diagnosis.Suspect;
import scenariorca.diagnosis.Verdict;
import scenariorca.diagnosis.VerdictClass;
import scenariorca.report.ProblemRow;
import scenariorca.report.RunDiagnostics;
import scenariorca.report.RunDiagnostics.UsedInput;
import scenariorca.report.RunNodes;
import scenariorca.report.RunPlace;
import scenariorca.report.RunVerdicts;

/** All about one run, the answer first. */
record RunPage(
        RunPlace place,
        Verdict verdict,
        RunDiagnostics run,
        RunNodes nodes,
        LogLines logs,
        RunVerdicts verdicts,
        @Nullable ProblemRow problem) {
    /** Headlines longer than this are set smaller. */
    private static final int LONG_HEADLINE = 110;
    /** Suspects below this are folded away. */
    private static final double LIKELY = 0.01;

    /** Up to this many inputs are listed, changed or not. */
    private static final int FEW_INPUTS = 12;

    private static final Set<String> FINDINGS = Set.of("validation_issue", "perf_metric");

    String title() {
        return "Run " + Show.id(run.runId()) + " · " + Show.or(run.scenarioName(), "unnamed scenario");
    }

    boolean isLong() {
        return verdict.headline().length() > LONG_HEADLINE;
    }

    boolean isToExplain() {
        return verdict.about() == Verdict.About.FAILURE || verdict.about() == Verdict.About.SLOWNESS;
    }

    boolean isSlow() {
        return verdict.about() == Verdict.About.SLOWNESS
                && !verdict.firstFailures().isEmpty();
    }

    /** What kind of cause, and how sure. */
    String certainty() {
        if (verdict.verdictClass() == VerdictClass.UNKNOWN) {
            return "The evidence does not show the cause.";
        }
        String kind = switch (verdict.verdictClass()) {
            case INPUT -> "An input";
            case MODEL -> "The model";
            case PLATFORM -> "The platform";
            case UPSTREAM -> "Data from upstream";
            case FLUKE -> "A fluke";
            case UNKNOWN -> "Unknown";
        };
        String which = verdict.causes().isEmpty() ? "; which one is not certain" : "";
        return kind + ", " + Show.chance(verdict.answer().probability()) + " likely" + which + ".";
    }

    Optional<UUID> baselineId() {
        Baseline baseline = verdict.baseline();
        return baseline == null || baseline.runId() == null
                ? Optional.empty()
                : Optional.of(baseline.runId().value());
    }

    @Nullable
    Instant baselineAt() {
        Baseline baseline = verdict.baseline();
        return baseline == null ? null : baseline.startedAt();
    }

    /** The comparison that shows what changed; empty without a run of the same scenario to compare with. */
    String compareLink() {
        Baseline baseline = verdict.baseline();
        boolean isOwn = baseline != null && baseline.kind() == Baseline.Kind.LAST_SUCCESS;
        return isOwn ? baselineId().map(id -> Links.compare(id, run.runId())).orElse("") : "";
    }

    List<Suspect> suspects() {
        return verdict.suspects().stream().filter(RunPage::isLikely).toList();
    }

    List<Suspect> unlikelySuspects() {
        return verdict.suspects().stream().filter(suspect -> !isLikely(suspect)).toList();
    }

    private static boolean isLikely(Suspect suspect) {
        return suspect.rank() == 1 || suspect.probability() >= LIKELY;
    }

    /** What says something: how large and how late a change is only breaks ties. */
    static List<EvidenceRow> evidence(Suspect suspect) {
        return suspect.evidence().stream()
                .filter(row -> row.term() != EvidenceTerm.MAGNITUDE && row.term() != EvidenceTerm.RECENCY)
                .toList();
    }

    /** What the log says beyond what the platform says of the run: the first such line; empty without one. */
    List<LoggedLine> logSays() {
        String said = run.failReason();
        return verdict.place().logLines().stream()
                .filter(line -> said == null || !line.message().contains(said))
                .limit(1)
                .toList();
    }

    /** The inputs, those changed since the run it is compared with first. */
    List<UsedInput> inputs() {
        return run.inputSnapshot().stream()
                .sorted(Comparator.comparing((UsedInput input) -> !isNew(input)))
                .toList();
    }

    /** The inputs that were changed; all of them while they are few. */
    List<UsedInput> shownInputs() {
        return inputs().stream()
                .limit(isFolded() ? newInputs() : Long.MAX_VALUE)
                .toList();
    }

    /** The inputs that are as they were, where they are many. */
    List<UsedInput> otherInputs() {
        return isFolded() ? inputs().stream().skip(newInputs()).toList() : List.of();
    }

    private boolean isFolded() {
        return run.inputSnapshot().size() > FEW_INPUTS;
    }

    boolean isNew(UsedInput input) {
        Instant since = baselineAt();
        return since != null && !input.isInitial() && input.changedAt().isAfter(since);
    }

    long newInputs() {
        return run.inputSnapshot().stream().filter(this::isNew).count();
    }

    Optional<GraphPicture> graph() {
        return GraphPicture.of(verdict, nodes);
    }

    Optional<GanttPicture> timing() {
        Map<UUID, String> slow = new HashMap<>();
        if (isSlow()) {
            verdict.firstFailures().forEach(node -> {
                if (node.message() != null) {
                    slow.put(node.nodeId().value(), node.message());
                }
            });
        }
        return GanttPicture.of(nodes, slow);
    }

    /** What the loads stored about the run, beside what the page says already. */
    List<RunDiagnostics.Diagnostic> findings() {
        return run.diagnostics().stream()
                .filter(finding ->
                        FINDINGS.contains(finding.type()) && !finding.severity().equals("info"))
                .toList();
    }

    /** Its links begin at this server: the browser that copies it puts the address before them. */
    String ticket() {
        return new Ticket("").of(verdict, run);
    }
}
