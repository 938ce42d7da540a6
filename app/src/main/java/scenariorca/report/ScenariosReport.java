package scenariorca.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.warehouse.Query;

/** Which scenarios are there, and how do their runs go? The newest first. */
public final class ScenariosReport {
    private static final String FILE = "report/scenarios.sql";

    private final ReportSession inquiry;

    ScenariosReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    /**
     * Which scenarios are asked for; null accepts any.
     *
     * @param q part of the name, in any case
     */
    public record Filter(
            @Nullable String status,
            @Nullable UUID modelId,
            @Nullable String createdBy,
            @Nullable String therapeuticArea,
            @Nullable String diseaseArea,
            @Nullable String q) {
        public Filter {
            Check.text("status", status);
            Check.text("created_by", createdBy);
            Check.text("therapeutic_area", therapeuticArea);
            Check.text("disease_area", diseaseArea);
            Check.text("q", q);
        }
    }

    /** The statuses scenarios have, by name. */
    public Answer<List<String>> statuses() {
        return inquiry.ask(snapshot -> snapshot.query("report/statuses.sql").list(row -> row.text("status")));
    }

    public Answer<Page<ScenarioRow>> answer(Filter filter, PageRequest request) {
        var scope = new Cursor.Scope("scenarios", filter);
        Cursor cursor = scope.read(request.cursor());
        return inquiry.ask(snapshot -> Page.of(
                matching(snapshot.query(FILE), filter, cursor)
                        .with("sort", (String) null)
                        .with("row_limit", request.rowLimit())
                        .list(ScenarioRow.class),
                request,
                scope,
                row -> List.of(Objects.requireNonNullElse(row.createdAt(), Instant.EPOCH), row.scenarioId())));
    }

    /** @param order by scenario, model, owner, status, runs, last_run, success or streak */
    public Answer<OrderedPage<ScenarioRow>> answer(Filter filter, RowOrder order) {
        return inquiry.ask(snapshot -> order.read(matching(snapshot.inOrder(FILE), filter, null), ScenarioRow.class));
    }

    private static Query matching(Query query, Filter filter, @Nullable Cursor cursor) {
        return query.with("status", filter.status())
                .with("model_id", filter.modelId())
                .with("created_by", filter.createdBy())
                .with("therapeutic_area", filter.therapeuticArea())
                .with("disease_area", filter.diseaseArea())
                .with("q", filter.q())
                .with("after_time", Cursor.instant(cursor, 0))
                .with("after_id", Cursor.uuid(cursor, 1));
    }
}
