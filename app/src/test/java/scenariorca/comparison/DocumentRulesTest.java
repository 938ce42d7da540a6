package scenariorca.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scenariorca.comparison.DocumentRules.Kind;
import scenariorca.comparison.DocumentRules.Rule;
import scenariorca.platform.Json;

final class DocumentRulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'from':2027,'to':2030}                    | NOT_AFTER   | from     | to    | true",
                "{'from':2031,'to':2030}                    | NOT_AFTER   | from     | to    | false",
                "{'from':'2027-05-01','to':'2026-01-01'}    | NOT_AFTER   | from     | to    | false",
                "{'a':[1,2],'b':[3,4]}                      | SAME_LENGTH | a        | b     | true",
                "{'a':[1,2],'b':[3]}                        | SAME_LENGTH | a        | b     | false",
                "{'mix':{'x':0.4,'y':0.6}}                  | WHOLE       | mix      | ''    | true",
                "{'mix':{'x':0.4,'y':0.7}}                  | WHOLE       | mix      | ''    | false",
                "{'mix':{'x':40,'y':60}}                    | WHOLE       | mix      | ''    | true",
                "{'years':[2027,2028,2030]}                 | SORTED      | years[]  | ''    | true",
                "{'years':[2027,2026]}                      | SORTED      | years[]  | ''    | false",
                "{'rows':[{'id':'a'},{'id':'b'}]}           | UNIQUE      | rows[].id| ''    | true",
                "{'rows':[{'id':'a'},{'id':'a'}]}           | UNIQUE      | rows[].id| ''    | false",
                "{'price':3}                                | PRESENT     | price    | ''    | true",
                "{'price':null}                             | PRESENT     | price    | ''    | false"
            })
    void a_document_tells_what_it_keeps_to(String json, Kind kind, String left, String right, boolean holds) {
        assertThat(DocumentRules.of(Json.read(json.replace('\'', '"'))))
                .containsEntry(new Rule(kind, left, right), holds);
    }

    @Test
    void in_a_list_of_records_a_rule_holds_when_it_holds_for_each() {
        var rules = DocumentRules.of(Json.read("{\"bands\":[{\"low\":1,\"high\":2},{\"low\":5,\"high\":3}]}"));

        assertThat(rules).containsEntry(new Rule(Kind.NOT_AFTER, "bands[].low", "bands[].high"), false);
    }

    @Test
    void a_table_of_many_keys_and_a_document_of_any_depth_cost_a_bounded_number_of_rules() {
        var wide = new StringBuilder("{");
        for (int key = 0; key < 5_000; key++) {
            wide.append("\"k").append(key).append("\":").append(key).append(',');
        }
        String deep = "{\"a\":".repeat(400) + "1" + "}".repeat(400);

        assertThat(DocumentRules.of(Json.read(wide.append("\"last\":1}").toString())))
                .hasSizeLessThan(6_000);
        assertThat(DocumentRules.of(Json.read(deep))).hasSizeLessThan(100);
        assertThat(DocumentRules.of(Json.read("[]"))).isEmpty();
    }
}
