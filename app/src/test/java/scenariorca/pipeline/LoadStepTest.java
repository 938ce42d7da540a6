package scenariorca.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import scenariorca.pipeline.LoadStep.Kind;

final class LoadStepTest {
    @Test
    void a_step_says_what_it_does_in_its_first_line() {
        LoadStep step = LoadStep.of("50_calculations").get(1);

        assertThat(step.name()).isEqualTo("new_calculations");
        assertThat(step.kind()).isEqualTo(Kind.ADDS);
        assertThat(step.table()).isEqualTo("fact_node_calc_detail");
        assertThat(step.mirrored()).isNotNull();
    }

    @Test
    void a_pattern_is_written_by_one_step_and_every_table_is_written_within_the_steps_that_name_it() {
        assertThat(LoadStep.all().filter(step -> step.sql().contains("into dim_error_pattern")))
                .singleElement()
                .extracting(LoadStep::table)
                .isEqualTo("dim_error_pattern");
        assertThat(LoadStep.all()
                        .filter(step -> step.kind() != Kind.PREPARES)
                        .filter(step -> !step.sql()
                                .matches("(?s).*\\b(insert into|update|delete from) " + step.table() + "\\b.*")))
                .isEmpty();
    }

    @Test
    void a_table_that_is_mended_is_added_to_before() {
        var added =
                LoadStep.all().filter(step -> step.kind() == Kind.ADDS).collect(Collectors.groupingBy(LoadStep::table));

        assertThat(LoadStep.all().filter(step -> step.kind() == Kind.MENDS))
                .allSatisfy(step -> assertThat(added).containsKey(step.table()));
    }
}
