package scenariorca.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import scenariorca.TestDatabase;
import scenariorca.access.Secret;
import scenariorca.platform.Settings;
import scenariorca.report.ReportDatabase;

/** How an operator makes keys and says what roles see. */
final class KeysTest {
    private static final ReportDatabase DATABASE = ReportDatabase.filled("keys");

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private record Ran(int exit, String out, String err) {}

    private static Ran rca(String... args) {
        return rca(DATABASE.settings(), args);
    }

    private static Ran rca(Settings settings, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit = RcaCommand.run(settings, new PrintWriter(out, true), new PrintWriter(err, true), args);
        return new Ran(exit, out.toString(), err.toString());
    }

    @Test
    void a_key_is_printed_once_kept_as_a_hash_listed_and_revoked() {
        Ran made = rca("keys", "create", "grafana", "--area", "Oncology", "--user", "jdoe", "--expires-in-days", "30");

        assertThat(made.exit()).as(made.err()).isZero();
        String key = made.out().strip();
        assertThat(key).startsWith("rca_").hasSize(47);
        assertThat(DATABASE.access().list().key(Secret.hash(key)).orElseThrow().name())
                .isEqualTo("grafana");
        Ran listed = rca("keys");
        assertThat(listed.out())
                .contains("grafana", "read", "good", "Oncology, scenarios of jdoe")
                .doesNotContain(key);
        assertThat(listed.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(rca("keys", "create", "grafana", "--all"))
                .satisfies(again -> assertThat(again.exit()).isEqualTo(2))
                .satisfies(again -> assertThat(again.err()).contains("there is a key grafana already"));

        assertThat(rca("keys", "revoke", "grafana").exit()).isZero();

        assertThat(rca("keys").out()).contains("revoked");
        assertThat(rca("keys", "revoke", "grafana").exit()).isEqualTo(1);
    }

    @Test
    void a_key_that_sees_nothing_known_is_refused_with_what_there_is() {
        assertThat(rca("keys", "create", "a", "--area", "Oncologie").err())
                .contains("no model is of the therapeutic area Oncologie; there are: Metabolic, Oncology");
        assertThat(rca("keys", "create", "a").err()).contains("say what it sees");
        assertThat(rca("keys", "create", "a", "--all", "--user", "x").exit()).isEqualTo(2);
        assertThat(rca("keys", "create", "a b", "--all").err()).contains("letters, digits");
    }

    @Test
    void a_warehouse_without_tables_is_told_how_to_get_them() {
        try (TestDatabase empty = TestDatabase.create("untouched")) {
            Ran ran = rca(
                    DATABASE.settings()
                            .with("REPORTING_DB_NAME", empty.address().database()),
                    "keys");

            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.err()).contains("run ./rca migrate").doesNotContain("42P01");
        }
    }

    @Test
    void a_role_is_granted_regranted_and_withdrawn() {
        assertThat(rca("roles").out()).contains("No role is granted anything");
        assertThat(rca("roles", "grant", "team", "--area", "Oncology").out()).contains("team sees Oncology");
        assertThat(rca("roles", "grant", "team", "--all", "--admin").out()).contains("team sees all");
        assertThat(rca("roles").out()).contains("team", "admin", "all");
        assertThat(rca("roles", "grant", "team", "--user", "x").exit()).isEqualTo(2);
        assertThat(rca("roles", "withdraw", "team").exit()).isZero();
        assertThat(rca("roles", "withdraw", "team").exit()).isEqualTo(1);
    }
}
