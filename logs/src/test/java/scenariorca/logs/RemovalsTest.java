package scenariorca.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RemovalsTest {
    @Test
    void what_was_taken_out_is_counted_by_kind_the_most_frequent_first() {
        Redactor redactor = Redactor.standard(false);
        List<String> texts = List.of(
                redactor.redact("from a@b.example and c@d.example, password=x1y2z3")
                        .text(),
                redactor.redact("to e@f.example at [main] in [0]").text());

        assertThat(Removals.in(texts)).isEqualTo(Map.of("email", 3, "secret", 1));
        assertThat(Removals.in(texts).keySet()).first().isEqualTo("email");
        assertThat(Removals.in(List.of("nothing here [main]"))).isEmpty();
    }
}
