package scenariorca.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SearchTextTest {
    private static final String ID = "4e000000-0000-4000-8000-000000000003";

    @Test
    void an_id_is_found_alone_in_a_text_and_shortened() {
        var range = new IdRange(UUID.fromString(ID), UUID.fromString(ID));

        assertThat(SearchText.of(ID).ids()).containsExactly(range);
        assertThat(SearchText.of("Hi, my run (" + ID.toUpperCase(java.util.Locale.ROOT) + ") failed again!")
                        .ids())
                .containsExactly(range);
        assertThat(SearchText.of("see run 4e000000, please").ids())
                .containsExactly(IdRange.of("4e000000").orElseThrow());
    }

    @Test
    void words_numbers_and_times_in_a_text_are_no_ids() {
        assertThat(SearchText.of("deadbeef failed at 10:52 on 2026-11-20 with 12345.6789 in effaced code")
                        .ids())
                .isEmpty();
    }

    @Test
    void the_address_of_a_page_of_ours_tells_kind_and_id() {
        SearchText run = SearchText.of("https://rca.example:8443/run/" + ID + "?log=x#logs");
        SearchText user = SearchText.of("/user/J%C3%B6rg%20M");
        SearchText broken = SearchText.of("/user/50%");

        assertThat(run.kind()).isEqualTo("run");
        assertThat(run.ids()).containsExactly(IdRange.of(ID).orElseThrow());
        assertThat(user.kind()).isEqualTo("user");
        assertThat(user.text()).isEqualTo("Jörg M");
        assertThat(broken.text()).isEqualTo("50%");
        assertThat(SearchText.of("/run/4e000000").ids())
                .containsExactly(IdRange.of("4e000000").orElseThrow());
        assertThat(SearchText.of("https://elsewhere.example/path").kind()).isNull();
    }

    @Test
    void small_slips_in_words_are_mended_and_others_are_not() {
        var spelling = new Spelling(List.of(
                new Spelling.Word("treatment", 9), new Spelling.Word("share", 5), new Spelling.Word("shore", 1)));

        assertThat(spelling.mended(List.of("tretment", "share"))).contains(List.of("treatment", "share"));
        assertThat(spelling.mended(List.of("treatmetn", "shere"))).contains(List.of("treatment", "share"));
        assertThat(spelling.mended(List.of("treatm"))).isEmpty();
        assertThat(spelling.mended(List.of("xyz"))).isEqualTo(Optional.empty());
        assertThat(spelling.mended(List.of("treatment", "volumes"))).isEmpty();
    }
}
