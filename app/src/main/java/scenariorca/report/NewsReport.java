package scenariorca.report;

import java.util.Objects;

/** What is new since a page was made? */
public final class NewsReport {
    private final ReportSession inquiry;

    NewsReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    /** @param since RFC 3339 time or day, UTC. Example: 2026-02-10T11:55:00Z */
    public Answer<News> answer(String since) {
        Period period = Period.since(since);
        return inquiry.ask(snapshot -> snapshot.query("report/news.sql")
                .with("since", Objects.requireNonNull(period.from()))
                .one(News.class));
    }
}
