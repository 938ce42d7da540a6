package scenariorca.report;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scenariorca.scenario.RunOutcome;
import scenariorca.warehouse.Query;

/** Which runs were there? The newest first. */
public final class RunsReport {
    private static final String FILE = "report/runs.sql";
    private static final List<String> OUTCOMES = Stream.concat(
                    Arrays.stream(RunOutcome.values()).map(RunOutcome::word), Stream.of("slow"))
            .toList();

    private final ReportSession inquiry;

    RunsReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    /**
     * Which runs are asked for; null accepts any.
     *
     * @param among runs of which models and environments
     * @param userId who started them
     * @param owner who created their scenario
     * @param outcomes how they ended, any of these; slow is one, whatever else it ended as; empty accepts any
     * @param period when they started
     */
    public record Filter(
            @Nullable UUID scenarioId,
            RunFilter among,
            @Nullable String userId,
            @Nullable String owner,
            List<String> outcomes,
            @Nullable String errorCategory,
            @Nullable String fingerprint,
            @Nullable String problemId,
            Period period) {
        public Filter {
            Check.text("user_id", userId);
            Check.text("owner", owner);
            outcomes = List.copyOf(outcomes);
            outcomes.forEach(outcome -> Check.oneOf("outcome", outcome, OUTCOMES));
            Check.text("error_category", errorCategory);
            Check.text("fingerprint", fingerprint);
            Check.text("problem_id", problemId);
        }

        public static final Filter ALL = of(null);

        /** Of one scenario or all, that ended in one of these ways or any. */
        public static Filter of(@Nullable UUID scenarioId, String... outcomes) {
            return new Filter(
                    scenarioId, RunFilter.ALL, null, null, List.of(outcomes), null, null, null, new Period(null, null));
        }

        /** Of one problem. */
        public static Filter ofProblem(String problemId) {
            return new Filter(
                    null, RunFilter.ALL, null, null, List.of(), null, null, problemId, new Period(null, null));
        }
    }

    public Answer<Page<RunRow>> answer(Filter filter, PageRequest request) {
        return answer(filter, request, null);
    }

    /** @param asOf as of when; null for now */
    public Answer<Page<RunRow>> answer(Filter filter, PageRequest request, @Nullable PastTime asOf) {
        var scope = new Cursor.Scope("runs", asOf == null ? filter : List.of(filter, asOf.text()));
        Cursor cursor = scope.read(request.cursor());
        return inquiry.askAsOf(
                asOf,
                moment -> Page.of(
                        matching(moment.snapshot().query(FILE), filter, cursor)
                                .with("sort", (String) null)
                                .with("row_limit", request.rowLimit())
                                .list(RunRow.class),
                        request,
                        scope,
                        row -> List.of(row.startedAt(), row.runId())));
    }

    /** @param order by started, outcome, scenario, by, took or says */
    public Answer<OrderedPage<RunRow>> answer(Filter filter, RowOrder order) {
        return inquiry.ask(snapshot -> order.read(matching(snapshot.inOrder(FILE), filter, null), RunRow.class));
    }

    private static Query matching(Query query, Filter filter, @Nullable Cursor cursor) {
        return filter.among()
                .on(query)
                .with("scenario_id", filter.scenarioId())
                .with("user_id", filter.userId())
                .with("owner", filter.owner())
                .withAny("outcomes", filter.outcomes())
                .with("error_category", filter.errorCategory())
                .with("fingerprint", filter.fingerprint())
                .with("problem_id", filter.problemId())
                .with("from_time", filter.period().from())
                .with("until_time", filter.period().until())
                .with("after_time", Cursor.instant(cursor, 0))
                .with("after_id", Cursor.uuid(cursor, 1));
    }
}
