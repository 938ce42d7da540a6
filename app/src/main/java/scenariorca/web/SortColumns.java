package scenariorca.web;

import java.util.Map;
import scenariorca.report.ErrorPattern;
import scenariorca.report.ErrorPatternRow;
import scenariorca.report.ProblemCard;
import scenariorca.report.ProblemRow;
import scenariorca.report.TopCategory;
import scenariorca.report.TopFailing.BrokenScenario;
import scenariorca.report.TopFailing.FailingNode;
import scenariorca.report.TopFailing.FailingScenario;
import scenariorca.report.TopFailing.FlakyInput;
import scenariorca.report.UserJourney.UserSession;
import scenariorca.web.Sorting.Column;
import scenariorca.web.Sorting.ListColumn;

/** The columns that tables can be put in order by. */
final class SortColumns {
    private static final ListColumn TEXT = new ListColumn(true);
    private static final ListColumn VALUE = new ListColumn(false);

    private SortColumns() {}

    static final Map<String, Column<ProblemRow>> PROBLEMS = Map.of(
            "problem", Column.text(ProblemRow::sentence),
            "state", Column.value(row -> ProblemRow.STATES.size() - ProblemRow.STATES.indexOf(row.state())),
            "runs", Column.number(ProblemRow::runCount),
            "recent_runs", Column.number(ProblemRow::recentRunCount),
            "scenarios", Column.number(ProblemRow::scenarioCount),
            "users", Column.number(ProblemRow::userCount),
            "first_seen", Column.value(ProblemRow::firstSeenAt),
            "last_seen", Column.value(ProblemRow::lastSeenAt),
            "owner", Column.text(ProblemRow::owner));

    static final Map<String, ListColumn> RUNS = Map.of(
            "started", VALUE,
            "outcome", TEXT,
            "scenario", TEXT,
            "by", TEXT,
            "took", VALUE,
            "says", TEXT);

    static final Map<String, Column<FailingScenario>> FAILING = Map.of(
            "scenario", Column.text(FailingScenario::scenarioName),
            "failed", Column.number(FailingScenario::failedRuns),
            "runs", Column.number(FailingScenario::runCount),
            "last", Column.value(FailingScenario::lastFailureAt));

    static final Map<String, ListColumn> SCENARIOS = Map.of(
            "scenario", TEXT,
            "model", TEXT,
            "owner", TEXT,
            "status", TEXT,
            "runs", VALUE,
            "last_run", VALUE,
            "success", VALUE,
            "streak", VALUE);

    static final Map<String, Column<TopCategory>> CATEGORIES = Map.of(
            "kind", Column.text(TopCategory::category),
            "runs", Column.number(TopCategory::runCount),
            "lines", Column.number(TopCategory::logCount));

    static final Map<String, ListColumn> PATTERNS = Map.of(
            "pattern", TEXT,
            "kind", TEXT,
            "severity", VALUE,
            "failed", VALUE,
            "scenarios", VALUE,
            "logged", VALUE,
            "first_seen", VALUE,
            "last_seen", VALUE);

    static final Map<String, Column<FailingNode>> NODES = Map.of(
            "node", Column.text(FailingNode::nodeName),
            "model", Column.text(FailingNode::modelName),
            "failures", Column.number(FailingNode::failedCalculations),
            "first", Column.number(FailingNode::firstFailedRuns),
            "broken", Column.number(FailingNode::brokenScenarios),
            "flaky", Column.number(FailingNode::flakyInputs),
            "runs", Column.number(FailingNode::runCount),
            "scenarios", Column.number(FailingNode::scenarioCount),
            "last", Column.value(FailingNode::lastFailureAt));

    static final Map<String, Column<BrokenScenario>> BROKEN = Map.of(
            "scenario", Column.text(BrokenScenario::scenarioName),
            "failed", Column.number(BrokenScenario::failedRuns),
            "since", Column.value(BrokenScenario::failingSince));

    static final Map<String, Column<FlakyInput>> FLAKY = Map.of(
            "scenario", Column.text(FlakyInput::scenarioName),
            "passed", Column.number(FlakyInput::successfulRuns),
            "failed", Column.number(FlakyInput::failedRuns),
            "last", Column.value(FlakyInput::lastRunAt));

    static final Map<String, ListColumn> CHANGES = Map.of(
            "when", VALUE,
            "kind", TEXT,
            "what", TEXT,
            "by", TEXT,
            "scenario", TEXT,
            "failed", VALUE);

    static final Map<String, ListColumn> ACTIONS = Map.of(
            "when", VALUE,
            "what", TEXT,
            "scenario", TEXT,
            "worked", VALUE,
            "details", TEXT);

    static final Map<String, ListColumn> PEOPLE = Map.of(
            "user", TEXT,
            "first", VALUE,
            "last", VALUE);

    static final Map<String, Column<UserSession>> SESSIONS = Map.of(
            "began", Column.value(UserSession::startedAt),
            "length", Column.value(UserSession::durationSeconds),
            "actions", Column.number(session -> (long) session.actionCount()),
            "failed", Column.number(session -> (long) session.failedActions()),
            "mostly", Column.text(UserSession::mostCommonAction),
            "scenarios", Column.number(session -> (long) session.scenarioIds().size()));

    static final Map<String, Column<ProblemCard.Cause>> CAUSES = Map.of(
            "input", Column.text(ProblemCard.Cause::title),
            "scenario", Column.text(ProblemCard.Cause::scenarioName),
            "by", Column.text(ProblemCard.Cause::changedBy),
            "changed", Column.value(ProblemCard.Cause::changedAt),
            "runs", Column.number(ProblemCard.Cause::runCount));

    static final Map<String, Column<ProblemCard.Scenario>> STRUCK = Map.of(
            "scenario", Column.text(ProblemCard.Scenario::scenarioName),
            "owner", Column.text(ProblemCard.Scenario::owner),
            "model", Column.text(ProblemCard.Scenario::modelName),
            "runs", Column.number(ProblemCard.Scenario::runCount),
            "first", Column.value(ProblemCard.Scenario::firstSeenAt),
            "last", Column.value(ProblemCard.Scenario::lastSeenAt),
            "recovered", Column.value(ProblemCard.Scenario::recoveredAt));

    static final Map<String, Column<ErrorPattern.AffectedScenario>> CARRYING = Map.of(
            "scenario", Column.text(ErrorPattern.AffectedScenario::scenarioName),
            "runs", Column.number(ErrorPattern.AffectedScenario::runCount),
            "lines", Column.number(ErrorPattern.AffectedScenario::logCount),
            "last", Column.value(ErrorPattern.AffectedScenario::lastRunAt));

    static final Map<String, Column<ErrorPattern.FailingNode>> SAYING = Map.of(
            "node", Column.text(ErrorPattern.FailingNode::nodeName),
            "model", Column.text(ErrorPattern.FailingNode::modelName),
            "failures", Column.number(ErrorPattern.FailingNode::failureCount),
            "runs", Column.number(ErrorPattern.FailingNode::runCount),
            "lines", Column.number(ErrorPattern.FailingNode::logCount));

    static final Map<String, Column<ErrorPattern.AffectedUser>> USERS = Map.of(
            "user", Column.text(ErrorPattern.AffectedUser::userId),
            "runs", Column.number(ErrorPattern.AffectedUser::runCount),
            "lines", Column.number(ErrorPattern.AffectedUser::logCount));

    /** Those of the runs that failed; where none did, those that logged it. */
    static long scenarios(ErrorPatternRow pattern) {
        return pattern.failedRunCount() == 0 ? pattern.scenarioCount() : pattern.failedScenarioCount();
    }
}
