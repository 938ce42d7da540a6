package scenariorca.powerbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What the published validators do not see in the report: fields of the model, quoting, layout, reading order. */
@ParameterizedClass
@MethodSource("projects")
final class ReportLintTest {
    private static final int MOBILE_WIDTH = 324;

    /** Slicers, buttons and heading counted: more would make a page slow. */
    private static final int MOST_VISUALS = 14;

    private static final double READABLE = 4.5;
    private static final String NAME = "[A-Za-z0-9_-]{1,50}";
    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");

    private final Path project;
    private final Star star;
    private final List<ReportPage> pages;

    ReportLintTest(Path project) {
        this.project = project;
        this.star = Star.read(project);
        this.pages = ReportPage.read(project);
    }

    static List<Path> projects() {
        return List.of(Star.COMMITTED, ShuffledProject.copy());
    }

    @Test
    void the_five_views_are_the_first_five_pages() {
        assertThat(pages.stream().limit(5).map(ReportPage::title))
                .containsExactly(
                        "Scenario Overview", "User Journey", "Run Diagnostics", "Run Comparison", "Reliability");
    }

    @Test
    void every_field_of_the_report_is_in_the_model() throws IOException {
        var fields = new ArrayList<String>();
        for (Path file : files()) {
            collect(file, ReportPage.json(file), fields);
        }
        assertThat(fields).hasSizeGreaterThan(200);
    }

    private List<Path> files() throws IOException {
        try (var walk = Files.walk(project.resolve("ScenarioRca.Report"))) {
            return walk.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    private void collect(Path file, JsonNode node, List<String> fields) {
        JsonNode entity = node.path("Expression").path("SourceRef").path("Entity");
        if (entity.isString()) {
            String property = node.path("Property").asString();
            ModelTable table = star.table(entity.asString());
            boolean isThere = table.column(property).isPresent()
                    || table.measures().stream()
                            .anyMatch(measure -> measure.name().equals(property));
            assertThat(isThere)
                    .as("%s shows %s[%s]", file, table.name(), property)
                    .isTrue();
            fields.add(table.name() + "." + property);
        }
        node.values().forEach(child -> collect(file, child, fields));
    }

    @Test
    void the_report_shows_the_model_beside_it() {
        JsonNode reference = ReportPage.json(project.resolve("ScenarioRca.Report/definition.pbir"));
        String path =
                reference.path("datasetReference").path("byPath").path("path").asString();
        assertThat(project.resolve("ScenarioRca.Report").resolve(path).resolve("definition.pbism"))
                .exists();
    }

    @Test
    void literals_are_quoted_text_whole_numbers_or_truth() throws IOException {
        for (Path file : files()) {
            literals(file, ReportPage.json(file));
        }
    }

    private static void literals(Path file, JsonNode node) {
        JsonNode value = node.path("Literal").path("Value");
        if (value.isString()) {
            assertThat(value.asString())
                    .as(file.toString())
                    .matches("'(?:[^']|'')*'|-?\\d+(?:\\.\\d+)?[DL]|true|false");
        }
        node.values().forEach(child -> literals(file, child));
    }

    @Test
    void names_are_what_power_bi_takes_for_folders() {
        for (ReportPage page : pages) {
            assertThat(page.name())
                    .matches(NAME)
                    .isEqualTo(page.json().path("name").asString());
            for (Visual visual : page.visuals()) {
                assertThat(visual.name())
                        .as(page.name())
                        .matches(NAME)
                        .isEqualTo(visual.json().path("name").asString());
            }
        }
        assertThat(pages.stream().map(ReportPage::name)).doesNotHaveDuplicates();
    }

    @Test
    void visuals_stay_on_their_page_and_off_each_other() {
        for (ReportPage page : pages) {
            assertThat(page.visuals()).as(page.title()).hasSizeLessThanOrEqualTo(MOST_VISUALS);
            for (Visual visual : page.visuals()) {
                assertThat(visual.box()
                                .isWithin(
                                        page.json().path("width").asInt(),
                                        page.json().path("height").asInt()))
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
        for (ReportPage page : pages) {
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
                .forEach(visual -> assertThat(visual.frame("general", "altText"))
                        .as("%s/%s", page.name(), visual.name())
                        .isNotBlank()));
    }

    @Test
    void pages_reached_from_a_row_have_a_way_back() {
        for (ReportPage page : pages) {
            if (page.boundTo().isPresent()) {
                assertThat(page.visuals())
                        .as(page.title())
                        .anyMatch(visual -> visual.frame("visualLink", "type").equals("Back"));
            }
        }
        assertThat(pages.stream()
                        .filter(page -> page.boundTo().equals(Optional.of("Run[Run Id]")))
                        .map(ReportPage::title))
                .containsExactlyInAnyOrder("Run Diagnostics", "Run Comparison");
    }

    @Test
    void a_page_reached_from_a_row_is_reachable_from_a_row() {
        for (ReportPage page : pages) {
            page.boundTo()
                    .ifPresent(field -> assertThat(pages.stream()
                                    .filter(other -> other != page)
                                    .flatMap(other -> other.visuals().stream())
                                    .flatMap(visual -> visual.fields().stream()))
                            .as("fields that lead to %s", page.title())
                            .contains(field));
        }
    }

    @Test
    void slicers_of_one_kind_are_in_step() {
        Map<String, Set<List<String>>> fields = new HashMap<>();
        pages.stream()
                .flatMap(page -> page.visuals().stream())
                .forEach(visual -> visual.group()
                        .ifPresent(group -> fields.computeIfAbsent(group, _ -> new HashSet<>())
                                .add(visual.fields())));
        assertThat(fields.keySet()).contains("Days", "Model", "Scenario");
        fields.forEach((group, used) -> assertThat(used).as(group).hasSize(1));
    }

    @Test
    void the_overview_on_a_phone_shows_the_essentials_one_below_the_other() {
        List<Box> boxes = pages.getFirst().visuals().stream()
                .flatMap(visual -> visual.mobile().stream())
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
        JsonNode theme = ReportPage.json(
                project.resolve("ScenarioRca.Report/StaticResources/RegisteredResources/ScenarioRca.json"));
        var colours = new TreeSet<String>();
        for (String role : List.of("foreground", "foregroundNeutralSecondary", "hyperlink", "good", "neutral", "bad")) {
            colours.add(theme.path(role).asString());
        }
        theme.path("textClasses")
                .values()
                .forEach(words -> colours.add(words.path("color").asString()));
        star.measures().stream()
                .filter(Measure::isColour)
                .forEach(measure ->
                        COLOUR.matcher(measure.dax()).results().forEach(found -> colours.add(found.group())));
        assertThat(colours).hasSizeGreaterThan(5);
        for (String colour : colours) {
            assertThat(contrast(colour, theme.path("background").asString()))
                    .as(colour)
                    .isGreaterThanOrEqualTo(READABLE);
        }
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
