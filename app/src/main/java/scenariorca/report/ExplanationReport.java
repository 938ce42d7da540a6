package scenariorca.report;

import java.util.UUID;
import scenariorca.diagnosis.Diagnosis;
import scenariorca.diagnosis.Verdict;
import scenariorca.explanation.EvidenceReader;

/** Why did this run fail, or take so long? */
public final class ExplanationReport {
    private final ReportSession inquiry;

    ExplanationReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    /** @throws scenariorca.platform.RcaException NOT_FOUND, naming the id */
    public Answer<Verdict> answer(UUID runId) {
        return inquiry.ask(snapshot -> EvidenceReader.read(snapshot, runId)
                .map(Diagnosis::explain)
                .orElseThrow(() -> Check.notFound("run", runId)));
    }
}
