package scenariorca.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import scenariorca.errors.ClassifierMemory;
import scenariorca.errors.ClassifierState;
import scenariorca.errors.ErrorKind;

/**
 * The warehouse that lines are handed over to; goes to where they are read.
 *
 * @param url JDBC address
 * @param schema where its tables are. Example: rpt
 * @param password empty when the server asks for none
 */
record WarehouseLink(String url, String schema, String user, String password) implements Serializable {
    private static final String SEES_ALL = "{\"all\":true}";

    Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "scenario-rca-spark");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("currentSchema", schema + "," + schema + "_stg");
        properties.setProperty("options", "-c rca.viewer=" + SEES_ALL);
        return DriverManager.getConnection(url, properties);
    }

    /** What its classifier has learnt. */
    ClassifierState memory() throws SQLException {
        var memory = new ClassifierMemory();
        try (Connection connection = connect();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql("memory"))) {
            while (rows.next()) {
                memory.add(rows.getString(1), rows.getString(2));
            }
        }
        return memory.state();
    }

    KnownIds knownIds() throws SQLException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            var hashes = LongStream.builder();
            try (var statement = connection.createStatement()) {
                statement.setFetchSize(10_000);
                ResultSet rows = statement.executeQuery(sql("known_ids"));
                while (rows.next()) {
                    hashes.add(KnownIds.hash(rows.getObject(1, UUID.class)));
                }
            }
            return new KnownIds(hashes.build());
        }
    }

    /** Which of these objects were handed over already. */
    Set<String> handed(Collection<String> chunkIds) throws SQLException {
        var found = new HashSet<String>();
        try (Connection connection = connect();
                var statement = connection.prepareStatement(sql("handed"))) {
            statement.setArray(1, connection.createArrayOf("text", chunkIds.toArray()));
            statement.setArray(2, connection.createArrayOf("text", chunkIds.toArray()));
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** Hands over the kinds of error that the lines to come refer to. */
    void handOver(Collection<ErrorKind> kinds) throws SQLException {
        List<ErrorKind> sorted = new ArrayList<>(kinds);
        sorted.sort((one, other) -> one.id().compareTo(other.id()));
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(sql("kind"))) {
                for (ErrorKind kind : sorted) {
                    statement.setObject(1, kind.id());
                    statement.setString(2, clean(kind.refinement().signature()));
                    statement.setString(3, clean(kind.refinement().type()));
                    statement.setString(4, clean(kind.refinement().code()));
                    statement.setArray(
                            5,
                            connection.createArrayOf(
                                    "text",
                                    kind.refinement().frames().stream()
                                            .map(WarehouseLink::clean)
                                            .toArray()));
                    statement.setString(6, clean(kind.sample()));
                    statement.addBatch();
                }
                statement.executeBatch();
            }
            connection.commit();
        }
    }

    private static String clean(String text) {
        return text.replace('\0', '\ufffd');
    }

    /** A statement kept in {@code src/main/sql}. */
    static String sql(String name) {
        try (InputStream in = WarehouseLink.class.getResourceAsStream("/sql/spark/" + name + ".sql")) {
            if (in == null) {
                throw new IllegalArgumentException("there is no statement " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return user + "@" + url;
    }
}
