package scenariorca.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.problems.ProblemSentence;
import scenariorca.warehouse.Query;
import scenariorca.warehouse.Snapshot;

/** What is broken? */
public final class ProblemsReport {
    /** The orders a list may have, the largest or newest first. */
    public static final List<String> SORTS = List.of("last_seen", "first_seen", "runs", "scenarios", "users");

    private static final List<String> CLASSES = List.of("input", "model", "platform", "upstream", "fluke", "unknown");

    private final ReportSession inquiry;

    ProblemsReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    /**
     * Which problems are asked for; null accepts any.
     *
     * @param window only problems that struck a run in it; they are counted whole
     * @param runs only problems of these runs, counted in them
     * @param states only these; empty for any
     * @param what narrower still
     */
    public record Filter(Window window, RunFilter runs, List<String> states, What what) {
        public Filter {
            states = List.copyOf(states);
            Check.eachOneOf("state", states, ProblemRow.STATES);
        }
    }

    /**
     * What is looked for; null accepts any.
     *
     * @param scenarioId only problems of this scenario, counted in it
     * @param problemClass only this class
     * @param owner only those this person looks after
     * @param fingerprint only those with this root error
     * @param q part of the id, the node or the error, in any case
     */
    public record What(
            @Nullable UUID scenarioId,
            @Nullable String problemClass,
            @Nullable String owner,
            @Nullable String fingerprint,
            @Nullable String q) {
        public static final What ANY = new What(null, null, null, null, null);

        public What {
            Check.oneOf("class", problemClass, CLASSES);
            Check.text("owner", owner);
            Check.text("fingerprint", fingerprint);
            Check.text("q", q);
        }
    }

    /** A row as the statement gives it. */
    record Found(
            String problemId,
            String state,
            String kind,
            String problemClass,
            String nodeName,
            String blamedInput,
            String modelName,
            String message,
            @Nullable String fingerprint,
            @Nullable String errorCategory,
            long runCount,
            long recentRunCount,
            long scenarioCount,
            long userCount,
            int episodeCount,
            @Nullable String owner,
            Instant firstSeenAt,
            Instant lastSeenAt,
            @Nullable Instant recoveredAt,
            @Nullable String release,
            @Nullable Instant releasedAt,
            long sortValue,
            List<Integer> runCounts) {
        ProblemRow row() {
            return new ProblemRow(
                    problemId,
                    state,
                    ProblemSentence.of(
                            kind, problemClass, nodeName, blamedInput.isEmpty() ? modelName : blamedInput, message),
                    kind,
                    problemClass,
                    nodeName,
                    modelName,
                    fingerprint,
                    errorCategory,
                    runCount,
                    recentRunCount,
                    scenarioCount,
                    userCount,
                    episodeCount,
                    runCounts,
                    owner,
                    firstSeenAt,
                    lastSeenAt,
                    recoveredAt,
                    release,
                    releasedAt);
        }
    }

    /** @param sort one of {@link #SORTS}; null for the first */
    public Answer<Page<ProblemRow>> answer(Filter filter, @Nullable String sort, PageRequest request) {
        Check.oneOf("sort", sort, SORTS);
        String order = sort == null ? SORTS.getFirst() : sort;
        var scope = new Cursor.Scope("problems/" + order, filter);
        Cursor cursor = scope.read(request.cursor());
        return inquiry.askToday((snapshot, today) -> {
            Page<Found> found = Page.of(
                    query(snapshot, filter, today)
                            .with("sort", order)
                            .with("after_value", Cursor.bigNumber(cursor, 0))
                            .with("after_id", Cursor.text(cursor, 1))
                            .with("row_limit", request.rowLimit())
                            .list(Found.class),
                    request,
                    scope,
                    row -> List.of(row.sortValue(), row.problemId()));
            return new Page<>(found.items().stream().map(Found::row).toList(), found.next());
        });
    }

    private static Query query(Snapshot snapshot, Filter filter, LocalDate today) {
        What what = filter.what();
        return filter.runs()
                .on(snapshot.query("report/problems/list.sql"))
                .with("at_time", dayOf(today))
                .with("from_time", filter.window().start(today))
                .withAny("states", filter.states())
                .with("scenario_id", what.scenarioId())
                .with("problem_class", what.problemClass())
                .with("owner", what.owner())
                .with("fingerprint", what.fingerprint())
                .with("q", what.q())
                .with("problem_id", (String) null);
    }

    /** The row of one problem; empty when the viewer sees no run of it. */
    static java.util.Optional<ProblemRow> row(Snapshot snapshot, String problemId, LocalDate today) {
        var all = new Filter(new Window(Window.MAX_DAYS), RunFilter.ALL, List.of(), What.ANY);
        return query(snapshot, all, today)
                .with("problem_id", problemId)
                .with("sort", SORTS.getFirst())
                .with("after_value", (Long) null)
                .with("after_id", (String) null)
                .with("row_limit", 1)
                .list(Found.class)
                .stream()
                .findFirst()
                .map(Found::row);
    }

    /** States are decided once a day, at its start in UTC, so that every answer of a day agrees. */
    static Instant dayOf(LocalDate today) {
        return today.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
