package scenariorca.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.TestDatabase;
import scenariorca.platform.DatabaseAddress;

@Tag("system")
final class EmbeddedPostgresTest {
    @TempDir
    Path home;

    @Test
    void what_was_written_survives_a_restart_and_the_port_stays() throws Exception {
        int port;
        try (var first = EmbeddedPostgres.open(home)) {
            port = first.address("postgres").port();
            execute(first.address("postgres"), "create table kept as select 42 as answer");
        }

        try (var second = EmbeddedPostgres.open(home)) {
            assertThat(value(second.address("postgres"), "select answer from kept"))
                    .isEqualTo("42");
            assertThat(value(second.address("postgres"), "show fsync")).isEqualTo("on");
            assertThat(second.address("postgres").port()).isEqualTo(port);
        }
    }

    @Test
    void a_second_user_shares_the_server_and_the_last_one_stops_it() throws Exception {
        var first = EmbeddedPostgres.open(home);
        var second = EmbeddedPostgres.open(home);
        assertThat(second.address("postgres")).isEqualTo(first.address("postgres"));

        first.close();
        assertThat(value(second.address("postgres"), "select 1")).isEqualTo("1");

        second.close();
        assertThat(home.resolve("postgres/data-18/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_server_killed_with_its_pid_file_left_behind_starts_again() throws Exception {
        var first = EmbeddedPostgres.open(home);
        execute(first.address("postgres"), "create table kept as select 42 as answer");
        kill(home.resolve("postgres/data-18/postmaster.pid"));

        try (var second = EmbeddedPostgres.open(home)) {
            assertThat(value(second.address("postgres"), "select answer from kept"))
                    .isEqualTo("42");
        }
        first.close();
    }

    @Test
    void a_program_that_can_open_no_more_files_does_not_take_a_living_server_for_dead() throws Exception {
        try (var server = EmbeddedPostgres.open(home)) {
            Path pid = server(home).resolve("postmaster.pid");
            byte[] content = Files.readAllBytes(pid);
            // What a directory in its place does to whoever reads it, a lack of file descriptors does as well.
            Files.delete(pid);
            Files.createDirectory(pid);
            try {
                assertThatThrownBy(server::revive)
                        .hasMessageContaining("cannot be seen")
                        .hasMessageContaining("ulimit -n")
                        .hasMessageNotContaining("died");
            } finally {
                Files.delete(pid);
                Files.write(pid, content);
            }
        }
    }

    private static Path server(Path home) {
        return home.resolve("postgres").resolve("data-" + PostgresBinaries.MAJOR);
    }

    @Test
    void a_pid_file_that_names_a_stranger_does_not_hinder_the_start() throws Exception {
        EmbeddedPostgres.open(home).close();
        Files.writeString(
                home.resolve("postgres/data-18/postmaster.pid"),
                ProcessHandle.current().pid() + "\n/nowhere\n0\n1\n\n127.0.0.1\n");

        try (var second = EmbeddedPostgres.open(home)) {
            assertThat(value(second.address("postgres"), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void only_the_owner_may_read_its_files_and_only_loopback_with_the_password_may_enter() throws Exception {
        try (var server = EmbeddedPostgres.open(home)) {
            assertThat(mode(home.resolve("postgres"))).isEqualTo("rwx------");
            assertThat(mode(home.resolve("postgres/password"))).isEqualTo("rw-------");
            assertThat(value(server.address("postgres"), "show listen_addresses"))
                    .isEqualTo("127.0.0.1");

            var right = server.address("postgres");
            var wrong = new DatabaseAddress(right.host(), right.port(), "postgres", "public", right.user(), "guess");
            assertThat(stateOfRefusal(wrong)).isEqualTo("28P01");
        }
    }

    @Test
    void databases_are_made_once_and_dropped_even_when_in_use() throws Exception {
        TestDatabase.server().createDatabase("twice");
        TestDatabase.server().createDatabase("twice");
        DatabaseAddress address = TestDatabase.server().address("twice");
        try (var _ = DriverManager.getConnection(address.url(), address.properties("test"))) {
            TestDatabase.server().dropDatabase("twice");
        }
        assertThat(stateOfRefusal(address)).isEqualTo("3D000");
    }

    private static void kill(Path pidFile) throws Exception {
        ProcessHandle postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pidFile).getFirst()))
                .orElseThrow();
        var children = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        postmaster.onExit().get();
        for (ProcessHandle child : children) {
            child.onExit().get();
        }
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static String stateOfRefusal(DatabaseAddress address) {
        try (var _ = DriverManager.getConnection(address.url(), address.properties("test"))) {
            return "let in";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private static void execute(DatabaseAddress address, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(address.url(), address.properties("test"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(DatabaseAddress address, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(address.url(), address.properties("test"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
