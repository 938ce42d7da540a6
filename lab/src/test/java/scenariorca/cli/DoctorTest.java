package scenariorca.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.LoadedWarehouse;
import scenariorca.SourcePlatform;
import scenariorca.TestDatabase;
import scenariorca.cloudwatch.LogService;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import scenariorca.report.ReportDatabase;
import scenariorca.server.TestServer;
import tools.jackson.databind.JsonNode;

/** Set-ups, each broken in one way for real, and what the doctor says of them. */
@Tag("system")
final class DoctorTest {
    private static final String PASSWORD = "s3cret-in-this-test";

    @TempDir
    static Path directory;

    private static SourcePlatform platform;
    private static LoadedWarehouse warehouse;

    @BeforeAll
    static void load() {
        platform = SourcePlatform.of(1, 3, 2);
        warehouse = new LoadedWarehouse(platform);
        warehouse.full();
        TestDatabase.server().createDatabase("doctor");
        platform.execute("""
                drop role if exists reader; create role reader login password '%1$s'; grant select on all tables in schema public to reader;
                drop role if exists writer; create role writer login password '%1$s'; grant select on all tables in schema public to writer;
                grant update on fc_scenario to writer
                """.formatted(PASSWORD));
    }

    @AfterAll
    static void close() {
        platform.execute("drop owned by reader; drop owned by writer; drop role reader; drop role writer");
        warehouse.close();
        platform.close();
    }

    @Test
    void nothing_is_found_where_nothing_is_wrong() {
        Visit visit = visit(fine());
        assertThat(visit.code()).as(visit.text()).isZero();
        assertThat(visit.text()).contains("reader can only read", "all there", "up to date");
    }

    @Test
    void a_source_that_does_not_answer() {
        finds(fine().with("SOURCE_DB_PORT", "1"), "source", "cannot be reached", "check that it runs");
    }

    @Test
    void a_wrong_password() {
        finds(fine().with("SOURCE_DB_PASSWORD", "s3cret-guess"), "source", "refuses the user or the password");
    }

    @Test
    void a_missing_table_and_a_missing_column() {
        try (SourcePlatform broken = SourcePlatform.of(1, 3, 2)) {
            broken.execute("alter table fc_scenario_run drop column run_status");
            broken.execute("alter table fc_scenario_event_calc rename to gone");
            broken.execute("grant select on all tables in schema public to reader");
            Settings settings = fine().with("SOURCE_DB_NAME", broken.value("select current_database()"));

            finds(settings, "source tables", "fc_scenario_run.run_status", "table fc_scenario_event_calc", "check");
            broken.execute("drop owned by reader");
        }
    }

    @Test
    void a_missing_right_to_read() {
        platform.execute("revoke select on fc_scenario_run from reader");
        try {
            finds(fine(), "source can be read", "reader may not read fc_scenario_run", "grant select");
        } finally {
            platform.execute("grant select on fc_scenario_run to reader");
        }
    }

    @Test
    void a_source_user_who_can_write() {
        finds(
                fine().with("SOURCE_DB_USER", "writer"),
                "source is read only",
                "writer may write fc_scenario",
                "use a user");
    }

    @Test
    void a_warehouse_that_does_not_answer() {
        finds(fine().with("REPORTING_DB_PORT", "1"), "warehouse", "cannot be reached", "check that it runs");
    }

    @Test
    void a_warehouse_that_is_too_old() {
        assertThatExceptionOfType(RcaException.class)
                .isThrownBy(() -> WarehouseExamination.oldEnough(13))
                .withMessageContaining("PostgreSQL 13 is too old")
                .withMessageContaining("use 14 or later");
        WarehouseExamination.oldEnough(14);
    }

    @Test
    void a_warehouse_that_cannot_be_written() {
        String name = fine().text("REPORTING_DB_NAME", "");
        platform.execute("alter database \"" + name + "\" set default_transaction_read_only = on");
        try {
            finds(fine(), "warehouse", "cannot be written", "default_transaction_read_only");
        } finally {
            platform.execute("alter database \"" + name + "\" reset default_transaction_read_only");
        }
    }

    @Test
    void a_warehouse_user_who_may_make_no_tables() {
        Settings settings = fine().with("REPORTING_DB_NAME", "doctor")
                .with("REPORTING_DB_USER", "reader")
                .with("REPORTING_DB_PASSWORD", PASSWORD);
        finds(settings, "warehouse", "reader may not make tables", "grant create on database");
    }

    @Test
    void a_warehouse_without_tables() {
        finds(fine().with("REPORTING_DB_NAME", "doctor"), "warehouse tables", "none yet", "./rca migrate makes them");
    }

    @Test
    void credentials_of_aws_that_are_missing_expired_or_without_a_region() {
        try (LogService aws = LogService.of(directory)) {
            Settings settings = fine().with("CLOUDWATCH_LOG_GROUPS", "/forecast/api=prod");
            finds(
                    settings.with("AWS_REGION", "nowhere!"),
                    "cloudwatch",
                    "AWS_REGION is \"nowhere!\"",
                    "such as eu-west-1");
            for (var entry : aws.settings().entrySet()) {
                settings = settings.with(entry.getKey(), entry.getValue());
            }
            assertThat(visit(settings).text()).contains("can be read with key AKIA");
            aws.refuse(400, "ExpiredTokenException");
            finds(settings, "cloudwatch", "have expired", "log in again");
            aws.refuse(400, "AccessDeniedException");
            finds(settings, "cloudwatch", "does not allow logs:FilterLogEvents", "add that permission");
            finds(
                    settings.with("AWS_PROFILE", "no-such-profile").with("AWS_ACCESS_KEY_ID", ""),
                    "cloudwatch",
                    "no-such-profile",
                    "set AWS_PROFILE");
        }
    }

    @Test
    void a_load_that_failed() {
        try (LoadedWarehouse behind = new LoadedWarehouse(platform)) {
            behind.full();
            behind.execute("update etl_run set status = 'failed'");
            Visit visit =
                    visit(fine().with("REPORTING_DB_NAME", behind.settings().text("REPORTING_DB_NAME", "")));
            assertThat(visit.code()).isEqualTo(1);
            assertThat(visit.text()).contains("the last load full failed at", "./rca etl tries again");
        }
    }

    @Test
    void a_port_where_we_serve_ourselves_is_fine_and_one_of_another_installation_is_not() {
        try (TestServer server = TestServer.start(ReportDatabase.filled("doctor_served"), null)) {
            Settings settings = fine().with("API_PORT", String.valueOf(server.port()));
            finds(settings, "port", "is taken by another installation of rca", "set API_PORT");
            try (var _ = ServingMark.make(settings.home(), server.port())) {
                Visit visit = visit(settings);
                assertThat(visit.text()).contains("is where rca serves already");
                assertThat(visit.code()).as(visit.text()).isZero();
            }
        }
    }

    @Test
    void a_port_that_is_taken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            finds(fine().with("API_PORT", String.valueOf(taken.getLocalPort())), "port", "is taken", "set API_PORT");
        }
    }

    @Test
    void a_home_that_cannot_be_written_and_a_disk_without_room() throws Exception {
        Path file = Files.writeString(directory.resolve("a-file"), "");
        Settings settings = fine().with("REPORTING_DB_HOST", "")
                .with("RCA_HOME", file.resolve("home").toString());
        finds(settings, "RCA_HOME", "cannot be written", "set RCA_HOME");

        assertThatExceptionOfType(RcaException.class)
                .isThrownBy(() -> WarehouseExamination.room(directory, Long.MAX_VALUE))
                .withMessageContaining("GB left")
                .withMessageContaining("free some");
    }

    @Test
    void a_server_open_to_others_without_a_key() {
        finds(fine().with("API_HOST", "0.0.0.0"), "who may enter", "there is no key", "rca keys create", "set API_KEY");
    }

    @Test
    void the_launcher_says_so_where_there_is_no_java_or_an_old_one() throws Exception {
        Path old = Files.createDirectories(directory.resolve("jdk-17/bin")).getParent();
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.9\"\n");
        Files.writeString(old.resolve("bin/javac"), "#!/bin/sh\n");
        assertThat(old.resolve("bin/javac").toFile().setExecutable(true)).isTrue();
        for (Map<String, String> surroundings :
                List.of(Map.of("RCA_JDKS", "/nowhere"), Map.of("RCA_JDKS", old.toString()))) {
            var builder =
                    new ProcessBuilder(Path.of("rca").toAbsolutePath().toString(), "doctor").redirectErrorStream(true);
            builder.environment().clear();
            builder.environment().put("PATH", "/usr/bin:/bin");
            builder.environment().put("HOME", directory.toString());
            builder.environment().putAll(surroundings);
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).isEqualTo(2);
            assertThat(said)
                    .contains("needs a JDK of version 25 or later", "install one")
                    .hasLineCount(1);
        }
    }

    @Test
    void a_channel_that_takes_no_message(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("alerts.yml"), """
                channels:
                  - {name: on-call, type: webhook, url: "http://127.0.0.1:9/", secret: never-shown-secret, sees: all}
                """);
        Settings settings = fine().with("ALERTS_FILE", file.toString());
        assertThat(visit(settings).text()).contains("1 channel, no message is refused");
        warehouse.execute("""
                insert into alert_channel (channel_name, viewer, change_no, began_at) values ('on-call', '{}', 0, now());
                insert into alert_message (channel_name, subject, turn_no, message_id, alert_kind, body, try_count, last_failure,
                    created_at, next_try_at)
                values ('on-call', 'load', 1, 'load/1/load_late', 'load_late', '{}', 3, 'connection refused', now(), now())
                """);

        finds(settings, "alerts", "on-call does not take 1 message: connection refused", "./rca alerts test");

        warehouse.execute("delete from alert_message; delete from alert_channel");
    }

    /** A set-up without a fault. */
    private static Settings fine() {
        return warehouse
                .settings()
                .with("SOURCE_DB_USER", "reader")
                .with("SOURCE_DB_PASSWORD", PASSWORD)
                .with("API_PORT", "0");
    }

    /** The one finding, with what to do, in lines that fit a terminal, and no secret anywhere. */
    private static void finds(Settings settings, String check, String... words) {
        Visit visit = visit(settings);
        assertThat(visit.code()).as(visit.text()).isEqualTo(1);
        JsonNode wrong = null;
        for (JsonNode finding : Json.read(run(settings, "doctor", "--json").text())) {
            if (!finding.get("is_fine").asBoolean()) {
                wrong = wrong == null ? finding : wrong;
            }
        }
        assertThat(wrong).as(visit.text()).isNotNull();
        assertThat(wrong.get("check").asString()).as(visit.text()).isEqualTo(check);
        assertThat(wrong.get("finding").asString()).contains(words);
    }

    private static Visit visit(Settings settings) {
        Visit visit = run(settings, "doctor");
        assertThat(visit.text().lines()).allMatch(line -> line.length() <= 80);
        assertThat(visit.text()).doesNotContain("s3cret", "never-shown-secret", "\tat ");
        return visit;
    }

    private static Visit run(Settings settings, String... args) {
        var out = new StringWriter();
        int code = RcaCommand.run(settings, new PrintWriter(out), new PrintWriter(out), args);
        return new Visit(code, out.toString());
    }

    private record Visit(int code, String text) {}
}
