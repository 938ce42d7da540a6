package scenariorca.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scenariorca.CpuTime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

final class JsonDifferenceTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int CASES = 3_000;

    @Test
    void a_changed_number_has_delta_and_percent() {
        JsonDifference difference = JsonDifference.betweenTexts(
                "{\"market_share\": 0.10, \"unit\": \"fraction\"}", "{\"unit\":\"fraction\",\"market_share\":0.90}");

        assertThat(difference.toJson()).hasToString("""
                {"count":1,"changes":[{"path":"market_share","kind":"changed","before":0.1,"after":0.9,\
                "delta":0.8,"percent":800}],"truncated":0}""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1}                            | {\"a\":1.0}                          | ",
                "{\"a\":1e0,\"b\":2}                  | {\"b\":2.00,\"a\":1}                 | ",
                "{\"a\":0.1}                          | {\"a\":0.1000000000000000000001}     | a changed",
                "{\"a\":1}                            | {\"a\":\"1\"}                        | a type_changed",
                "{\"a\":1}                            | {\"a\":null}                         | a type_changed",
                "{\"a\":1}                            | {}                                   | a removed",
                "{}                                   | {\"a\":{\"b\":1,\"c\":[]}}           | a.b added, a.c added",
                "{\"a\":{\"b\":1}}                    | {\"a\":[1]}                          | a type_changed",
                "{\"a\":true}                         | {\"a\":false}                        | a changed",
                "{\"tags\":[1,2,3,4]}                 | {\"tags\":[1,2,3,5]}                 | tags[3] changed",
                "{\"tags\":[1,2]}                     | {\"tags\":[1]}                       | tags[1] removed",
                "{\"a.b\":{\"c\":1}}                  | {\"a.b\":{\"c\":2}}                  | \"a.b\".c changed",
                "{\"a[0]\":1,\"\":1}                  | {\"a[0]\":2,\"\":2}                  | \"\" changed, \"a[0]\" changed",
                "{\"y\":[{\"year\":2026,\"v\":1},{\"year\":2027,\"v\":2}]} | {\"y\":[{\"year\":2027,\"v\":3},{\"year\":2026,\"v\":1}]} | y[year=2027].v changed",
                "{\"y\":[{\"year\":2026,\"v\":1}]}    | {\"y\":[{\"v\":1,\"year\":2026.0}]}  | ",
                "{\"y\":[{\"name\":\"2L+\",\"v\":1}]} | {\"y\":[{\"name\":\"2L+\",\"v\":2}]} | y[name=2L+].v changed",
                "{\"y\":[{\"id\":\"7\",\"v\":1}]}     | {\"y\":[{\"id\":\"7\",\"v\":2}]}     | y[id=\"7\"].v changed",
                "{\"y\":[{\"year\":1,\"region\":\"EU\",\"v\":1},{\"year\":1,\"region\":\"US\",\"v\":1}]} | {\"y\":[{\"year\":1,\"region\":\"US\",\"v\":2},{\"year\":1,\"region\":\"EU\",\"v\":1}]} | y[region=US].v changed",
                "{\"y\":[{\"v\":1},{\"v\":2}]}        | {\"y\":[{\"v\":2},{\"v\":2}]}        | y[0].v changed",
                "0.1                                  | 0.9                                  | $ changed",
                "[{\"id\":1,\"v\":2}]                 | [{\"id\":1,\"v\":3}]                 | [id=1].v changed"
            })
    void each_leaf_has_its_path_and_kind(String before, String after, String expected) {
        JsonDifference difference = JsonDifference.betweenTexts(before, after);

        assertThat(difference.changes().stream()
                        .map(c -> c.path() + " " + c.kind().word()))
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected.split(", ")));
        assertThat(difference.isReadable()).isTrue();
    }

    @Test
    void rows_that_share_a_year_are_matched_by_year_and_region() {
        JsonDifference difference = JsonDifference.betweenTexts("""
                [{"year":1,"region":"EU","v":1},{"year":1,"region":"US","v":1},{"year":2,"region":"EU","v":1}]""", """
                [{"year":2,"region":"EU","v":9},{"year":1,"region":"US","v":1},{"year":1,"region":"EU","v":1}]""");

        assertThat(difference.changes()).extracting(LeafChange::path).containsExactly("[year=2,region=EU].v");
    }

    @Test
    void a_text_that_is_no_json_is_a_value_and_is_confessed() {
        JsonDifference difference = JsonDifference.betweenTexts("{\"a\":1}", "{\"a\":");

        assertThat(difference.isReadable()).isFalse();
        assertThat(difference.changes()).hasSize(1);
        assertThat(difference.toJson().get("readable").booleanValue()).isFalse();
        assertThat(JsonDifference.betweenTexts("{oops", "{oops").isEmpty()).isTrue();
        assertThat(JsonDifference.betweenTexts(null, null).isEmpty()).isTrue();
        assertThat(JsonDifference.betweenTexts(null, "1").changes().getFirst().kind())
                .isEqualTo(ChangeKind.ADDED);
    }

    @Test
    void numbers_too_far_apart_to_subtract_are_a_change_without_delta() {
        for (String absurd :
                List.of("1e999999", "1e2147483647", "-1e-2147483000", "1000e2147483640", "1e99999999999999")) {
            JsonDifference difference = JsonDifference.betweenTexts("{\"a\":1}", "{\"a\":" + absurd + "}");

            assertThat(difference.count()).as(absurd).isEqualTo(1);
            assertThat(difference.changes().getFirst().delta()).isNull();
            assertThat(difference.toJson().toString()).isNotEmpty();
        }
        assertThat(JsonDifference.between(NODES.numberNode(Double.NaN), NODES.numberNode(1))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void a_value_does_not_differ_from_itself_however_it_is_written() {
        for (long seed = 0; seed < CASES; seed++) {
            JsonNode value = new RandomJson(seed).value(4);
            JsonNode rewritten = new RandomJson(seed + 1).rewritten(value);

            assertThat(JsonDifference.between(value, rewritten).changes())
                    .as("seed %d %s", seed, value)
                    .isEmpty();
        }
    }

    @Test
    void the_difference_there_mirrors_the_difference_back() {
        for (long seed = 0; seed < CASES; seed++) {
            var random = new RandomJson(seed);
            JsonNode before = random.value(4);
            JsonNode after = random.edited(before, 4);

            List<String> there = JsonDifference.between(before, after).changes().stream()
                    .map(c -> c.path() + c.kind().mirrored() + c.after() + c.before() + negated(c.delta()))
                    .toList();
            List<String> back = JsonDifference.between(after, before).changes().stream()
                    .map(c -> c.path() + c.kind() + c.before() + c.after() + c.delta())
                    .toList();
            assertThat(there).as("seed %d", seed).isEqualTo(back);
        }
    }

    @Test
    void the_value_before_with_the_difference_applied_is_the_value_after() {
        for (long seed = 0; seed < CASES; seed++) {
            var random = new RandomJson(seed);
            JsonNode before = random.value(4);
            JsonNode after = random.edited(before, 4);

            JsonNode patched = JsonPatch.apply(before, JsonDifference.between(before, after));

            assertThat(JsonPatch.normal(patched))
                    .as("seed %d %s -> %s", seed, before, after)
                    .isEqualTo(JsonPatch.normal(after));
        }
    }

    @Test
    void a_hundred_thousand_changed_leaves_are_counted_and_the_first_are_kept() {
        ObjectNode before = NODES.objectNode();
        ObjectNode after = NODES.objectNode();
        for (int index = 0; index < 100_000; index++) {
            before.put("key_" + index, index);
            after.put("key_" + index, index + 1);
        }

        Duration spent = CpuTime.of(() -> JsonDifference.between(before, after).toJson());
        JsonDifference difference = JsonDifference.between(before, after);
        JsonNode json = difference.toJson();

        assertThat(spent).isLessThan(Duration.ofSeconds(5));
        assertThat(difference.count()).isEqualTo(100_000);
        assertThat(json.get("changes").size()).isEqualTo(JsonDifference.DEFAULT_LIMIT);
        assertThat(json.get("truncated").intValue()).isEqualTo(99_000);
    }

    @ParameterizedTest
    @CsvSource({"1000", "9000", "100000"})
    void nesting_however_deep_has_an_answer(int depth) {
        JsonNode before = nested(depth, 1);
        JsonNode after = nested(depth, 2);

        JsonDifference difference = JsonDifference.between(before, after);

        assertThat(difference.count()).isEqualTo(1);
        assertThat(difference.changes().getFirst().path().length()).isLessThan(5_000);
        String text = "[".repeat(depth) + "]".repeat(depth);
        assertThat(JsonDifference.betweenTexts(text, "1").count()).isEqualTo(1);
    }

    @Test
    void five_megabytes_in_one_text_or_one_key_stay_small_when_written() {
        String long5 = "x".repeat(5_000_000);
        ObjectNode before = NODES.objectNode();
        ObjectNode after = NODES.objectNode();
        before.put("text", long5);
        after.put("text", long5 + "y");
        ObjectNode below = after.putObject(long5);
        for (int index = 0; index < 2_000; index++) {
            below.put("k" + index, index);
        }

        JsonDifference difference = JsonDifference.between(before, after);

        assertThat(difference.count()).isEqualTo(2_001);
        assertThat(difference.toJson().toString().length()).isLessThan(500_000);
        assertThat(JsonDifference.between(before.put("text", "a"), after)
                        .toJson()
                        .toString())
                .contains("(5000001 characters)");
    }

    @Test
    void every_version_of_a_large_history_is_compared_in_a_blink() {
        var random = new RandomJson(7);
        ObjectNode input = NODES.objectNode();
        for (int key = 0; key < 12; key++) {
            input.set("key_" + key, random.value(1));
        }
        String text = input.toString();
        ObjectNode edited = input.deepCopy();
        edited.put("key_3", 0.9);
        String editedText = edited.toString();

        Duration spent = CpuTime.of(() -> {
            for (int version = 0; version < 17_000; version++) {
                assertThat(JsonDifference.betweenTexts(text, editedText)
                                .toJson()
                                .isEmpty())
                        .isFalse();
            }
        });

        assertThat(spent).isLessThan(Duration.ofSeconds(4));
    }

    private static JsonNode nested(int depth, int leaf) {
        JsonNode node = NODES.numberNode(leaf);
        for (int level = 0; level < depth; level++) {
            ArrayNode array = NODES.arrayNode();
            ObjectNode object = NODES.objectNode();
            node = level % 2 == 0 ? array.add(node) : object.set("k", node);
        }
        return node;
    }

    private static String negated(@Nullable BigDecimal delta) {
        return delta == null ? "null" : Numbers.canonical(delta.negate()).toString();
    }
}
