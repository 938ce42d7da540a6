package scenariorca.pipeline;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import scenariorca.source.SourceDatabase;
import scenariorca.warehouse.Warehouse;

/** Looks whether a source has what a load needs, without loading. */
public final class SourceCheck {
    private SourceCheck() {}

    /**
     * Optional columns the source lacks, as sentences.
     *
     * @param warehouse migrated: its staging tables say what is needed
     * @throws scenariorca.platform.RcaException naming each table and required column the source lacks
     */
    public static List<String> look(Warehouse warehouse, SourceDatabase source) {
        try (Connection connection = warehouse.connect("rca-doctor")) {
            return new Staging(source, warehouse, connection, _ -> {}).notices();
        } catch (SQLException e) {
            throw warehouse.explain(e);
        }
    }
}
