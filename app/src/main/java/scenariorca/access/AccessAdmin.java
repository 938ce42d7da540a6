package scenariorca.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.SqlFile;
import scenariorca.warehouse.Viewer;
import scenariorca.warehouse.Warehouse;

/** Where an operator makes and revokes keys, and says what roles see. */
public final class AccessAdmin {
    private static final String UNIQUE = "23505";

    private final Warehouse warehouse;

    public AccessAdmin(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Every key and role. */
    public AccessList list() {
        return on(AccessRows::read);
    }

    /**
     * Makes a key.
     *
     * @param name not that of another key, revoked ones included
     * @param expiresAt null for never
     * @return the key, which cannot be had again
     */
    public String create(String name, boolean isAdmin, Viewer viewer, @Nullable Instant expiresAt) {
        checkName("name", name);
        if (name.equals("API_KEY")) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT, "API_KEY is what the key of the settings is called; choose another");
        }
        checkAreas(viewer.areas());
        String key = Secret.make();
        return on(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SqlFile.read("access/create_key.sql"))) {
                statement.setString(1, name);
                statement.setString(2, Secret.hash(key));
                statement.setString(3, isAdmin ? "admin" : "read");
                statement.setBoolean(4, viewer.seesAll());
                statement.setArray(5, areas(connection, viewer));
                statement.setString(6, viewer.user());
                statement.setObject(7, expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC));
                statement.executeUpdate();
                return key;
            } catch (SQLException e) {
                if (UNIQUE.equals(e.getSQLState())) {
                    throw new RcaException(
                            ErrorCode.INVALID_INPUT,
                            "there is a key %s already; choose another name, or revoke it and choose another"
                                    .formatted(name));
                }
                throw e;
            }
        });
    }

    /** Revokes a key: a running server refuses it within seconds. */
    public void revoke(String name) {
        if (update("access/revoke_key.sql", name) == 0) {
            throw new RcaException(ErrorCode.NOT_FOUND, "there is no key %s that is still good".formatted(name));
        }
    }

    /** Says what a role sees from now on. */
    public void grant(Role role) {
        checkName("role", role.name());
        if (role.viewer().user() != null) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT, "a role sees all or areas; its users see their own scenarios anyway");
        }
        checkAreas(role.viewer().areas());
        on(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SqlFile.read("access/grant_role.sql"))) {
                statement.setString(1, role.name());
                statement.setBoolean(2, role.isAdmin());
                statement.setBoolean(3, role.viewer().seesAll());
                statement.setArray(4, areas(connection, role.viewer()));
                return statement.executeUpdate();
            }
        });
    }

    /** Whoever has this role sees own scenarios only from now on. */
    public void withdraw(String role) {
        if (update("access/withdraw_role.sql", role) == 0) {
            throw new RcaException(ErrorCode.NOT_FOUND, "nothing is granted to a role %s".formatted(role));
        }
    }

    /** A wrong area would be found out by nobody: it shows nothing. */
    private void checkAreas(List<String> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        List<String> known = on(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SqlFile.read("access/areas.sql"));
                    var rows = statement.executeQuery()) {
                var names = new java.util.ArrayList<String>();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
                return names;
            }
        });
        for (String area : wanted) {
            if (!known.contains(area)) {
                throw new RcaException(
                        ErrorCode.INVALID_INPUT,
                        "no model is of the therapeutic area %s; there are: %s"
                                .formatted(area, String.join(", ", known)));
            }
        }
    }

    private static void checkName(String what, String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._:@/-]{0,99}")) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "the %s must be 1 to 100 letters, digits and . _ : @ / -, not \"%s\"".formatted(what, name));
        }
    }

    private static java.sql.Array areas(Connection connection, Viewer viewer) throws SQLException {
        return connection.createArrayOf("text", viewer.areas().toArray());
    }

    private int update(String file, String name) {
        return on(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SqlFile.read(file))) {
                statement.setString(1, name);
                return statement.executeUpdate();
            }
        });
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T on(Work<T> work) {
        try (Connection connection = warehouse.connect("scenario-rca-access")) {
            return work.on(connection);
        } catch (SQLException e) {
            throw warehouse.explain(e);
        }
    }
}
