package scenariorca.report;

/** What fails most? */
public final class TopCategoriesReport {
    public static final int DEFAULT_LIMIT = 10;

    private final ReportSession inquiry;

    TopCategoriesReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    /** @param limit most categories wanted, 1 to 1000 */
    public Answer<TopCategories> answer(Window window, int limit) {
        return answer(window, RunFilter.ALL, limit);
    }

    /** @param limit most categories wanted, 1 to 1000 */
    public Answer<TopCategories> answer(Window window, RunFilter filter, int limit) {
        Check.within("limit", limit, 1, PageRequest.MAX_LIMIT);
        return inquiry.askToday((snapshot, today) -> {
            LogCompleteness logs = LogCompleteness.of(snapshot);
            return new TopCategories(
                    window.days(),
                    logs.completeTo(),
                    logs.groups(),
                    filter.on(snapshot.query("report/top_error_categories.sql"))
                            .with("is_by_model", filter.isByModel())
                            .with("from_time", window.start(today))
                            .with("row_limit", limit)
                            .list(TopCategory.class));
        });
    }
}
