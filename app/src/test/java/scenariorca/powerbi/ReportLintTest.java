package scenariorca.powerbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import scenariorca.platform.Json;
import scenariorca.powerbi.Visual.Option.Mobile;
import tools.jackson.databind.JsonNode;

/** What the published validators do not see in the report: fields of the model, quoting, layout, reading order. */
final class ReportLintTest {
    private static final int MOBILE_WIDTH = 324;

    /** Slicers, buttons and heading counted: more would make a page slow. */
    private static final int MOST_VISUALS = 14;

    private static final double READABLE = 4.5;

    private final Star star = Star.describe();
    private final List<Page> pages = Pages.all();

    private final Map<String, String> files =
            PowerBiProject.of(Installation.neutral(), ExpectedValues.unknown()).files();

    @Test
    void the_five_views_are_the_first_five_pages() {
        assertThat(pages.stream().limit(5).map(Page::title))
                .containsExactly(
                        "Scenario Overview", "User Journey", "Run Diagnostics", "Run Comparison", "Reliability");
    }

    @Test
    void every_field_of_the_written_report_is_in_the_model() {
        var fields = new ArrayList<String>();
        files.forEach((path, text) -> {
            if (path.startsWith(PowerBiProject.REPORT) && path.endsWith(".json")) {
                collect(path, Json.read(text), fields);
            }
        });
        assertThat(fields).hasSizeGreaterThan(200);
    }

    private void collect(String path, JsonNode node, List<String> fields) {
        JsonNode entity = node.path("Expression").path("SourceRef").path("Entity");
        if (entity.isString()) {
            String property = node.path("Property").asString();
            Table table = star.table(entity.asString());
            boolean isThere = table.column(property).isPresent()
                    || star.measuresOf(table).stream()
                            .anyMatch(measure -> measure.name().equals(property));
            assertThat(isThere)
                    .as("%s shows %s[%s]", path, table.name(), property)
                    .isTrue();
            fields.add(table.name() + "." + property);
        }
        node.values().forEach(child -> collect(path, child, fields));
    }

    @Test
    void literals_are_quoted_text_whole_numbers_or_truth() {
        files.forEach((path, text) -> {
            if (path.startsWith(PowerBiProject.REPORT) && path.endsWith(".json")) {
                literals(path, Json.read(text));
            }
        });
    }

    private static void literals(String path, JsonNode node) {
        JsonNode value = node.path("Literal").path("Value");
        if (value.isString()) {
            assertThat(value.asString()).as(path).matches("'(?:[^']|'')*'|-?\\d+(?:\\.\\d+)?[DL]|true|false");
        }
        node.values().forEach(child -> literals(path, child));
    }

    @Test
    void names_are_what_power_bi_takes_for_folders() {
        for (Page page : pages) {
            assertThat(page.name()).matches("[a-z_]{1,50}");
            assertThat(page.visuals().stream().map(Visual::name))
                    .as(page.name())
                    .allMatch(name -> name.matches("[a-z_]{1,50}"))
                    .doesNotHaveDuplicates();
        }
        assertThat(pages.stream().map(Page::name)).doesNotHaveDuplicates();
    }

    @Test
    void visuals_stay_on_their_page_and_off_each_other() {
        for (Page page : pages) {
            assertThat(page.visuals()).as(page.title()).hasSizeLessThanOrEqualTo(MOST_VISUALS);
            for (Visual visual : page.visuals()) {
                assertThat(visual.box().isWithin(page.width(), page.height()))
                        .as("%s/%s", page.name(), visual.name())
                        .isTrue();
                for (Visual other : page.visuals()) {
                    assertThat(other != visual && other.box().overlaps(visual.box()))
                            .as("%s: %s over %s", page.name(), visual.name(), other.name())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void the_reading_order_goes_down_the_page() {
        for (Page page : pages) {
            List<Integer> tops =
                    page.visuals().stream().map(visual -> visual.box().y()).toList();
            for (int i = 1; i < tops.size(); i++) {
                assertThat(tops.get(i))
                        .as("%s: %s", page.name(), page.visuals().get(i).name())
                        .isGreaterThanOrEqualTo(tops.get(i - 1) - 2);
            }
        }
    }

    @Test
    void everything_says_what_it_is_to_a_screen_reader() {
        pages.forEach(page -> page.visuals()
                .forEach(visual -> assertThat(visual.altText())
                        .as("%s/%s", page.name(), visual.name())
                        .isNotBlank()));
    }

    @Test
    void pages_reached_from_a_row_have_a_way_back() {
        for (Page page : pages) {
            if (page.boundTo() != null) {
                assertThat(page.visuals().stream().map(Visual::name))
                        .as(page.title())
                        .contains("back");
            }
        }
        assertThat(pages.stream()
                        .filter(page -> "Run[Run Id]".equals(page.boundTo()))
                        .map(Page::name))
                .containsExactly("run_diagnostics", "run_comparison");
    }

    @Test
    void a_page_reached_from_a_row_is_reachable_from_a_row() {
        for (Page page : pages) {
            String field = page.boundTo();
            if (field != null) {
                assertThat(pages.stream()
                                .filter(other -> other != page)
                                .flatMap(other -> other.visuals().stream())
                                .flatMap(visual -> visual.roles().values().stream())
                                .flatMap(List::stream))
                        .as("fields that lead to %s", page.title())
                        .contains(field);
            }
        }
    }

    @Test
    void slicers_of_one_kind_are_in_step() {
        Map<String, Set<String>> fields = pages.stream()
                .flatMap(page -> page.visuals().stream())
                .flatMap(visual -> visual.options(Visual.Option.Synced.class).stream()
                        .map(synced -> Map.entry(
                                synced.group(),
                                visual.roles().getOrDefault("Values", List.of()).getFirst())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
        assertThat(fields.keySet()).contains("Days", "Model", "Scenario");
        fields.forEach((group, used) -> assertThat(used).as(group).hasSize(1));
    }

    @Test
    void the_overview_on_a_phone_shows_the_essentials_one_below_the_other() {
        List<Box> boxes = pages.getFirst().visuals().stream()
                .flatMap(visual -> visual.options(Mobile.class).stream())
                .map(Mobile::box)
                .toList();
        assertThat(boxes).hasSizeGreaterThanOrEqualTo(5);
        for (int i = 0; i < boxes.size(); i++) {
            assertThat(boxes.get(i).width()).isLessThanOrEqualTo(MOBILE_WIDTH);
            for (int j = 0; j < i; j++) {
                assertThat(boxes.get(i).overlaps(boxes.get(j))).isFalse();
            }
        }
    }

    @Test
    void words_in_any_colour_can_be_read_on_paper() {
        Stream.concat(
                        Palette.outcomes().stream().map(Palette.OutcomeColour::colour),
                        Stream.of(Palette.INK, Palette.QUIET, Palette.ACCENT))
                .forEach(colour ->
                        assertThat(contrast(colour, Palette.PAPER)).as(colour).isGreaterThanOrEqualTo(READABLE));
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double part = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
