package scenariorca.report;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.reliability.RunTotals;
import scenariorca.warehouse.Row;

/** How reliable were the runs, day by day? The newest day first. */
public final class ReliabilityReport {
    private final ReportSession inquiry;

    ReliabilityReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    /** Which days and models are asked for; null accepts any. */
    public record Filter(
            Window window,
            @Nullable UUID modelId,
            @Nullable String therapeuticArea,
            @Nullable String diseaseArea) {
        public Filter {
            Check.text("therapeutic_area", therapeuticArea);
            Check.text("disease_area", diseaseArea);
        }
    }

    public Answer<Page<ReliabilityRow>> answer(Filter filter, PageRequest request) {
        var scope = new Cursor.Scope("reliability/daily", filter);
        Cursor cursor = scope.read(request.cursor());
        return inquiry.askToday((snapshot, today) -> Page.of(
                snapshot.query("report/reliability_daily.sql")
                        .with("from_date", filter.window().firstDay(today))
                        .with("model_id", filter.modelId())
                        .with("therapeutic_area", filter.therapeuticArea())
                        .with("disease_area", filter.diseaseArea())
                        .with("after_date", Cursor.date(cursor, 0))
                        .with("after_id", Cursor.uuid(cursor, 1))
                        .with("row_limit", request.rowLimit())
                        .list(ReliabilityReport::row),
                request,
                scope,
                row -> List.of(row.date(), row.modelId())));
    }

    private static ReliabilityRow row(Row row) {
        var totals =
                new RunTotals(row.number("successful_runs"), row.number("failed_runs"), row.number("timeout_runs"));
        return new ReliabilityRow(
                row.date("full_date"),
                row.uuid("model_id"),
                row.textOrNull("model_name"),
                row.textOrNull("therapeutic_area"),
                row.textOrNull("disease_area"),
                row.number("total_runs"),
                row.number("successful_runs"),
                row.number("failed_runs"),
                row.number("timeout_runs"),
                totals.successRatePct().orElse(null),
                row.decimalOrNull("avg_duration_seconds"),
                row.decimalOrNull("p95_duration_seconds"),
                row.bigNumber("total_node_failures"),
                row.textOrNull("top_error_category"),
                row.textOrNull("top_failing_node"));
    }
}
