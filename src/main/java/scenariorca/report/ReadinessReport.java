package scenariorca.report;

import java.time.Duration;
import java.time.Instant;
import scenariorca.platform.RcaException;

/** Can questions be answered, and as of when? */
public final class ReadinessReport {
    private final Inquiry inquiry;

    ReadinessReport(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    private record Found(String schemaVersion) {}

    /** Never throws for a warehouse that does not answer: that is an answer. */
    public Readiness answer() {
        try {
            Answer<Found> found = inquiry.ask(snapshot ->
                    snapshot.query("report/schema_version.sql").one(row -> new Found(row.text("schema_version"))));
            Instant freshTo = found.freshness().freshTo();
            return new Readiness(
                    "ready",
                    null,
                    "up",
                    found.content().schemaVersion(),
                    found.freshness().version(),
                    freshTo,
                    freshTo == null
                            ? null
                            : Duration.between(freshTo, inquiry.now()).toSeconds());
        } catch (RcaException e) {
            return new Readiness("not_ready", e.getMessage(), "down", null, null, null, null);
        }
    }
}
