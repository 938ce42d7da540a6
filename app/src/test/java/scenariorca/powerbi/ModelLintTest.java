package scenariorca.powerbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import scenariorca.powerbi.DaxTokens.Kind;
import scenariorca.powerbi.DaxTokens.Token;

/** What Power BI refuses, or what good practice forbids, in the model. */
final class ModelLintTest {
    private static final Set<String> FUNCTIONS = Set.of(
            "AVERAGE",
            "BLANK",
            "CALCULATE",
            "COUNTROWS",
            "DISTINCTCOUNT",
            "DISTINCTCOUNTNOBLANK",
            "DIVIDE",
            "FALSE",
            "FILTER",
            "IF",
            "ISBLANK",
            "ISFILTERED",
            "KEEPFILTERS",
            "LEFT",
            "MAX",
            "MEDIAN",
            "MIN",
            "MINX",
            "PERCENTILEX.INC",
            "REMOVEFILTERS",
            "SEARCH",
            "SELECTEDVALUE",
            "SUM",
            "SWITCH",
            "TOPN",
            "TRUE",
            "USERELATIONSHIP",
            "USERPRINCIPALNAME",
            "VALUES");
    private static final Set<String> KEYWORDS = Set.of("VAR", "RETURN", "IN", "NOT", "DESC", "ASC");

    private final Star star = Star.describe();

    @Test
    void names_are_unique_whatever_their_case() {
        assertThat(lower(star.tables().stream().map(Table::name).toList())).doesNotHaveDuplicates();
        assertThat(lower(star.measures().stream().map(Measure::name).toList())).doesNotHaveDuplicates();
        for (Table table : star.tables()) {
            List<String> names =
                    new ArrayList<>(table.columns().stream().map(Column::name).toList());
            star.measuresOf(table).forEach(measure -> names.add(measure.name()));
            assertThat(lower(names))
                    .as("columns and measures of %s", table.name())
                    .doesNotHaveDuplicates();
            assertThat(table.columns().stream().map(Column::source).toList())
                    .as("sources of %s", table.name())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void names_are_trimmed_words_without_prefixes_of_the_database() {
        for (Table table : star.tables()) {
            assertThat(table.name()).matches("[A-Z][A-Za-z ]*[A-Za-z]");
            table.columns().forEach(column -> assertThat(column.name()).matches("[A-Z][A-Za-z0-9 ]*[A-Za-z0-9]"));
        }
    }

    @Test
    void every_measure_belongs_to_a_table_and_says_what_it_is() {
        Set<String> tables = star.tables().stream().map(Table::name).collect(Collectors.toSet());
        for (Measure measure : star.measures()) {
            assertThat(tables).as(measure.name()).contains(measure.table());
            assertThat(measure.description()).as(measure.name()).matches("[A-Z0-9].*\\.|failed when .*\\.");
            assertThat(measure.folder()).as(measure.name()).isNotBlank();
        }
        assertThat(star.measures().stream()
                        .map(measure -> measure.dax().replaceAll("\\s+", " "))
                        .filter(dax -> !dax.isBlank()))
                .as("expressions")
                .doesNotHaveDuplicates();
    }

    @Test
    void every_reference_in_dax_resolves() {
        star.measures().forEach(measure -> check(measure.name(), measure.dax(), true));
        star.roles()
                .forEach(role ->
                        role.filters().forEach((table, filter) -> check(role.name() + "/" + table, filter, false)));
    }

    private void check(String what, String dax, boolean isQuoted) {
        Deque<String> open = new ArrayDeque<>();
        Set<String> variables = new HashSet<>();
        List<Token> tokens = DaxTokens.of(dax);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            switch (token.kind()) {
                case TABLE -> star.table(token.text());
                case COLUMN ->
                    assertThat(star.table(token.table()).column(token.text()))
                            .as("%s: %s[%s]", what, token.table(), token.text())
                            .isPresent();
                case MEASURE -> star.measure(token.text());
                case WORD -> {
                    if (token.is("VAR")) {
                        variables.add(tokens.get(i + 1).text());
                    }
                    boolean isKnown = FUNCTIONS.contains(token.text())
                            || KEYWORDS.contains(token.text())
                            || variables.contains(token.text());
                    assertThat(isKnown).as("%s: %s", what, token.text()).isTrue();
                }
                case SIGN -> balance(what, token.text(), open);
                case TEXT, NUMBER -> {}
            }
            boolean isDivision = token.is("/");
            assertThat(isDivision)
                    .as("%s divides by DIVIDE, which knows zero", what)
                    .isFalse();
        }
        assertThat(open).as("%s: open brackets", what).isEmpty();
        if (isQuoted) {
            assertThat(tokens.stream()
                            .filter(token -> token.kind() == Kind.COLUMN)
                            .map(Token::table))
                    .as("%s: tables quoted", what)
                    .allMatch(table -> dax.contains("'" + table + "'["));
        }
    }

    private static void balance(String what, String sign, Deque<String> open) {
        if (sign.equals("(") || sign.equals("{")) {
            open.push(sign);
        }
        if (sign.equals(")") || sign.equals("}")) {
            assertThat(open).as("%s: unopened %s", what, sign).isNotEmpty();
            assertThat(open.pop()).as(what).isEqualTo(sign.equals(")") ? "(" : "{");
        }
    }

    @Test
    void no_measure_needs_itself() {
        Map<String, Set<String>> needs = new HashMap<>();
        star.measures()
                .forEach(measure -> needs.put(
                        measure.name(),
                        DaxTokens.of(measure.dax()).stream()
                                .filter(token -> token.kind() == Kind.MEASURE)
                                .map(Token::text)
                                .collect(Collectors.toSet())));
        needs.keySet().forEach(name -> walk(name, needs, new ArrayDeque<>()));
    }

    private static void walk(String name, Map<String, Set<String>> needs, Deque<String> path) {
        assertThat(path).as("measures that need each other").doesNotContain(name);
        path.push(name);
        needs.getOrDefault(name, Set.of()).forEach(needed -> walk(needed, needs, path));
        path.pop();
    }

    @Test
    void the_model_is_a_star_of_dimensions_around_facts() {
        Set<String> ends = new HashSet<>();
        for (Relationship relationship : star.relationships()) {
            assertThat(relationship.to().isDimension())
                    .as(
                            "%s points to %s",
                            relationship.from().name(), relationship.to().name())
                    .isTrue();
            assertThat(relationship.fromColumn().type()).isEqualTo(ColumnType.WHOLE);
            assertThat(relationship.toColumn().type()).isEqualTo(ColumnType.WHOLE);
            assertThat(relationship.fromColumn().isHidden()).isTrue();
            assertThat(relationship.toColumn().isHidden()).isTrue();
            if (relationship.isActive()) {
                assertThat(ends.add(relationship.from().name() + " -> "
                                + relationship.to().name()))
                        .as(
                                "one active way from %s to %s",
                                relationship.from().name(), relationship.to().name())
                        .isTrue();
            }
        }
        assertThat(star.tables().stream()
                        .filter(table -> star.relationships().stream()
                                .noneMatch(one -> one.from() == table || one.to() == table))
                        .map(Table::name))
                .as("tables without a relationship")
                .containsExactly("Loads");
    }

    @Test
    void an_inactive_relationship_is_used_by_a_measure() {
        for (Relationship relationship : star.relationships()) {
            if (!relationship.isActive()) {
                String use = "USERELATIONSHIP ( '%s'[%s], '%s'[%s] )"
                        .formatted(
                                relationship.from().name(),
                                relationship.fromColumn().name(),
                                relationship.to().name(),
                                relationship.toColumn().name());
                assertThat(star.measures()).anyMatch(measure -> measure.dax().contains(use));
            }
        }
    }

    @Test
    void what_the_own_scenarios_role_may_not_see_hangs_on_a_filtered_table() {
        Role own = star.roles().getLast();
        for (Table table : star.tables()) {
            boolean isFact = !table.isDimension() && !table.name().equals("Node Edges");
            boolean isFiltered = own.filters().containsKey(table.name())
                    || star.relationships().stream()
                            .anyMatch(one -> one.from() == table
                                    && one.isActive()
                                    && own.filters().containsKey(one.to().name()));
            assertThat(!isFact || isFiltered)
                    .as("rows of %s are filtered", table.name())
                    .isTrue();
        }
    }

    @Test
    void one_table_is_the_calendar_and_its_months_are_sorted() {
        List<Table> calendars = star.tables().stream().filter(Table::isCalendar).toList();
        assertThat(calendars).hasSize(1);
        assertThat(calendars.getFirst().column("Month").orElseThrow().sortedBy())
                .contains("month");
        assertThat(calendars.getFirst().columnFrom("month").isHidden()).isTrue();
    }

    @Test
    void growing_tables_are_refreshed_by_a_time_and_read_in_copies() {
        for (Table table : star.tables()) {
            String by = table.refreshedBy();
            if (by != null) {
                assertThat(table.columnFrom(by).type()).isEqualTo(ColumnType.TIME);
                assertThat(table.mode()).isEqualTo(Table.Mode.IMPORT);
            }
        }
        assertThat(star.tables().stream()
                        .filter(table -> table.mode() == Table.Mode.DIRECT_QUERY)
                        .map(Table::name))
                .containsExactlyInAnyOrder("Log Lines", "Run Inputs");
    }

    @Test
    void what_filters_a_table_asked_directly_is_in_the_database_too() {
        for (Relationship relationship : star.relationships()) {
            if (relationship.from().mode() == Table.Mode.DIRECT_QUERY) {
                assertThat(relationship.to().mode())
                        .as(
                                "%s filters %s",
                                relationship.to().name(), relationship.from().name())
                        .isEqualTo(Table.Mode.DUAL);
            }
        }
    }

    @Test
    void every_measure_but_colours_has_one_twin_in_sql() {
        assertThat(MeasureTwins.queries().keySet())
                .containsExactlyInAnyOrderElementsOf(star.measures().stream()
                        .filter(measure -> !measure.isColour())
                        .map(Measure::name)
                        .toList());
    }

    private static List<String> lower(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }
}
