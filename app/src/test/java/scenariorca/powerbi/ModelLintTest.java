package scenariorca.powerbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import scenariorca.powerbi.DaxTokens.Kind;
import scenariorca.powerbi.DaxTokens.Token;

/** What Power BI refuses, or what good practice forbids, in the model. */
@ParameterizedClass
@MethodSource("projects")
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

    private final Star star;

    ModelLintTest(Path project) {
        this.star = Star.read(project);
    }

    static List<Path> projects() {
        return List.of(Star.COMMITTED, ShuffledProject.copy());
    }

    @Test
    void names_are_unique_whatever_their_case() {
        assertThat(lower(star.tables().stream().map(ModelTable::name).toList())).doesNotHaveDuplicates();
        assertThat(lower(star.measures().stream().map(Measure::name).toList())).doesNotHaveDuplicates();
        for (ModelTable table : star.tables()) {
            List<String> names =
                    new ArrayList<>(table.columns().stream().map(Column::name).toList());
            table.measures().forEach(measure -> names.add(measure.name()));
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
        for (ModelTable table : star.tables()) {
            assertThat(table.name()).matches("[A-Z][A-Za-z ]*[A-Za-z]");
            table.columns().forEach(column -> assertThat(column.name()).matches("[A-Z][A-Za-z0-9 ]*[A-Za-z0-9]"));
        }
    }

    @Test
    void every_measure_says_what_it_is() {
        for (Measure measure : star.measures()) {
            assertThat(measure.description()).as(measure.name()).isNotBlank();
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
                .forEach((role, filters) ->
                        filters.forEach((table, filter) -> check(role + "/" + table, filter, false)));
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
            assertThat(star.isDimension(relationship.to()))
                    .as(
                            "%s points to %s",
                            relationship.from().name(), relationship.to().name())
                    .isTrue();
            assertThat(relationship.fromColumn().type()).isEqualTo(ColumnType.INT64);
            assertThat(relationship.toColumn().type()).isEqualTo(ColumnType.INT64);
            assertThat(relationship.isOneWay()).isTrue();
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
                        .map(ModelTable::name))
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
        Map<String, String> own = star.roles().getOrDefault("Own Scenarios", Map.of());
        assertThat(own).isNotEmpty();
        for (ModelTable table : star.tables()) {
            boolean isFact = !star.isDimension(table) && !table.name().equals("Node Edges");
            boolean isFiltered = own.containsKey(table.name())
                    || star.relationships().stream()
                            .anyMatch(one -> one.from() == table
                                    && one.isActive()
                                    && own.containsKey(one.to().name()));
            assertThat(!isFact || isFiltered)
                    .as("rows of %s are filtered", table.name())
                    .isTrue();
        }
    }

    @Test
    void one_table_is_the_calendar_and_its_months_are_sorted() {
        List<ModelTable> calendars =
                star.tables().stream().filter(ModelTable::isCalendar).toList();
        assertThat(calendars).hasSize(1);
        Column month = calendars.getFirst().column("Month").orElseThrow();
        Column number = calendars.getFirst().column(month.sortedBy()).orElseThrow();
        assertThat(number.source()).isEqualTo("month");
        assertThat(number.isHidden()).isTrue();
    }

    @Test
    void growing_tables_are_refreshed_by_a_time_and_read_in_copies() {
        List<ModelTable> growing = star.tables().stream()
                .filter(table -> table.node().all("refreshPolicy").count() > 0)
                .toList();
        assertThat(growing).hasSizeGreaterThan(5);
        for (ModelTable table : growing) {
            Tmdl policy = table.node().all("refreshPolicy").findFirst().orElseThrow();
            Column by = table.columns().stream()
                    .filter(column ->
                            table.refreshedBy().filter(column.source()::equals).isPresent())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(table.name() + " is cut by no time of its own"));
            assertThat(by.type()).isEqualTo(ColumnType.DATE_TIME);
            assertThat(table.mode()).isEqualTo("import");
            assertThat(policy.property("sourceExpression"))
                    .as("what %s is refreshed by is what it is read by", table.name())
                    .isEqualToIgnoringWhitespace(table.query());
        }
        assertThat(star.tables().stream()
                        .filter(table -> table.mode().equals("directQuery"))
                        .map(ModelTable::name))
                .containsExactlyInAnyOrder("Log Lines", "Run Inputs");
    }

    @Test
    void a_query_keeps_the_columns_that_its_table_shows() {
        for (ModelTable table : star.tables()) {
            assertThat(table.kept())
                    .as(table.name())
                    .containsExactlyInAnyOrderElementsOf(
                            table.columns().stream().map(Column::source).toList());
        }
    }

    @Test
    void what_filters_a_table_asked_directly_is_in_the_database_too() {
        for (Relationship relationship : star.relationships()) {
            if (relationship.from().mode().equals("directQuery")) {
                assertThat(relationship.to().mode())
                        .as(
                                "%s filters %s",
                                relationship.to().name(), relationship.from().name())
                        .isEqualTo("dual");
            }
        }
    }

    @Test
    void what_the_model_refers_to_is_there() {
        assertThat(names("ref table")).containsExactlyInAnyOrderElementsOf(names("table"));
        assertThat(names("ref role")).containsExactlyInAnyOrderElementsOf(names("role"));
        star.roles().values().forEach(filters -> filters.keySet().forEach(star::table));
        for (ModelTable table : star.tables()) {
            table.columns().stream()
                    .map(Column::sortedBy)
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> assertThat(table.column(name))
                            .as("%s sorts by %s", table.name(), name)
                            .isPresent());
            table.node()
                    .all("hierarchy")
                    .flatMap(hierarchy -> hierarchy.all("level"))
                    .forEach(level -> assertThat(table.column(Tmdl.plain(level.property("column"))))
                            .as("level %s", level.name())
                            .isPresent());
        }
    }

    private List<String> names(String keyword) {
        return star.nodes(keyword).stream().map(Tmdl::name).toList();
    }

    @Test
    void every_lineage_tag_is_an_id_of_its_own() {
        List<String> tags = new ArrayList<>();
        Deque<Tmdl> open = new ArrayDeque<>();
        star.files().values().forEach(open::addAll);
        while (!open.isEmpty()) {
            Tmdl node = open.pop();
            node.all("lineageTag").map(Tmdl::value).forEach(tags::add);
            open.addAll(node.children());
        }
        assertThat(tags)
                .hasSizeGreaterThan(300)
                .doesNotHaveDuplicates()
                .allMatch(tag -> tag.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
    }

    @Test
    void what_people_read_is_described() {
        for (ModelTable table : star.tables()) {
            assertThat(table.node().description()).as(table.name()).isNotBlank();
            table.columns()
                    .forEach(column -> assertThat(column.description())
                            .as("%s[%s]", table.name(), column.name())
                            .isNotBlank());
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
