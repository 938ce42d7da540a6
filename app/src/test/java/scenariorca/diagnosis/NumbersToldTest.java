package scenariorca.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static scenariorca.diagnosis.Given.PATIENTS;
import static scenariorca.diagnosis.Given.POPULATION;
import static scenariorca.diagnosis.Given.SHARE;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import scenariorca.diagnosis.evidence.Series;

/** How far a value is beyond its limit, and how far a count goes against a series: numbers that need no word. */
final class NumbersToldTest {
    @Test
    void a_change_that_moved_as_far_as_the_value_is_beyond_its_limit_is_told_from_one_that_did_not() {
        for (String error : List.of("kosten 48211.5 > 9600.25", "9600.25 を超える 48211.5", "48211,5 statt 9600,25")) {
            var given = new Given().failed(SHARE, error);
            given.changed(PATIENTS, "{\"rate\":0.1}", "{\"rate\":0.9}", 60);
            given.changed(SHARE, "{\"uptake\":0.10}", "{\"uptake\":0.11}", 5);

            assertThat(terms(given, "rate"))
                    .as(error)
                    .containsKey(EvidenceTerm.MOVED_ENOUGH)
                    .doesNotContainKey(EvidenceTerm.MOVED_TOO_LITTLE);
            assertThat(terms(given, "uptake"))
                    .as(error)
                    .containsKey(EvidenceTerm.MOVED_TOO_LITTLE)
                    .doesNotContainKey(EvidenceTerm.MOVED_ENOUGH);
        }
    }

    @Test
    void an_error_with_one_number_or_with_periods_compares_nothing() {
        for (String error : List.of("no value for 2027", "2027-03 to 2031-04: gap", "code 48211.5")) {
            var given = new Given().failed(SHARE, error);
            given.changed(PATIENTS, "{\"rate\":0.1}", "{\"rate\":0.9}", 60);

            assertThat(terms(given, "rate"))
                    .as(error)
                    .doesNotContainKeys(EvidenceTerm.MOVED_ENOUGH, EvidenceTerm.MOVED_TOO_LITTLE);
        }
    }

    @Test
    void a_count_beyond_the_end_of_a_series_stands_out() {
        var given = new Given().failed(SHARE, "calculation failed");
        given.changed(
                POPULATION,
                "{\"months\":24,\"sites\":3,\"rounds\":20}",
                "{\"months\":36,\"sites\":40,\"rounds\":20000}",
                5);
        given.series.add(new Series(SHARE, "uptake", 24, List.of()));

        assertThat(terms(given, "months")).containsEntry(EvidenceTerm.COUNTS_TOO_FAR, 1.0);
        assertThat(terms(given, "sites")).doesNotContainKey(EvidenceTerm.COUNTS_TOO_FAR);
        assertThat(terms(given, "rounds")).doesNotContainKey(EvidenceTerm.COUNTS_TOO_FAR);
    }

    @Test
    void a_count_that_stays_within_a_series_does_not() {
        var given = new Given().failed(SHARE, "calculation failed");
        given.changed(POPULATION, "{\"months\":18}", "{\"months\":24}", 5);
        given.series.add(new Series(SHARE, "uptake", 24, List.of()));

        assertThat(terms(given, "months")).doesNotContainKey(EvidenceTerm.COUNTS_TOO_FAR);
    }

    @Test
    void a_leaf_has_a_place_in_a_list_and_in_an_object_of_periods() {
        var series = new SeriesTerms(List.of(
                new Series(SHARE, "uptake", 24, List.of()),
                new Series(SHARE, "price.monthly", 3, List.of("2028-01", "2028-02", "2028-03")),
                new Series(SHARE, "rows", 3, List.of("year=2027", "year=2028", "year=2029"))));

        assertThat(series.place(SHARE, "rows[year=2028].value")).isEqualTo(OptionalInt.of(1));
        assertThat(series.place(SHARE, "uptake[17].value")).isEqualTo(OptionalInt.of(17));
        assertThat(series.place(SHARE, "price.monthly.2028-03")).isEqualTo(OptionalInt.of(2));
        assertThat(series.place(SHARE, "price.monthly.2031-01")).isEmpty();
        assertThat(series.place(SHARE, "uptakes[1]")).isEmpty();
        assertThat(series.place(POPULATION, "uptake[17]")).isEmpty();
    }

    @Test
    void a_longer_horizon_reaches_a_month_by_its_key_and_no_month_it_had_reached_before() {
        var given = new Given().failed(SHARE, "calculation failed");
        given.changed(POPULATION, "{\"months\":2}", "{\"months\":3}", 5);
        given.series.add(new Series(SHARE, "uptake", 3, List.of("2028-01", "2028-02", "2028-03")));
        String good = "{\"uptake\":{\"2028-01\":1,\"2028-02\":1,\"2028-03\":1}}";
        given.sleeping.addAll(new Change(SHARE, good, good.replace("03\":1", "03\":null"), 3_000, 99).leaves());

        assertThat(terms(given, "uptake.2028-03")).containsEntry(EvidenceTerm.WOKEN, 1.0);

        given.sleeping.clear();
        given.sleeping.addAll(new Change(SHARE, good, good.replace("01\":1", "01\":null"), 3_000, 99).leaves());

        assertThat(terms(given, "uptake.2028-01")).doesNotContainKey(EvidenceTerm.WOKEN);
    }

    private static Map<EvidenceTerm, Double> terms(Given given, String input) {
        List<Shares> found = Diagnosis.shares(given.evidence()).stream()
                .filter(shares -> input.equals(shares.input()))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst().terms();
    }
}
