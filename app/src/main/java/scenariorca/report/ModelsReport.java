package scenariorca.report;

import java.util.List;

/** Which models are there? By name. */
public final class ModelsReport {
    /** More models than any platform has. */
    private static final int MAX_MODELS = 5_000;

    private final ReportSession inquiry;

    ModelsReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    public Answer<List<ModelRow>> answer() {
        return inquiry.ask(snapshot -> snapshot.query("report/models.sql")
                .with("row_limit", MAX_MODELS)
                .list(ModelRow.class));
    }
}
