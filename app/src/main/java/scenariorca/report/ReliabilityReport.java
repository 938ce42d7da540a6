package scenariorca.report;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
                        .list(ReliabilityRow.class),
                request,
                scope,
                row -> List.of(row.date(), row.modelId())));
    }
}
