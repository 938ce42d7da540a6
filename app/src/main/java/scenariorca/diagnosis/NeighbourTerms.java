package scenariorca.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import scenariorca.diagnosis.evidence.Neighbours;
import scenariorca.diagnosis.evidence.PlatformRelease;
import scenariorca.diagnosis.evidence.Retries;
import scenariorca.diagnosis.evidence.RunEvidence;

/**
 * What failures of scenarios that nobody changed tell, where they happened, and how it went when somebody just tried again. No
 * word of an error is needed for that.
 */
final class NeighbourTerms {
    /** Scenarios from which on a count says all it can. */
    private static final double MANY = 8;

    private static final double HOURS_OF_DAY = 24;
    private static final Set<VerdictClass> OF_MANY =
            EnumSet.of(VerdictClass.MODEL, VerdictClass.PLATFORM, VerdictClass.UPSTREAM);
    private static final Set<VerdictClass> OF_A_MODEL = EnumSet.of(VerdictClass.MODEL, VerdictClass.UPSTREAM);
    private static final Set<VerdictClass> PASSING_BY = EnumSet.of(VerdictClass.PLATFORM, VerdictClass.FLUKE);

    private final RunEvidence evidence;
    private final Neighbours others;

    NeighbourTerms(RunEvidence evidence) {
        this.evidence = evidence;
        this.others = evidence.others().neighbours();
    }

    void add(VerdictClass verdictClass, Scorecard card) {
        if (OF_MANY.contains(verdictClass)) {
            card.addCount(
                    EvidenceTerm.UNCHANGED_FAIL_NOW,
                    few(others.unchangedFailed()),
                    "scenarios that nobody changed since their last success failed within 15 minutes",
                    others.unchangedFailed(),
                    evidence.spread().failedAround());
        }
        if (OF_A_MODEL.contains(verdictClass)) {
            ofModel(card);
        }
        if (verdictClass == VerdictClass.PLATFORM) {
            card.addCount(
                    EvidenceTerm.FAIL_AT_OTHER_NODES,
                    few(others.otherNode()),
                    "scenarios of the model failed at other nodes in these hours",
                    others.otherNode(),
                    others.otherNode() + others.sameNode());
            releases(card);
        }
        if (PASSING_BY.contains(verdictClass)) {
            retries(card);
        }
        boolean isAlone = others.unchangedFailed() == 0
                && others.sameNodeUnchanged() == 0
                && evidence.spread().scenariosAround() == 0;
        if (verdictClass == VerdictClass.FLUKE) {
            int struck = evidence.spread().scenariosAround() + others.unchangedFailed();
            card.addCount(
                    EvidenceTerm.NOT_ALONE,
                    struck(evidence),
                    "other scenarios failed the same way, or with nothing changed, within 15 minutes",
                    struck,
                    struck);
        }
        if (verdictClass == VerdictClass.FLUKE && isAlone) {
            int passed = evidence.spread().passedAround() + others.passedOfModel();
            card.addCount(
                    EvidenceTerm.ALONE,
                    passed / (passed + 1.0),
                    "no other scenario failed the same way, nor one that nobody changed; passed meanwhile",
                    passed,
                    passed + evidence.spread().failedAround());
        }
    }

    private void ofModel(Scorecard card) {
        int failed = others.sameNode() + others.otherNode();
        card.addCount(
                EvidenceTerm.FAIL_AT_SAME_NODE,
                (few(others.sameNode()) + few(others.sameNodeUnchanged())) / 2,
                "other scenarios of the model failed at the same node in these hours",
                others.sameNode(),
                failed);
        card.addCount(
                EvidenceTerm.MODEL_PASSES_NOW,
                others.passedOfModel() / (others.passedOfModel() + 2.0),
                "other scenarios of the model passed in these hours",
                others.passedOfModel(),
                others.passedOfModel() + failed);
    }

    private void retries(Scorecard card) {
        Retries retries = evidence.others().retries();
        double all = retries.passed() + retries.failed() + 1.0;
        card.addCount(
                EvidenceTerm.RETRY_PASSED,
                retries.passed() / all,
                "who repeated such a failure without a change passed",
                retries.passed(),
                retries.passed() + retries.failed());
        card.addCount(
                EvidenceTerm.RETRY_FAILED,
                retries.failed() / all,
                "who repeated such a failure without a change failed again",
                retries.failed(),
                retries.passed() + retries.failed());
    }

    private void releases(Scorecard card) {
        evidence.others().releases().stream().findFirst().ifPresent(newest -> {
            double hours =
                    Duration.between(newest.at(), evidence.run().startedAt()).toMinutes() / 60.0;
            card.add(EvidenceTerm.RELEASED, StrictMath.exp(-hours / HOURS_OF_DAY), told(newest));
        });
        Instant firstSeen = evidence.spread().firstSeenAt();
        int scenarios = evidence.spread().scenariosInMonth();
        evidence.others().releases().stream()
                .filter(release -> firstSeen != null && !firstSeen.isBefore(release.at()))
                .findFirst()
                .ifPresent(release -> card.addCount(
                        EvidenceTerm.NEW_SINCE_RELEASE,
                        1 - 1.0 / Math.max(1, scenarios),
                        "this error was never seen before " + named(release)
                                + ", and has struck several scenarios since",
                        scenarios,
                        scenarios));
    }

    private static String named(PlatformRelease release) {
        return "release " + release.name() + (release.service().isEmpty() ? "" : " of " + release.service());
    }

    private String told(PlatformRelease release) {
        String what = release.service().isEmpty() ? "the platform" : release.service();
        return what + " was released as " + release.name() + " "
                + Phrases.span(release.at(), evidence.run().startedAt()) + " before";
    }

    /** How surely something strikes more than one scenario at the time, 0 to 1. */
    static double struck(RunEvidence evidence) {
        double excess = evidence.spread().scenariosAround() - evidence.spread().usualScenarios();
        int unchanged = evidence.others().neighbours().unchangedFailed();
        return Math.min(1, few((int) Math.max(0, Math.round(excess)) + unchanged));
    }

    private static double few(int count) {
        return StrictMath.log(1.0 + count) / StrictMath.log(MANY);
    }
}
