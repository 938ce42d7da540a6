package scenariorca.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import scenariorca.TestDatabase;

/** What is written to a table is what was given, whatever it holds. */
final class CopyWriterTest {
    private static final List<String> PARTS = List.of(
            "", " ", "\t", "\n", "\r", "\\", "\\N", "\\.", "\\t", "\"", "'", ",", "null", "a", "é", "😀", "\u0001",
            "\u007f");

    @Test
    void every_text_arrives_whole_at_every_position() throws SQLException, IOException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        try (TestDatabase database = TestDatabase.create("copy");
                Connection connection = DriverManager.getConnection(
                        database.address().url(), database.address().properties("test"))) {
            database.execute("create table texts (row_no int generated always as identity, a text, b text, c text)");
            var rows = new ArrayList<@Nullable String[]>();
            for (int row = 0; row < 2_000; row++) {
                rows.add(new @Nullable String[] {text(random), text(random), text(random)});
            }
            try (var copy = new CopyWriter(connection, "texts (a, b, c)")) {
                for (@Nullable String[] row : rows) {
                    copy.row(row);
                }
            }

            try (var statement = connection.createStatement();
                    var found = statement.executeQuery("select a, b, c from texts order by row_no")) {
                for (@Nullable String[] row : rows) {
                    assertThat(found.next()).isTrue();
                    assertThat(new @Nullable String[] {found.getString(1), found.getString(2), found.getString(3)})
                            .as("seed %d", seed)
                            .isEqualTo(row);
                }
                assertThat(found.next()).isFalse();
            }
        }
    }

    @Test
    void a_nul_which_no_database_holds_is_replaced() throws SQLException, IOException {
        try (TestDatabase database = TestDatabase.create("copy");
                Connection connection = DriverManager.getConnection(
                        database.address().url(), database.address().properties("test"))) {
            database.execute("create table texts (a text)");
            try (var copy = new CopyWriter(connection, "texts (a)")) {
                copy.row("a\0b");
            }

            assertThat(database.value("select a from texts")).isEqualTo("a\ufffdb");
        }
    }

    private static @Nullable String text(Random random) {
        int parts = random.nextInt(5) - 1;
        if (parts < 0) {
            return null;
        }
        var text = new StringBuilder();
        for (int part = 0; part < parts; part++) {
            text.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return text.toString();
    }
}
