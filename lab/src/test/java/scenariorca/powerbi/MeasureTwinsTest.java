package scenariorca.powerbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scenariorca.report.ReportDatabase;
import scenariorca.simulator.Profile;
import scenariorca.warehouse.Warehouse;

/** The measures, computed from the views as DAX is documented, against their SQL twins, computed from the tables. */
final class MeasureTwinsTest {
    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private static final double SIMULATED_SCALE = 0.2;

    private static DaxData data;
    private static DaxEvaluator dax;
    private static Map<String, @Nullable Object> twins;

    @BeforeAll
    static void read() throws SQLException {
        try (ReportDatabase database = FilledWarehouse.create("powerbi_twins");
                Warehouse warehouse = Warehouse.open(database.settings());
                Connection connection = warehouse.connect("test")) {
            data = DaxData.read(Star.committed(), connection);
            twins = twins(connection);
        }
        dax = new DaxEvaluator(data);
    }

    private static Map<String, @Nullable Object> twins(Connection connection) throws SQLException {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (var twin : MeasureTwins.queries().entrySet()) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(twin.getValue())) {
                values.put(twin.getKey(), row.next() ? row.getObject(1) : null);
                assertThat(row.next()).as(twin.getKey() + " gives one row").isFalse();
            }
        }
        return values;
    }

    @Test
    void every_measure_says_what_its_twin_says_where_every_table_has_rows() {
        assertThat(differences(data, twins)).isEmpty();
        assertThat(twins.values().stream().filter(value -> value != null && !isZero(value)))
                .hasSizeGreaterThan(twins.size() * 3 / 4);
        assertThat(twins)
                .containsEntry("Open Problems", 2L)
                .containsEntry("New Problems", 1L)
                .containsEntry("Regressed Problems", 1L)
                .containsEntry("Median Time To Recover (h)", 1.5);
    }

    @Test
    void every_measure_says_what_its_twin_says_on_a_simulated_platform() throws SQLException {
        try (PowerBiWarehouse warehouse =
                        PowerBiWarehouse.simulated("powerbi_simulated", Profile.STANDARD, SIMULATED_SCALE);
                Connection connection = warehouse.connect()) {
            DaxData simulated = DaxData.read(Star.committed(), connection);
            assertThat(simulated.rows(simulated.star().table("Runs"))).hasSizeGreaterThan(100);

            assertThat(differences(simulated, twins(connection))).isEmpty();
        }
    }

    private static Map<String, String> differences(DaxData model, Map<String, @Nullable Object> expected) {
        var evaluator = new DaxEvaluator(model);
        var differing = new TreeMap<String, String>();
        for (Measure measure : model.star().measures()) {
            if (!measure.isColour()) {
                Object value = evaluator.measure(measure.name(), DaxContext.everything());
                Object twin = expected.get(measure.name());
                if (!isSame(value, twin)) {
                    differing.put(measure.name(), value + " but the twin says " + twin);
                }
            }
        }
        return differing;
    }

    private static boolean isSame(@Nullable Object value, @Nullable Object twin) {
        if (value instanceof LocalDateTime time) {
            return TO_THE_MINUTE.format(time).equals(twin);
        }
        if (value instanceof String text) {
            return text.equals(twin);
        }
        double expected = twin instanceof Number number ? number.doubleValue() : 0;
        boolean isNumber = twin == null || twin instanceof Number;
        return isNumber && Math.abs(DaxValues.number(value) - expected) <= 1e-6 * (1 + Math.abs(expected));
    }

    private static boolean isZero(Object value) {
        return value instanceof Number number && number.doubleValue() == 0;
    }

    @Test
    void nothing_lost_a_rate_of_no_success_is_zero_and_of_no_run_is_blank() {
        DaxContext failing = only("Run[Outcome]", "failed");
        DaxContext running = only("Run[Outcome]", "in_progress");

        assertThat(DaxValues.number(dax.measure("Success Rate", failing))).isZero();
        assertThat(dax.measure("Success Rate", failing)).isNotNull();
        assertThat(dax.measure("Success Rate", running)).isNull();
        assertThat(DaxValues.number(dax.measure("Failure Rate", failing))).isCloseTo(1, within(1e-9));
    }

    @Test
    void the_runs_of_the_scenarios_add_up() {
        double sum = data.rows(data.star().table("Scenario")).stream()
                .mapToDouble(row -> DaxValues.number(
                        dax.measure("Runs", only("Scenario[Scenario Id]", row.get("Scenario[Scenario Id]")))))
                .sum();
        assertThat(sum).isEqualTo(DaxValues.number(dax.measure("Runs", DaxContext.everything())));
    }

    @Test
    void an_own_login_sees_its_scenarios_by_user_name_or_by_mail_address_and_nobody_else_s() {
        var scenarios = data.rows(data.star().table("Scenario"));
        String owner = scenarios.stream()
                .map(row -> String.valueOf(row.get("Scenario[Created By]")))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseThrow();
        String condition =
                data.star().roles().getOrDefault("Own Scenarios", Map.of()).getOrDefault("Scenario", "");

        for (String login : new String[] {owner, owner + "@example.com", owner.toUpperCase(Locale.ROOT)}) {
            assertThat(scenarios.stream().filter(row -> dax.isTrue(condition, row, login)))
                    .as(login)
                    .isNotEmpty()
                    .allMatch(row -> owner.equals(row.get("Scenario[Created By]")));
        }
        assertThat(scenarios.stream().filter(row -> dax.isTrue(condition, row, "nobody@example.com")))
                .isEmpty();
    }

    @Test
    void an_own_login_sees_the_problems_that_struck_its_scenarios_and_no_others() {
        String condition =
                data.star().roles().getOrDefault("Own Scenarios", Map.of()).getOrDefault("Problem", "");
        Map<Object, Object> creators = new HashMap<>();
        data.rows(data.star().table("Run"))
                .forEach(run -> creators.put(run.get("Run[Run Key]"), run.get("Run[Run Scenario Created By]")));
        Map<Object, Set<Object>> struck = new HashMap<>();
        data.rows(data.star().table("Runs"))
                .forEach(run -> struck.computeIfAbsent(creators.get(run.get("Runs[Run Key]")), _ -> new HashSet<>())
                        .add(run.get("Runs[Problem Key]")));
        struck.values().forEach(keys -> keys.remove(null));
        assertThat(new HashSet<>(struck.values()))
                .as("owners struck by different problems")
                .hasSizeGreaterThan(1);

        struck.forEach((owner, keys) -> {
            for (String login : List.of(owner + "", owner + "@example.com", (owner + "").toUpperCase(Locale.ROOT))) {
                assertThat(data.rows(data.star().table("Problem")).stream()
                                .filter(row -> dax.isTrue(condition, row, login))
                                .map(row -> row.get("Problem[Problem Key]")))
                        .as(login)
                        .containsExactlyInAnyOrderElementsOf(keys);
            }
        });
        assertThat(data.rows(data.star().table("Problem")).stream()
                        .filter(row -> dax.isTrue(condition, row, "nobody@example.com")))
                .isEmpty();
    }

    private static DaxContext only(String column, @Nullable Object value) {
        return DaxContext.everything()
                .and(new DaxContext.Filter(
                        column.substring(0, column.indexOf('[')),
                        column,
                        found -> DaxValues.compare(found, value) == 0));
    }
}
