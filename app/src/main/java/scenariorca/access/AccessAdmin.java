package scenariorca.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.warehouse.Query;
import scenariorca.warehouse.Viewer;
import scenariorca.warehouse.Warehouse;

/** Where an operator makes and revokes keys, and says what roles see. */
public final class AccessAdmin {
    private final Warehouse warehouse;

    public AccessAdmin(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Every key and role. */
    public AccessList list() {
        return on(AccessList::read);
    }

    /**
     * Makes a key.
     *
     * @param name not that of another key, revoked ones included
     * @param expiresAt null for never
     * @return the key, which cannot be had again
     */
    public String create(String name, Scope scope, Viewer viewer, @Nullable Instant expiresAt) {
        checkName("name", name);
        if (name.equals("API_KEY")) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT, "API_KEY is what the key of the settings is called; choose another");
        }
        checkAreas(viewer.areas());
        String key = Secret.make();
        int made = on(query -> query.apply("access/create_key.sql")
                .with("name", name)
                .with("hash", Secret.hash(key))
                .with("scope", scope.word())
                .with("sees_all", viewer.seesAll())
                .withAll("areas", viewer.areas())
                .with("user_id", viewer.user())
                .with("expires_at", expiresAt)
                .update());
        if (made == 0) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "there is a key %s already; choose another name, or revoke it and choose another".formatted(name));
        }
        return key;
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
        on(query -> query.apply("access/grant_role.sql")
                .with("name", role.name())
                .with("is_admin", role.isAdmin())
                .with("is_editor", role.isEditor())
                .with("sees_all", role.viewer().seesAll())
                .withAll("areas", role.viewer().areas())
                .update());
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
        List<String> known = on(query -> query.apply("access/areas.sql").list(row -> row.text("therapeutic_area")));
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

    private int update(String file, String name) {
        return on(query -> query.apply(file).with("name", name).update());
    }

    private <T> T on(Function<Function<String, Query>, T> work) {
        try (Connection connection = warehouse.connect("scenario-rca-access")) {
            return work.apply(file -> warehouse.query(connection, file));
        } catch (SQLException e) {
            throw warehouse.explain(e);
        }
    }
}
