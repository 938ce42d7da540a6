package scenariorca.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Why did these runs fail, each in one sentence? */
public final class VerdictLinesReport {
    private final ReportSession inquiry;

    VerdictLinesReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    /** The headline by run; a run whose verdict was not stored yet is left out. */
    public Answer<Map<UUID, String>> answer(List<UUID> runIds) {
        return inquiry.ask(snapshot -> {
            Map<UUID, String> lines = new HashMap<>();
            if (!runIds.isEmpty()) {
                snapshot.query("report/verdict_lines.sql")
                        .withAny("run_ids", runIds.stream().map(UUID::toString).toList())
                        .list(row -> lines.putIfAbsent(row.uuid("run_id"), row.text("diagnostic_message")));
            }
            return Map.copyOf(lines);
        });
    }
}
