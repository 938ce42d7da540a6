package scenariorca.report;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was said of this run before, what changed it, and was it right? */
public final class RunVerdictsReport {
    private static final int MOST = 100;

    private final ReportSession inquiry;

    RunVerdictsReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    private record Found(UUID runId, @Nullable String problemId) {}

    /** @throws scenariorca.platform.RcaException NOT_FOUND, naming the id */
    public Answer<RunVerdicts> answer(UUID runId) {
        return inquiry.ask(snapshot -> {
            Found run = snapshot.query("report/verdicts/run.sql")
                    .with("run_id", runId)
                    .first(Found.class)
                    .orElseThrow(() -> Check.notFound("run", runId));
            return new RunVerdicts(
                    runId,
                    run.problemId(),
                    snapshot.query("report/verdicts/said.sql")
                            .with("run_id", runId)
                            .with("row_limit", MOST)
                            .list(RunVerdicts.Said.class),
                    snapshot.query("report/verdicts/judged.sql")
                            .with("run_id", runId)
                            .with("row_limit", MOST)
                            .list(RunVerdicts.Judged.class));
        });
    }
}
