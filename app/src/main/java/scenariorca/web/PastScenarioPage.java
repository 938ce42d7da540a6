package scenariorca.web;

import java.util.Objects;
import scenariorca.report.AuditTrail;
import scenariorca.report.KnownAt;

/**
 * What was known of a scenario at a time.
 *
 * @param trail its audit trail as of then
 * @param asked what it is narrowed to
 * @param asOf the time, as it was given
 */
record PastScenarioPage(AuditTrail trail, ScenarioPage.Asked asked, String asOf) {
    KnownAt known() {
        return Objects.requireNonNull(trail.knownAt());
    }

    String headline() {
        return Show.count(trail.eventCount(), "event") + " of this scenario "
                + (trail.eventCount() == 1 ? "was" : "were") + " known.";
    }

    QueryString query() {
        return asked.trail().with("as_of", asOf);
    }
}
