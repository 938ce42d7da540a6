package scenariorca.report;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import scenariorca.bundle.EvidenceBundle;
import scenariorca.comparison.Baseline;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.explanation.EvidenceReader;
import scenariorca.warehouse.Snapshot;

/** What is the verdict on this run, with everything it was made of, to take along? */
public final class EvidenceBundleReport {
    private final ReportSession inquiry;

    EvidenceBundleReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    /** @throws scenariorca.platform.RcaException NOT_FOUND, naming the id */
    public Answer<EvidenceBundle> answer(UUID runId) {
        return inquiry.ask(snapshot -> EvidenceReader.read(snapshot, runId)
                .map(evidence -> bundle(snapshot, evidence, FoundRun.find(snapshot, runId)))
                .orElseThrow(() -> Check.notFound("run", runId)));
    }

    private static EvidenceBundle bundle(Snapshot snapshot, RunEvidence evidence, FoundRun run) {
        var more = new HashMap<String, Object>();
        more.put("run", RunDiagnosticsReport.whole(snapshot, run));
        Baseline baseline = evidence.baseline();
        if (baseline != null && baseline.runId() != null) {
            // Of another scenario, it may be one that this viewer does not see.
            snapshot.query("report/run.sql")
                    .with("run_id", baseline.runId().value())
                    .first(FoundRun.class)
                    .ifPresent(other -> more.put("baseline_inputs", InputSnapshot.of(snapshot, other)));
        }
        String schemaVersion = snapshot.query("report/schema_version.sql").one(row -> row.text("schema_version"));
        return EvidenceBundle.of(
                evidence,
                new EvidenceBundle.Origin(schemaVersion, snapshot.state().version()),
                Map.copyOf(more));
    }
}
