package scenariorca.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How did the newest runs of these scenarios end? */
public final class RecentRunsReport {
    /** Most runs of each scenario: as many as a line of text has room for. */
    public static final int MAX_EACH = 50;

    private final ReportSession inquiry;

    RecentRunsReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    /** @param each most runs of each scenario, 1 to 50 */
    public Answer<RecentRuns> answer(List<UUID> scenarioIds, int each) {
        Check.within("each", each, 1, MAX_EACH);
        return inquiry.ask(snapshot -> {
            Map<UUID, List<RecentRuns.Run>> runs = new HashMap<>();
            if (!scenarioIds.isEmpty()) {
                snapshot.query("report/recent_runs.sql")
                        .withAny(
                                "scenario_ids",
                                scenarioIds.stream().map(UUID::toString).toList())
                        .with("each_limit", each)
                        .list(row -> runs.computeIfAbsent(row.uuid("scenario_id"), any -> new ArrayList<>())
                                .add(row.as(RecentRuns.Run.class)));
            }
            return new RecentRuns(runs);
        });
    }
}
