package scenariorca.report;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import scenariorca.platform.Dependency;
import scenariorca.platform.Outage;
import scenariorca.platform.RcaException;

/** Can questions be answered, and as of when? */
public final class ReadinessReport {
    private final ReportSession inquiry;
    private final Supplier<List<Outage>> outages;

    /** @param outages what else does not work */
    ReadinessReport(ReportSession inquiry, Supplier<List<Outage>> outages) {
        this.inquiry = inquiry;
        this.outages = outages;
    }

    private record Found(String schemaVersion) {}

    /** Never throws for a warehouse that does not answer: that is an answer. */
    public Readiness answer() {
        try {
            Answer<Found> found = inquiry.ask(
                    snapshot -> snapshot.query("report/schema_version.sql").one(Found.class));
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
                            : Duration.between(freshTo, inquiry.now()).toSeconds(),
                    others());
        } catch (RcaException e) {
            return new Readiness("not_ready", e.getMessage(), "down", null, null, null, null, withWarehouse());
        }
    }

    private List<Readiness.Outage> others() {
        return outages.get().stream().map(Readiness.Outage::of).toList();
    }

    private List<Readiness.Outage> withWarehouse() {
        List<Readiness.Outage> all = others();
        String warehouse = Dependency.WAREHOUSE.word();
        if (all.stream().anyMatch(outage -> outage.what().equals(warehouse))) {
            return all;
        }
        Instant since = inquiry.awaySince().orElse(inquiry.now()).truncatedTo(ChronoUnit.MILLIS);
        var own = new Readiness.Outage(warehouse, since, "it does not answer", "connecting again every second");
        return Stream.concat(Stream.of(own), all.stream()).toList();
    }
}
