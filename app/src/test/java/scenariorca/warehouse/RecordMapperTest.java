package scenariorca.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scenariorca.TestDatabase;
import scenariorca.platform.JsonText;

/** Records made of rows, on a real database. */
final class RecordMapperTest {
    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = TestDatabase.create("mapper");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private record Everything(
            String plainText,
            UUID id,
            Instant startedAt,
            LocalDate fullDate,
            int runCount,
            long logCount,
            double share,
            boolean isOutput,
            BigDecimal durationSeconds,
            JsonText details,
            List<UUID> scenarioIds,
            @Nullable String noText,
            @Nullable Integer noCount,
            @Nullable Long noSize,
            @Nullable Boolean noFlag,
            @Nullable Instant noTime) {}

    private record Node(UUID id, @Nullable String name) {}

    private record Placed(Node node, @Nullable Node other, long key) {}

    private record Whole(Node node, int rank) {}

    @Test
    void every_type_is_read_from_the_column_of_its_components_name() {
        UUID id = new UUID(1, 2);

        assertThat(row(Everything.class, """
                select
                    'a' as plain_text, '%1$s'::uuid as id, timestamptz '2026-01-31T10:00:00Z' as started_at,
                    date '2026-01-31' as full_date, 3 as run_count, 4::bigint as log_count, 0.25::double precision as share,
                    true as is_output, 1.50 as duration_seconds, '{"a": 1}'::jsonb as details,
                    array['%1$s'::uuid] as scenario_ids, null::text as no_text, null::int as no_count,
                    null::bigint as no_size, null::boolean as no_flag, null::timestamptz as no_time, 9 as not_read
                """.formatted(id)))
                .isEqualTo(new Everything(
                        "a",
                        id,
                        Instant.parse("2026-01-31T10:00:00Z"),
                        LocalDate.of(2026, 1, 31),
                        3,
                        4,
                        0.25,
                        true,
                        new BigDecimal("1.50"),
                        new JsonText("{\"a\": 1}"),
                        List.of(id),
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    void a_nested_record_is_made_of_columns_that_begin_with_its_name_and_is_null_where_all_of_them_are() {
        String sql = """
                select
                    '00000000-0000-0001-0000-000000000002'::uuid as node_id, 'Share' as node_name, 7 as key,
                    %s::uuid as other_id, null::text as other_name
                """;

        assertThat(row(Placed.class, sql.formatted("null")))
                .isEqualTo(new Placed(new Node(new UUID(1, 2), "Share"), null, 7));
        assertThat(row(Placed.class, sql.formatted("'00000000-0000-0001-0000-000000000003'")))
                .isEqualTo(new Placed(new Node(new UUID(1, 2), "Share"), new Node(new UUID(1, 3), null), 7));
    }

    @Test
    void a_nested_record_without_columns_of_its_name_is_made_of_those_of_its_components() {
        assertThat(row(
                        Whole.class,
                        "select 1 as rank, '00000000-0000-0001-0000-000000000002'::uuid as id, 'x' as name"))
                .isEqualTo(new Whole(new Node(new UUID(1, 2), "x"), 1));
    }

    @Test
    void a_null_for_a_component_that_is_not_nullable_names_the_column_and_the_record() {
        for (String type : List.of("int", "bigint")) {
            assertThatThrownBy(() -> row(
                            Whole.class,
                            "select null::%s as rank, gen_random_uuid() as id, 'x' as name".formatted(type)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("column rank is null, and Whole.rank must not be");
        }
        assertThatThrownBy(() -> row(Node.class, "select null::uuid as id, 'x' as name"))
                .hasMessage("column id is null, and Node.id must not be");
    }

    @Test
    void a_column_that_is_missing_is_named_with_those_that_are_there() {
        assertThatThrownBy(() -> row(Node.class, "select gen_random_uuid() as id"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Node.name needs a column name")
                .hasMessageContaining("[id]");
    }

    @Test
    void the_same_record_is_read_from_statements_of_different_shape() {
        for (String sql : List.of(
                "select '00000000-0000-0001-0000-000000000002'::uuid as id, 'x' as name",
                "select 'x' as name, 1 as more, '00000000-0000-0001-0000-000000000002'::uuid as id")) {
            assertThat(row(Node.class, sql)).isEqualTo(new Node(new UUID(1, 2), "x"));
        }
    }

    private static <T extends Record> T row(Class<T> type, String sql) {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return new Row(result).as(type);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
