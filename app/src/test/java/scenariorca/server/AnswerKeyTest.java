package scenariorca.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import scenariorca.api.Media;

final class AnswerKeyTest {
    private static final String ID = "4f2a1c9e-7b1d-4c39-9d58-0a6f2f1f8a11";

    @Test
    void the_same_question_in_another_spelling_has_the_same_key() {
        assertThat(key("/run/" + ID.toUpperCase(java.util.Locale.ROOT) + "/diagnostics", "b=2&a=1"))
                .isEqualTo(key("/run/" + ID + "/diagnostics", "a=1&b=2"));
        assertThat(key("/runs", "")).isEqualTo(key("/runs", null));
    }

    @Test
    void a_name_in_another_case_is_another_name() {
        assertThat(key("/user/JDoe/journey", null)).isNotEqualTo(key("/user/jdoe/journey", null));
    }

    @Test
    void a_tag_depends_on_everything_and_on_the_day_only_when_asked_to() {
        var tags = new EntityTags("1");
        AnswerKey today = AnswerKey.of("all", 7, 20_000, "/runs", "a=1", Media.JSON);
        AnswerKey tomorrow = AnswerKey.of("all", 7, 20_001, "/runs", "a=1", Media.JSON);

        assertThat(tags.of(today, false)).isEqualTo(tags.of(tomorrow, false)).hasSize(20);
        assertThat(tags.of(today, true)).isNotEqualTo(tags.of(tomorrow, true)).isNotEqualTo(tags.of(today, false));
        assertThat(tags.of(today.withVersion(8), false)).isNotEqualTo(tags.of(today, false));
        assertThat(tags.of(AnswerKey.of("all", 7, 20_000, "/runs", "a=1", Media.CSV), false))
                .isNotEqualTo(tags.of(today, false));
        assertThat(new EntityTags("2").of(today, false)).isNotEqualTo(tags.of(today, false));
    }

    @Test
    void if_none_match_names_a_tag_in_any_encoding_weak_or_in_a_list() {
        for (String header :
                new String[] {"\"abc\"", "W/\"abc\"", "\"abc-gzip\"", "\"x\", \"abc\"", "\"x\",W/\"abc-gzip\"", " * "
                }) {
            assertThat(EntityTags.names(header, "abc")).as(header).isTrue();
        }
        for (String header : new String[] {"abc", "\"abcd\"", "\"xabc\"", "\"abc-br\"", "", "\""}) {
            assertThat(EntityTags.names(header, "abc")).as(header).isFalse();
        }
        assertThat(EntityTags.names(null, "abc")).isFalse();
    }

    @Test
    void json_is_written_unless_a_table_is_asked_for_first() {
        assertThat(Media.of(null)).isEqualTo(Media.JSON);
        assertThat(Media.of("*/*")).isEqualTo(Media.JSON);
        assertThat(Media.of("text/html, */*;q=0.1")).isEqualTo(Media.JSON);
        assertThat(Media.of("TEXT/CSV")).isEqualTo(Media.CSV);
        assertThat(Media.of("application/json, text/csv")).isEqualTo(Media.JSON);
        assertThat(Media.of("text/csv, application/json")).isEqualTo(Media.CSV);
        assertThat(Media.of("image/png")).isNull();
    }

    private static AnswerKey key(String path, @org.jspecify.annotations.Nullable String query) {
        return AnswerKey.of("all", 1, 1, path, query, Media.JSON);
    }
}
