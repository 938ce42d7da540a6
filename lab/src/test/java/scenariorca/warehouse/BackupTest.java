package scenariorca.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.App;
import scenariorca.LoadedWarehouse;
import scenariorca.LogPlans;
import scenariorca.SourcePlatform;
import scenariorca.TestDatabase;
import scenariorca.cli.RcaCommand;
import scenariorca.logs.InMemoryLogSource;
import scenariorca.logs.RawLogEvent;
import scenariorca.pipeline.LoadRequest;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;

/** Backups taken while the warehouse is served and loaded, and what is restored from them. */
@Tag("system")
final class BackupTest {
    private static final Instant END = Instant.parse("2026-11-20T15:00:00Z");
    private static final String GROUP = "/forecast/api";

    @TempDir
    static Path directory;

    private static SourcePlatform platform;
    private static LoadedWarehouse warehouse;

    @BeforeAll
    static void load() {
        platform = SourcePlatform.of(4, 8, 5);
        warehouse = new LoadedWarehouse(platform);
        warehouse.load(
                new LoadRequest.Full(),
                LogPlans.service(new InMemoryLogSource(events()), END, GROUP).plan());
        warehouse.diagnose();
    }

    /** Of three days. */
    private static List<RawLogEvent> events() {
        var events = new ArrayList<RawLogEvent>();
        for (int hour = 0; hour < 60; hour++) {
            events.add(event(hour, END.minus(Duration.ofHours(hour))));
        }
        return events;
    }

    private static RawLogEvent event(int number, Instant time) {
        String message = "ERROR tab\tbackslash \\ and \u00fc: request %d failed".formatted(number);
        return new RawLogEvent(GROUP, "api-1", "event-" + number, time, time.plusSeconds(2), message);
    }

    @AfterAll
    static void close() {
        warehouse.close();
        platform.close();
    }

    @Test
    void a_backup_restored_into_an_empty_database_is_the_same_row_for_row_and_loads_on() throws Exception {
        Path file = directory.resolve("quiet.zip");
        Outcome backup = run(warehouse.settings(), "backup", "--out", file.toString());
        assertThat(backup.code()).as(backup.text()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(run(warehouse.settings(), "backup", "--out", file.toString()).code())
                .as("it is not overwritten by mistake")
                .isEqualTo(2);

        try (TestDatabase fresh = TestDatabase.create("restored")) {
            Settings settings = platform.settings(fresh);
            Outcome restore = run(settings, "restore", "--from", file.toString());
            assertThat(restore.code()).as(restore.text()).isZero();
            assertThat(sums(settings)).isEqualTo(sums(warehouse.settings()));
            assertThat(value(settings, "select max(version) from etl_run"))
                    .as("no version that anybody saw before comes again")
                    .isEqualTo(String.valueOf(
                            Long.parseLong(warehouse.value("select max(etl_run_id) from etl_run")) + 1_000_000));

            platform.execute(
                    "update fc_scenario set scenario_display_name = scenario_display_name || '!', updated_at = now()");
            Outcome load = run(settings, "etl", "--incremental");
            assertThat(load.code()).as(load.text()).isZero();
            assertThat(run(settings, "verify").code()).isZero();

            Outcome again = run(settings, "restore", "--from", file.toString());
            assertThat(again.code()).isEqualTo(2);
            assertThat(again.text()).contains("already", "--replace");
            assertThat(run(settings, "restore", "--from", file.toString(), "--replace")
                            .code())
                    .isZero();
            assertThat(sums(settings)).isEqualTo(sums(warehouse.settings()));
        }
    }

    @Test
    void a_backup_taken_amid_loads_is_one_moment_between_two_of_them() throws Exception {
        Path file = directory.resolve("amid.zip");
        var isOver = new AtomicBoolean();
        Thread loads = Thread.ofPlatform().start(() -> {
            while (!isOver.get()) {
                platform.execute(
                        "update fc_scenario set scenario_display_name = scenario_display_name || '+', updated_at = now()");
                warehouse.incremental();
            }
        });
        BackupSummary summary;
        try (App app = App.open(warehouse.settings())) {
            summary = Backup.write(app.warehouse(), file);
        } finally {
            isOver.set(true);
            loads.join();
        }

        try (TestDatabase fresh = TestDatabase.create("restored")) {
            Settings settings = platform.settings(fresh);
            assertThat(run(settings, "restore", "--from", file.toString()).code())
                    .isZero();
            assertThat(value(settings, "select max(version) from etl_run where mode <> 'restore'"))
                    .isEqualTo(String.valueOf(summary.warehouseVersion()));
            assertThat(
                            value(
                                    settings,
                                    "select count(distinct length(scenario_name) - length(rtrim(scenario_name, '+'))) from dim_scenario where scenario_key > 0"))
                    .as("names of one load, not of two")
                    .isEqualTo("1");
            assertThat(run(settings, "etl", "--incremental").code()).isZero();
            assertThat(run(settings, "verify").code()).isZero();
        }
    }

    @Test
    void a_backup_of_an_external_warehouse_restores_into_the_embedded_one_of_a_new_machine() throws Exception {
        Path file = directory.resolve("move.zip");
        assertThat(run(warehouse.settings(), "backup", "--out", file.toString()).code())
                .isZero();
        Settings embedded = embedded(directory.resolve("new-machine"));
        Outcome restore = run(embedded, "restore", "--from", file.toString());
        assertThat(restore.code()).as(restore.text()).isZero();
        assertThat(sums(embedded)).isEqualTo(sums(warehouse.settings()));

        // The other way to back up the embedded one: its directory, copied while nobody uses it.
        Path copy = directory.resolve("copied");
        copy(directory.resolve("new-machine"), copy);
        assertThat(sums(embedded(copy))).isEqualTo(sums(warehouse.settings()));
        assertThat(run(embedded(copy), "etl", "--incremental").code()).isZero();
        assertThat(run(embedded(copy), "verify").code()).isZero();
    }

    @Test
    void a_file_that_is_not_a_whole_backup_is_refused_before_anything_is_touched() throws Exception {
        Path file = directory.resolve("whole.zip");
        assertThat(run(warehouse.settings(), "backup", "--out", file.toString()).code())
                .isZero();
        byte[] bytes = Files.readAllBytes(file);
        Path cut = Files.write(directory.resolve("cut.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        byte[] flipped = bytes.clone();
        // Within what is packed: a bit of a time stamp between two entries changes nothing that is read.
        String entry = "tables/dim_scenario.copy";
        flipped[new String(bytes, StandardCharsets.ISO_8859_1).indexOf(entry) + entry.length() + 100] ^= 0x10;
        Path changed = Files.write(directory.resolve("changed.zip"), flipped);
        Path other = Files.writeString(directory.resolve("other.zip"), "not a zip");
        Map<String, String> before = sums(warehouse.settings());

        for (Path broken : List.of(cut, changed, other, directory.resolve("missing.zip"))) {
            Outcome outcome = run(warehouse.settings(), "restore", "--replace", "--from", broken.toString());
            assertThat(outcome.code()).as(outcome.text()).isEqualTo(2);
            assertThat(outcome.text()).contains(broken.toString()).doesNotContain("\tat ");
        }
        assertThat(sums(warehouse.settings())).isEqualTo(before);
    }

    @Test
    void a_whole_archive_with_rows_that_do_not_fit_is_refused_and_the_warehouse_stays_with_its_keys() throws Exception {
        Path file = directory.resolve("fine.zip");
        assertThat(run(warehouse.settings(), "backup", "--out", file.toString()).code())
                .isZero();
        assertThat(run(warehouse.settings(), "keys", "create", "kept", "--all").code())
                .isZero();
        Map<String, String> before = sums(warehouse.settings());
        Map<String, UnaryOperator<String>> damages = Map.of(
                "a column less", rows -> rows.replaceFirst("\t[^\t\n]*\n", "\n"),
                "cut short", rows -> rows.substring(0, rows.length() - 7),
                "a row less", rows -> rows.substring(rows.indexOf('\n') + 1),
                "another value", rows -> rows.replaceFirst("\n", "!\n"));
        damages.forEach((name, damage) -> {
            Path damaged = directory.resolve(name.replace(' ', '-') + ".zip");
            rewrite(file, damaged, "tables/dim_scenario.copy", damage);
            Outcome outcome = run(warehouse.settings(), "restore", "--replace", "--from", damaged.toString());
            assertThat(outcome.code()).as(name).isEqualTo(2);
            assertThat(outcome.text())
                    .as(name)
                    .contains("is damaged", "dim_scenario")
                    .hasLineCount(1);
        });
        // A file of the oldest layout has no digest; what its table does not take is found while it is built beside.
        Path old = directory.resolve("old.zip");
        rewrite(file, old, "manifest.json", text -> text.replaceFirst("\"format\" : 2", "\"format\" : 1"));
        Path oddValue = directory.resolve("odd-value.zip");
        rewrite(old, oddValue, "tables/dim_scenario.copy", rows -> rows.replaceFirst("(?m)^\\d+", "none"));
        Outcome outcome = run(warehouse.settings(), "restore", "--replace", "--from", oddValue.toString());
        assertThat(outcome.code()).as(outcome.text()).isEqualTo(2);
        assertThat(outcome.text())
                .contains("rows of dim_scenario that its table does not take")
                .hasLineCount(1);

        assertThat(sums(warehouse.settings())).isEqualTo(before);
        assertThat(warehouse.values("select nspname from pg_namespace where nspname like 'rpt%' order by 1"))
                .containsExactly("rpt", "rpt_stg");
        assertThat(run(warehouse.settings(), "restore", "--replace", "--from", old.toString())
                        .code())
                .isZero();
        assertThat(run(warehouse.settings(), "etl", "--incremental").code()).isZero();
        assertThat(warehouse.values("select nspname from pg_namespace where nspname like 'rpt%' order by 1"))
                .containsExactly("rpt", "rpt_stg");
        assertThat(warehouse.values("select rolname from pg_roles where rolname like '%restoring%'"))
                .isEmpty();
    }

    /** The same archive, whole in itself, with one entry changed. */
    private static void rewrite(Path from, Path to, String entry, UnaryOperator<String> change) {
        try (var in = new ZipFile(from.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry each : java.util.Collections.list(in.entries())) {
                String text = new String(in.getInputStream(each).readAllBytes(), StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(each.getName()));
                String written = each.getName().equals(entry) ? change.apply(text) : text;
                assertThat(written.equals(text)).isEqualTo(!each.getName().equals(entry));
                out.write(written.getBytes(StandardCharsets.UTF_8));
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_disk_that_cannot_be_written_leaves_no_half_backup() {
        try (App app = App.open(warehouse.settings())) {
            Path nowhere = directory.resolve("no-such-directory").resolve("file.zip");
            assertThatExceptionOfType(RcaException.class)
                    .isThrownBy(() -> Backup.write(app.warehouse(), nowhere))
                    .withMessageContaining("cannot write");
        }
    }

    private static Settings embedded(Path home) {
        Settings source = warehouse.settings();
        var values = new LinkedHashMap<String, String>();
        for (String name : List.of("HOST", "PORT", "NAME", "USER", "PASSWORD")) {
            values.put("SOURCE_DB_" + name, source.text("SOURCE_DB_" + name, ""));
        }
        values.put("RCA_HOME", home.toString());
        return Settings.of(values);
    }

    private static void copy(Path from, Path to) throws Exception {
        Process copy = new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                .inheritIO()
                .start();
        assertThat(copy.waitFor()).isZero();
    }

    /** A checksum of every row of each table, but for what a restore writes down of itself. */
    private static Map<String, String> sums(Settings settings) throws SQLException {
        try (App app = App.open(settings);
                Connection connection = app.warehouse().connect("test")) {
            var tables = new ArrayList<String>();
            try (var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("""
                            select relname from pg_class
                            where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
                                and not relispartition and relname <> 'schema_history'
                            order by 1""")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            var sums = new LinkedHashMap<String, String>();
            for (String table : tables) {
                String where = table.equals("etl_run") ? " where mode <> 'restore'" : "";
                try (var statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery(
                                "select count(*) || ' ' || coalesce(sum(hashtextextended(x::text, 0)), 0) from " + table
                                        + " as x" + where)) {
                    rows.next();
                    sums.put(table, rows.getString(1));
                }
            }
            return sums;
        }
    }

    private static String value(Settings settings, String sql) throws SQLException {
        try (App app = App.open(settings);
                Connection connection = app.warehouse().connect("test");
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private record Outcome(int code, String text) {}

    private static Outcome run(Settings settings, String... args) {
        var text = new StringWriter();
        var writer = new PrintWriter(text);
        return new Outcome(RcaCommand.run(settings, writer, writer, args), text.toString());
    }
}
