package scenariorca.alerts;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.warehouse.Warehouse;

/** What was said, and what waits to be said. */
public final class AlertLog {
    private final Warehouse warehouse;

    public AlertLog(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * A message.
     *
     * @param messageId the same on each try
     * @param kind what it tells. Example: new
     * @param tryCount tries that failed
     * @param lastFailure why the last try failed; null when none did
     * @param sentAt when its receiver took it; null before
     * @param givenUpAt when it was given up; null otherwise
     */
    public record Entry(
            String channel,
            String messageId,
            String kind,
            String title,
            int tryCount,
            @Nullable String lastFailure,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable Instant givenUpAt) {}

    /**
     * How a channel stands.
     *
     * @param waitingCount messages that wait
     * @param sentCount messages taken, as far as they are remembered
     * @param lastSentAt when the last one was; null before the first
     * @param lastFailure why the first one that waits was not taken; null when it was not tried
     */
    public record State(
            long waitingCount,
            long sentCount,
            @Nullable Instant lastSentAt,
            @Nullable String lastFailure) {}

    /** The newest first. @param channel only of this one; null for all */
    public List<Entry> entries(@Nullable String channel, int limit) {
        try (Connection connection = warehouse.connect("scenario-rca-alerts")) {
            return warehouse
                    .query(connection, "alerts/log.sql")
                    .with("channel", channel)
                    .with("row_limit", limit)
                    .list(Entry.class);
        } catch (SQLException e) {
            throw warehouse.explain(e);
        }
    }

    public State state(String channel) {
        try (Connection connection = warehouse.connect("scenario-rca-alerts")) {
            return warehouse
                    .query(connection, "alerts/channel_state.sql")
                    .with("channel", channel)
                    .one(State.class);
        } catch (SQLException e) {
            throw warehouse.explain(e);
        }
    }
}
