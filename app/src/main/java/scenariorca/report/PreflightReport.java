package scenariorca.report;

import java.util.UUID;
import scenariorca.explanation.OutlookReader;
import scenariorca.explanation.TypedInputs;
import scenariorca.preflight.Preflight;

/** What would a run of this scenario probably come to? */
public final class PreflightReport {
    private final ReportSession inquiry;

    PreflightReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    /**
     * As of the newest data.
     *
     * @param typed inputs as they would be, instead of those that stand
     * @throws scenariorca.platform.RcaException NOT_FOUND, naming the id
     */
    public Answer<Preflight> answer(UUID scenarioId, TypedInputs typed) {
        return inquiry.askFresh((snapshot, freshTo) -> OutlookReader.read(snapshot, scenarioId, freshTo, typed)
                .map(Preflight::of)
                .orElseThrow(() -> Check.notFound("scenario", scenarioId)));
    }
}
