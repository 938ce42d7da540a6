package scenariorca.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import scenariorca.Golden;
import scenariorca.platform.Json;

final class StoriesTest {
    @Test
    void the_verdict_on_each_story_is_known_to_the_byte() {
        Stories.verdicts()
                .forEach((name, verdict) -> Golden.check("verdicts/" + name + ".json", Json.writePretty(verdict)));
    }

    @Test
    void each_story_has_the_verdict_a_person_would_give() {
        assertThat(Stories.verdict("my-run-failed").headline())
                .isEqualTo(
                        "Run failed in Treatment Share: market_share was changed from 0.10 to 0.90 by jdoe, 13 minutes before.");
        assertThat(Stories.verdict("my-run-failed").remedy().fixes().getFirst().text())
                .isEqualTo("of 9 recoveries, 7 lowered market_share of Treatment Share to 0.5 or below");
        assertThat(Stories.verdict("it-disappeared").subject().lifecycle())
                .isEqualTo(
                        "The scenario was submitted 2026-11-20 10:30 UTC by jdoe and withdrawn 5 minutes later by the same user.");
        assertThat(Stories.verdict("many-fail-validation").suspects().getFirst().title())
                .isEqualTo("treatment_duration of Treated Patients");
        assertThat(Stories.verdict("many-fail-validation").likewise().failedThisWay())
                .isEqualTo(32);
        assertThat(Stories.verdict("nobody-changed-anything").verdictClass()).isEqualTo(VerdictClass.PLATFORM);
        assertThat(Stories.verdict("nobody-changed-anything").causes())
                .extracting(Suspect::verdictClass)
                .containsExactly(VerdictClass.PLATFORM);
        assertThat(Stories.verdict("it-got-slow").headline())
                .isEqualTo(
                        "Run took 3 min 6 s, 3.1 times the usual 1 min, slow since 2026-11-18 11:05 UTC (4 runs), most of it in"
                                + " Patients and Revenue: its inputs are the same as before, so look at the platform or the model.");
    }
}
