package scenariorca.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MadeLinesTest {
    private static final LineValues VALUES = new LineValues(List.of("user\tann\tbob\tcarol"));

    @Test
    void the_same_seed_makes_the_same_lines_and_another_one_others() {
        assertThat(MadeLines.all(1)).isEqualTo(MadeLines.all(1)).isNotEqualTo(MadeLines.all(2));
    }

    @Test
    void every_system_says_many_things_and_some_of_them_once() {
        assertThat(MadeLines.all(3)).hasSizeGreaterThan(12).allSatisfy(set -> {
            var counts = set.lines().stream()
                    .collect(Collectors.groupingBy(LabelledLines.Line::template, Collectors.counting()));
            assertThat(set.lines()).as(set.name()).hasSizeBetween(1_000, 3_000);
            assertThat(counts).as(set.name()).hasSizeGreaterThan(20);
            assertThat(counts.values()).as(set.name()).anyMatch(count -> count == 1);
        });
    }

    @Test
    void no_template_has_values_and_no_line_has_wildcards() {
        assertThat(MadeLines.all(4)).flatExtracting(LabelledLines::lines).allSatisfy(line -> {
            assertThat(line.content()).doesNotContain("<*>");
            assertThat(line.template()).doesNotContainPattern("(?<![\\w.,/#-])\\d{2,}(?![\\w.,/-])");
        });
    }

    @Test
    void a_choice_of_words_is_another_message_and_a_choice_of_values_is_not() {
        assertThat(templates("valve {n} {/opened|closed}"))
                .containsExactlyInAnyOrder("valve <*> opened", "valve <*> closed");
        assertThat(templates("valve {=north|south} opened")).containsExactly("valve <*> opened");
    }

    @Test
    void what_may_be_missing_makes_another_message_unless_it_says_the_same_again() {
        assertThat(templates("{user} left[? after {n} min]"))
                .containsExactlyInAnyOrder("<*> left", "<*> left after <*> min");
        assertThat(templates("sent {n} bytes[~ ({n} KB)]")).containsExactly("sent <*> bytes");
        assertThat(templates("moved {n} file[+s]")).containsExactly("moved <*> files");
    }

    @Test
    void lists_are_one_value_and_fields_in_any_order_one_message() {
        assertThat(templates("let in {list user 1-3} today")).containsExactly("let in <*> today");
        assertThat(templates("{kv b={n} a={user}}")).containsExactly("a=<*> b=<*>");
        assertThat(contents("{kv b={n} a={user}}"))
                .anyMatch(line -> line.startsWith("a="))
                .anyMatch(line -> line.startsWith("b="));
    }

    private static Set<String> templates(String grammar) {
        return made(grammar).stream().map(LineBuilder::template).collect(Collectors.toSet());
    }

    private static Set<String> contents(String grammar) {
        return made(grammar).stream().map(LineBuilder::content).collect(Collectors.toSet());
    }

    private static List<LineBuilder> made(String grammar) {
        var random = new Random(5);
        return IntStream.range(0, 40)
                .mapToObj(index -> {
                    var line = new LineBuilder(VALUES, random);
                    line.add(LinePart.parse(grammar));
                    return line;
                })
                .toList();
    }
}
