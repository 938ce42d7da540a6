package scenariorca.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/**
 * Where a PostgreSQL database is, and who we are there.
 *
 * @param host name or address. Example: db.example.com
 * @param port 1 to 65535
 * @param database name of the database
 * @param schema where the tables are. Example: rpt
 * @param user who connects
 * @param password empty when the server asks for none
 */
public record DatabaseAddress(String host, int port, String database, String schema, String user, String password) {

    /** The JDBC address, without user and password. */
    public String url() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host.contains(":") ? "[" + host + "]" : host, port, database);
    }

    /** Sets a session to UTC, by which days are counted. The driver sets it to the program's zone, over any option. */
    public static final String IN_UTC = "set time zone 'UTC'";

    /**
     * A connection whose days are those of UTC, in whichever zone the program runs. Close it.
     *
     * @param properties those of {@link #properties}, with more
     */
    public Connection connect(Properties properties) throws SQLException {
        Connection connection = DriverManager.getConnection(url(), properties);
        try (var statement = connection.createStatement()) {
            statement.execute(IN_UTC);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The driver's properties: who connects, under which name. */
    public Properties properties(String applicationName) {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", applicationName);
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "15");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("socketFactory", WatchedSockets.class.getName());
        return properties;
    }

    /**
     * The settings that say so, but for the schema.
     *
     * @param prefix of their names: {@code SOURCE_DB} or {@code REPORTING_DB}
     */
    public Map<String, String> settings(String prefix) {
        return Map.of(
                prefix + "_HOST", host,
                prefix + "_PORT", String.valueOf(port),
                prefix + "_NAME", database,
                prefix + "_USER", user,
                prefix + "_PASSWORD", password);
    }

    public DatabaseAddress withDatabase(String name) {
        return new DatabaseAddress(host, port, name, schema, user, password);
    }

    public DatabaseAddress withSchema(String name) {
        return new DatabaseAddress(host, port, database, name, user, password);
    }

    /** Without the password, which must not reach a log or a screen. */
    @Override
    public String toString() {
        return "%s@%s:%d/%s".formatted(user, host, port, database);
    }
}
