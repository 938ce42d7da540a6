package scenariorca.report;

import scenariorca.diagnosis.Fix;
import scenariorca.explanation.OtherRuns;
import scenariorca.warehouse.Snapshot;

/** What made this error pattern go away before? */
public final class PatternFixesReport {
    private final ReportSession inquiry;

    PatternFixesReport(ReportSession inquiry) {
        this.inquiry = inquiry;
    }

    /** @throws scenariorca.platform.RcaException NOT_FOUND, naming the fingerprint */
    public Answer<PatternFixes> answer(String fingerprint) {
        Check.text("fingerprint", fingerprint);
        return inquiry.ask(snapshot -> answer(snapshot, fingerprint));
    }

    private static PatternFixes answer(Snapshot snapshot, String fingerprint) {
        OtherRuns.Recoveries found = snapshot.query("report/explanation/pattern.sql")
                .with("fingerprint", fingerprint)
                .first(row ->
                        OtherRuns.recoveries(snapshot, row.number("error_pattern_key"), row.instant("until_time")))
                .orElseThrow(() -> Check.notFound("error pattern", fingerprint));
        return new PatternFixes(
                fingerprint,
                found.recoveries(),
                found.fixes().stream()
                        .map(fix -> Fix.of(fix, found.recoveries()))
                        .toList());
    }
}
