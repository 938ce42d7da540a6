package scenariorca.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.warehouse.PastState;
import scenariorca.warehouse.Snapshot;

/**
 * The warehouse as of when a question is asked.
 *
 * @param snapshot what it holds, then
 * @param today the UTC day of that time
 * @param known which state it is; null for that of now
 */
record Moment(Snapshot snapshot, LocalDate today, @Nullable KnownAt known) {
    /** As the statement gives it. */
    record Found(
            Instant nowAt,
            @Nullable Instant keptSince,
            @Nullable Long firstVersion,
            @Nullable Long lastVersion,
            @Nullable Long version,
            @Nullable Instant publishedAt,
            List<String> unseen) {}

    /** @throws RcaException INVALID_INPUT for a time that has not come, or that nothing is kept of */
    static Moment of(Snapshot snapshot, @Nullable PastTime asked, LocalDate today) {
        if (asked == null) {
            return new Moment(snapshot, today, null);
        }
        Found found = snapshot.query("report/as_of/moment.sql")
                .with("version", asked.version())
                .with("at_time", asked.at())
                .one(Found.class);
        Instant at = asked.at() != null && asked.isDayOf(found.nowAt()) ? found.nowAt() : asked.at();
        checkReach(asked, at, found);
        if (found.version() == null || found.publishedAt() == null || found.keptSince() == null) {
            throw unknown(asked, found.keptSince(), found.firstVersion());
        }
        var known = new KnownAt(
                at == null ? found.publishedAt() : at,
                found.version(),
                found.publishedAt(),
                found.keptSince(),
                found.version().equals(found.lastVersion()));
        return new Moment(
                snapshot.asOf(new PastState(found.publishedAt(), found.unseen())),
                LocalDate.ofInstant(known.at(), ZoneOffset.UTC),
                known);
    }

    private static void checkReach(PastTime asked, @Nullable Instant at, Found found) {
        if (at != null && at.isAfter(found.nowAt())) {
            throw Check.invalid(PastTime.NAME, "a time that has come", asked.text());
        }
        Long last = found.lastVersion();
        if (asked.version() != null && last != null && asked.version() > last) {
            throw Check.invalid(PastTime.NAME, "at most %d, the newest load".formatted(last), asked.text());
        }
    }

    private static RcaException unknown(PastTime asked, @Nullable Instant since, @Nullable Long first) {
        return new RcaException(
                ErrorCode.INVALID_INPUT,
                since == null
                        ? "%s is \"%s\", but what was known is not kept yet; it is from the next load on"
                                .formatted(PastTime.NAME, asked.text())
                        : "%s is \"%s\", but what was known is kept since %s (load %d) only"
                                .formatted(PastTime.NAME, asked.text(), since, first));
    }
}
