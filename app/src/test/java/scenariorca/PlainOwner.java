package scenariorca;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import scenariorca.platform.DatabaseAddress;
import scenariorca.platform.Settings;

/**
 * A database whose owner is a plain user, as on a real server: no superuser, who may not make roles. A superuser made the two
 * reader roles for it, as docs/security.md says.
 */
public final class PlainOwner implements AutoCloseable {
    private static final String PASSWORD = "plain";

    private final TestDatabase database;
    private final String other;

    /** Also makes a user of no rights, {@link #other}. */
    public PlainOwner(String purpose) {
        database = TestDatabase.create(purpose);
        String name = database.address().database();
        other = name + "_other";
        database.execute("""
                create role %1$s login password '%2$s' nosuperuser;
                create role %3$s login password '%2$s';
                alter database %1$s owner to %1$s;
                do $$
                declare
                    reader text;
                begin
                    foreach reader in array array['rpt_reader', 'rpt_reader_of_all'] loop
                        if not exists (select from pg_roles where rolname = reader) then
                            execute format('create role %%I', reader);
                        end if;
                    end loop;
                    grant rpt_reader to %1$s;
                    grant rpt_reader_of_all to %1$s with inherit false, set true;
                end $$;
                """.formatted(name, PASSWORD, other));
    }

    public DatabaseAddress address() {
        return as(database.address().database());
    }

    /** The address for a user of the same server who owns nothing. */
    public DatabaseAddress other() {
        return as(other);
    }

    /** What only a superuser may. */
    public void executeAsSuperuser(String sql) {
        database.execute(sql);
    }

    /** Where the warehouse is. */
    public Settings settings(Settings more) {
        DatabaseAddress address = address();
        return more.with("REPORTING_DB_HOST", address.host())
                .with("REPORTING_DB_PORT", Integer.toString(address.port()))
                .with("REPORTING_DB_NAME", address.database())
                .with("REPORTING_DB_USER", address.user())
                .with("REPORTING_DB_PASSWORD", PASSWORD);
    }

    private DatabaseAddress as(String user) {
        DatabaseAddress all = database.address();
        return new DatabaseAddress(all.host(), all.port(), all.database(), "rpt", user, PASSWORD);
    }

    @Override
    public void close() {
        database.close();
        DatabaseAddress server = TestDatabase.server().address("postgres");
        try (Connection connection = DriverManager.getConnection(server.url(), server.properties("test"));
                Statement statement = connection.createStatement()) {
            statement.execute("drop role " + other);
            statement.execute("drop role " + database.address().database());
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
