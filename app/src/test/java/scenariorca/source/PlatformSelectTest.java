package scenariorca.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlatformSelectTest {
    @Test
    void a_select_is_taken_apart_into_what_it_selects_and_from_where() {
        PlatformSelect select = PlatformSelect.parse("stg_thing", """
                        -- One row per thing.
                        -- spelling: udpated_by for updated_by
                        select
                            things.id as thing_id,
                            things.kind,
                            coalesce(things.a, ', as b') || substr(links.c, 1)
                                as text,
                            things.updated_by
                        from x_things as things
                        left join x_links as links
                            on links.thing_id = things.id
                        """);

        assertThat(select.items())
                .containsEntry("thing_id", "things.id")
                .containsEntry("kind", "things.kind")
                .containsEntry("text", "coalesce(things.a, ', as b') || substr(links.c, 1)")
                .hasSize(4);
        assertThat(select.tables()).isEqualTo(Map.of("things", "x_things", "links", "x_links"));
        assertThat(select.needs(select.items().get("text"))).containsExactly("x_links.c", "x_things.a");
        assertThat(select.spellings()).containsEntry("updated_by", "udpated_by");
    }

    @Test
    void what_is_no_select_is_refused_by_its_name() {
        assertThatThrownBy(() -> PlatformSelect.parse("stg_thing", "update x_things set a = 1"))
                .hasMessageContaining("stg_thing.sql");
    }

    @Test
    void nobody_but_the_source_knows_the_platforms_names() throws IOException {
        try (var files = Files.walk(Path.of("app/src/main"))) {
            List<Path> knowing = files.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".sql"))
                    .filter(file -> !file.startsWith("app/src/main/sql/source"))
                    .filter(file -> !file.startsWith("app/src/main/java/scenariorca/source"))
                    .filter(file -> !file.toString().matches(".*/migration/V.*")) // released, never edited
                    .filter(PlatformSelectTest::namesAPlatformsTable)
                    .toList();
            assertThat(knowing).isEmpty();
        }
    }

    private static boolean namesAPlatformsTable(Path file) {
        try {
            return Files.readString(file).matches("(?s).*\\bfc_[a-z].*");
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
