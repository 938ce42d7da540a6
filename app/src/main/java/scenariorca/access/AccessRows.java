package scenariorca.access;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.SqlFile;
import scenariorca.warehouse.Viewer;

/** Reads keys and roles from their tables. */
final class AccessRows {
    private AccessRows() {}

    static AccessList read(Connection connection) throws SQLException {
        var keys = new ArrayList<ApiKey>();
        var roles = new ArrayList<Role>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(SqlFile.read("access/keys.sql"))) {
                while (rows.next()) {
                    keys.add(key(rows));
                }
            }
            try (ResultSet rows = statement.executeQuery(SqlFile.read("access/roles.sql"))) {
                while (rows.next()) {
                    roles.add(new Role(rows.getString("role_name"), rows.getBoolean("is_admin"), viewer(rows, null)));
                }
            }
        }
        return new AccessList(keys, roles);
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getString("key_name"),
                row.getString("key_hash"),
                row.getString("scope").equals("admin"),
                viewer(row, row.getString("user_id")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "expires_at"),
                instant(row, "revoked_at"));
    }

    private static Viewer viewer(ResultSet row, @Nullable String user) throws SQLException {
        return row.getBoolean("sees_all")
                ? Viewer.ALL
                : new Viewer(
                        false,
                        List.of((String[]) row.getArray("therapeutic_areas").getArray()),
                        user);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
