package scenariorca.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NamedSqlTest {
    @Test
    void names_become_question_marks_in_order_and_may_repeat() {
        NamedSql sql = NamedSql.parse("f", "select a::text from b where c = :one and d > :two_2 or e = :one");

        assertThat(sql.text()).isEqualTo("select a::text from b where c = ? and d > ? or e = ?");
        assertThat(sql.names()).containsExactly("one", "two_2", "one");
    }

    @Test
    void quoted_text_casts_and_operators_are_left_alone_and_comments_dropped() {
        NamedSql sql = NamedSql.parse(
                "f", "-- it's :not one\nselect ':no', 'it''s :no', \":no\", d ? 'k', x::int[] -- :no\nfrom t");

        assertThat(sql.text()).isEqualTo("select ':no', 'it''s :no', \":no\", d ?? 'k', x::int[] \nfrom t");
        assertThat(sql.names()).isEmpty();
    }
}
