package scenariorca.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class RedactionRulesTest {
    private static final Redactor REDACTOR = Redactor.standard(true);

    @TestFactory
    Stream<DynamicTest> each_rule_takes_out_its_examples_and_leaves_its_look_alikes() {
        return RuleFile.standard().stream()
                .flatMap(entry -> Stream.concat(
                        entry.hits().stream().map(hit -> example(hit.split(" => ")[0], hit.split(" => ")[1])),
                        entry.misses().stream().map(miss -> example(miss, miss))));
    }

    private static DynamicTest example(String given, String expected) {
        return DynamicTest.dynamicTest(
                given, () -> assertThat(REDACTOR.redact(given).text()).isEqualTo(expected));
    }

    @Test
    void every_rule_has_an_example_and_a_look_alike_and_its_own_expression_finds_the_example() {
        var problems = new ArrayList<String>();
        for (RuleFile.Entry entry : RuleFile.standard()) {
            RedactionRule rule = RuleFile.rule(entry, RuleGate.NONE, RedactionWords.standard());
            if (!(rule instanceof ExpressionRule expression)) {
                continue;
            }
            boolean isComplete = !entry.hits().isEmpty() && !entry.misses().isEmpty();
            if (!isComplete || entry.hits().stream().noneMatch(hit -> finds(expression, hit.split(" => ")[0]))) {
                problems.add(entry.text("find"));
            }
        }
        assertThat(problems).isEmpty();
    }

    private static boolean finds(ExpressionRule rule, String text) {
        var found = new ArrayList<Span>();
        rule.ungated().find(text, new Hits(), found);
        return !found.isEmpty();
    }

    @Test
    void a_rule_without_a_form_or_with_an_unknown_check_is_refused() {
        assertThatThrownBy(() -> RuleFile.entries(List.of("kind email")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kind email");
        RuleFile.Entry entry =
                RuleFile.entries(List.of("kind: x", "find: y", "check: z")).get(0);
        assertThatThrownBy(() -> RuleFile.rule(entry, RuleGate.NONE, RedactionWords.standard()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"z\"");
    }
}
