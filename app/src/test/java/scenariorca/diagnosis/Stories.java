package scenariorca.diagnosis;

import static scenariorca.diagnosis.Given.COMPLIANCE;
import static scenariorca.diagnosis.Given.PATIENTS;
import static scenariorca.diagnosis.Given.POPULATION;
import static scenariorca.diagnosis.Given.PRICE;
import static scenariorca.diagnosis.Given.REVENUE;
import static scenariorca.diagnosis.Given.RUN_AT;
import static scenariorca.diagnosis.Given.SHARE;
import static scenariorca.diagnosis.Given.TREATED;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import scenariorca.comparison.Baseline;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.PastFix;
import scenariorca.diagnosis.evidence.PatternSpread;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.diagnosis.evidence.SameInputs;
import scenariorca.diagnosis.evidence.SimilarFailure;
import scenariorca.diagnosis.evidence.SlowDown;
import scenariorca.diagnosis.evidence.Transition;
import scenariorca.scenario.RunOutcome;

/** The stories every support engineer knows, as evidence by hand; for verdicts and for their text. */
public final class Stories {
    private Stories() {}

    /** The verdict of each story, by name. */
    public static Map<String, Verdict> verdicts() {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        stories().forEach((name, given) -> verdicts.put(name, given.verdict()));
        return verdicts;
    }

    static Verdict verdict(String name) {
        return Diagnosis.explain(evidence(name));
    }

    /** The evidence of a story. */
    public static RunEvidence evidence(String name) {
        return Objects.requireNonNull(stories().get(name), name).evidence();
    }

    private static Map<String, Given> stories() {
        Map<String, Given> stories = new LinkedHashMap<>();
        stories.put("my-run-failed", failed());
        stories.put("it-disappeared", disappeared());
        stories.put("many-fail-validation", validation());
        stories.put("nobody-changed-anything", outage());
        stories.put("it-got-slow", slow());
        return stories;
    }

    static Given failed() {
        var given = new Given()
                .failed(SHARE, "market shares sum to 1.35, must be at most 1")
                .failed(TREATED, "input of Treatment Share is missing");
        given.changed(
                        SHARE,
                        "{\"market_share\":0.10,\"unit\":\"fraction\"}",
                        "{\"market_share\":0.90,\"unit\":\"fraction\"}",
                        13)
                .peers(0.12, 0.04, 0.02, 0.4);
        given.changed(PRICE, "{\"price_per_unit\":100}", "{\"price_per_unit\":240}", 4).by = "mlee";
        given.changed(PATIENTS, "{\"relapse\":0.1}", "{\"relapse\":0.15}", 40);
        given.log("ERROR", SHARE, "Node Treatment Share failed: market_share=0.9", 0);
        given.recoveries = 9;
        given.fixes.add(new PastFix(SHARE, "Treatment Share", "market_share", InputChange.Direction.LOWERED, 7, 0.5));
        given.similar.add(new SimilarFailure(Given.run(55), "Upside case", RUN_AT.minus(Duration.ofDays(9))));
        given.spread = new PatternSpread(0, 0, 1, 6, 0.01, 0.12, 3, 2, RUN_AT.minus(Duration.ofDays(60)));
        return given;
    }

    static Given disappeared() {
        var given = new Given();
        given.outcome = RunOutcome.SUCCESS;
        given.fingerprint = null;
        given.transitions.add(new Transition("submitted", "jdoe", RUN_AT.minus(Duration.ofMinutes(35))));
        given.transitions.add(new Transition("withdrawn", "jdoe", RUN_AT.minus(Duration.ofMinutes(30))));
        return given;
    }

    static Given validation() {
        var given = new Given().failed(TREATED, "must be between 1 and 120 months");
        given.changed(TREATED, "{\"treatment_duration\":24}", "{\"treatment_duration\":150}", 60).by = "mlee";
        given.spread = new PatternSpread(0, 0, 2, 5, 0.4, 0.1, 32, 9, RUN_AT.minus(Duration.ofDays(2)));
        return given;
    }

    static Given outage() {
        var given = DiagnosisTest.outage(new Given()
                .failed(REVENUE, "java.lang.OutOfMemoryError: Java heap space")
                .category("memory"));
        given.log("ERROR", null, "worker-3 killed: OutOfMemoryError", 0);
        given.changed(COMPLIANCE, "{\"rate\":0.8}", "{\"rate\":0.7}", 200);
        given.changed(POPULATION, "{\"market_size\":120000}", "{\"market_size\":125000}", 20);
        return given;
    }

    static Given slow() {
        var given = new Given();
        given.outcome = RunOutcome.SUCCESS;
        given.fingerprint = null;
        given.seconds = 186;
        given.baseline =
                new Baseline(Baseline.Kind.LAST_SUCCESS, Given.run(1), RUN_AT.minus(Duration.ofDays(3)), null, null, 0);
        given.same = new SameInputs(5, 0, Given.run(1));
        given.slow = new SlowDown(
                186,
                60,
                12,
                Given.run(6),
                RUN_AT.minus(Duration.ofDays(2)),
                4,
                1.0,
                2,
                122_000,
                List.of(
                        new SlowDown.SlowNode(PATIENTS, 95_000, 20_000),
                        new SlowDown.SlowNode(REVENUE, 55_000, 8_000),
                        new SlowDown.SlowNode(PRICE, 1_000, 1_000)));
        return given;
    }
}
