package scenariorca.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import scenariorca.comparison.JsonDifference;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.platform.Json;

final class EditGroupsTest {
    @Test
    void the_years_of_a_curve_are_one_edit() {
        assertThat(edits(
                        "{'price':{'2027':1,'2028':2,'2029':3},'other':1}",
                        "{'price':{'2027':5,'2028':6,'2029':7},'other':2}"))
                .isEqualTo(Map.of("price", 3, "other", 1));
    }

    @Test
    void one_year_alone_keeps_its_name() {
        assertThat(edits("{'price':{'2027':1,'2028':2}}", "{'price':{'2027':1,'2028':9}}"))
                .isEqualTo(Map.of("price.2028", 1));
    }

    @Test
    void a_key_that_was_renamed_is_one_edit_under_its_old_name() {
        assertThat(edits("{'model':{'discount':0.1}}", "{'model':{'discuont':0.1}}"))
                .isEqualTo(Map.of("model.discount", 2));
    }

    @Test
    void a_value_and_its_unit_are_one_edit_and_two_numbers_are_two() {
        assertThat(edits("{'duration':{'value':12,'unit':'months'}}", "{'duration':{'value':1,'unit':'years'}}"))
                .isEqualTo(Map.of("duration", 2));
        assertThat(edits("{'range':{'low':1,'high':5}}", "{'range':{'low':2,'high':6}}"))
                .isEqualTo(Map.of("range.low", 1, "range.high", 1));
    }

    @Test
    void two_values_that_changed_places_are_one_edit_among_others() {
        assertThat(edits(
                        "{'term':{'from':'2027-01-01','to':'2029-01-01','fee':1}}",
                        "{'term':{'from':'2029-01-01','to':'2027-01-01','fee':2}}"))
                .isEqualTo(Map.of("term", 2, "term.fee", 1));
    }

    @Test
    void a_key_that_was_renamed_is_one_edit_among_others() {
        assertThat(edits("{'model':{'discount':0.1,'fee':1}}", "{'model':{'discuont':0.1,'fee':2}}"))
                .isEqualTo(Map.of("model.discount", 2, "model.fee", 1));
    }

    @Test
    void a_word_beside_a_number_is_no_unit() {
        assertThat(edits("{'run':{'months':12,'label':'budget 2027'}}", "{'run':{'months':24,'label':'latest view'}}"))
                .isEqualTo(Map.of("run.months", 1, "run.label", 1));
    }

    @Test
    void an_element_that_came_is_one_edit_whatever_it_holds() {
        assertThat(edits("{'rows':[{'id':1,'v':2}]}", "{'rows':[{'id':1,'v':2},{'id':2,'v':9}]}"))
                .hasSize(1);
    }

    @Test
    void every_leaf_is_in_exactly_one_edit() {
        List<InputChange> leaves = leaves(
                "{'a':{'2027':1,'2028':2},'b':{'value':1,'unit':'x'},'c':[1,2],'d':'x'}",
                "{'a':{'2027':3,'2028':4},'b':{'value':2,'unit':'y'},'c':[1],'e':'x'}");

        List<InputChange> grouped =
                EditGroups.of(leaves).values().stream().flatMap(List::stream).toList();

        assertThat(grouped).containsExactlyInAnyOrderElementsOf(leaves);
    }

    /** How many leaves each edit has, by its path. */
    private static Map<String, Integer> edits(String before, String after) {
        Map<String, Integer> edits = new java.util.TreeMap<>();
        EditGroups.of(leaves(before, after)).forEach((path, leaves) -> edits.put(path, leaves.size()));
        return edits;
    }

    private static List<InputChange> leaves(String before, String after) {
        return JsonDifference.between(Json.read(before.replace('\'', '"')), Json.read(after.replace('\'', '"')))
                .changes()
                .stream()
                .map(leaf -> new InputChange(
                        new InputChange.Place(InputChange.Source.NODE, Given.SHARE, List.of(), ""),
                        leaf,
                        new InputChange.UsedVersion(new UUID(3, 1), true, null, null, null),
                        new InputChange.Authorship(false, "jdoe", Instant.EPOCH, Instant.EPOCH),
                        InputChange.Seen.NOTHING))
                .toList();
    }
}
