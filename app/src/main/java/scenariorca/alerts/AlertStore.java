package scenariorca.alerts;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.Json;
import scenariorca.warehouse.Query;
import scenariorca.warehouse.Warehouse;

/** What the warehouse remembers of one channel: its place in the changes, its threads and its outbox. */
final class AlertStore implements AutoCloseable {
    private static final String APPLICATION_NAME = "scenario-rca-alerts";
    private static final int CHANGES_AT_ONCE = 200;

    private final Warehouse warehouse;
    private final Connection connection;
    private final String channel;

    private AlertStore(Warehouse warehouse, Connection connection, String channel) {
        this.warehouse = warehouse;
        this.connection = connection;
        this.channel = channel;
    }

    static AlertStore open(Warehouse warehouse, String channel) {
        return new AlertStore(warehouse, warehouse.connect(APPLICATION_NAME), channel);
    }

    /** How far a channel has come. */
    record Place(long changeNo, boolean isSameViewer) {}

    /** A problem that has changed. */
    record Changed(String problemId, long changeNo) {}

    /** A message that waits. */
    record Waiting(
            long alertMessageKey,
            String subject,
            int turnNo,
            String messageId,
            String body,
            int tryCount,
            Instant createdAt,
            Instant nextTryAt,
            @Nullable String reference) {
        Delivery.Outgoing outgoing() {
            return new Delivery.Outgoing(message(body), messageId, subject + "/" + turnNo, reference);
        }
    }

    /** The last message of a subject that lasts. */
    record Standing(String subject, int turnNo, String messageId, String body) {
        Delivery.Outgoing outgoing() {
            return new Delivery.Outgoing(message(body), messageId, subject + "/" + turnNo, null);
        }
    }

    /** Whether this program serves the channel; no other does as long as this store is open. */
    boolean isOurs() {
        return query("lock").with("channel", channel).one(row -> row.flag("is_ours"));
    }

    /** Empty before the first use. */
    Optional<Place> place(String viewer) {
        return query("channel").with("channel", channel).with("viewer", viewer).first(Place.class);
    }

    long lastChange() {
        return query("last_change").one(row -> row.bigNumber("change_no"));
    }

    List<String> openProblems() {
        return query("open_problems").list(row -> row.text("problem_id"));
    }

    /** The next problems that changed after a number; not all at once. */
    List<Changed> changedAfter(long changeNo) {
        return query("changed_problems")
                .with("change_no", changeNo)
                .with("row_limit", CHANGES_AT_ONCE)
                .list(Changed.class);
    }

    Map<String, AlertThread> threads(List<String> subjects) {
        return query("threads").with("channel", channel).withAll("subjects", subjects).list(AlertThread.class).stream()
                .collect(Collectors.toMap(AlertThread::subject, Function.identity()));
    }

    /** What was said last in a turn; empty when nothing was. */
    Optional<AlertMessage> lastTold(AlertThread thread) {
        return query("last_told")
                .with("channel", channel)
                .with("subject", thread.subject())
                .with("turn_no", thread.turnNo())
                .first(row -> message(row.text("body")));
    }

    /** A decision with its message. @param message null when nothing is said */
    record Told(AlertDecision decision, @Nullable AlertMessage message) {}

    /** Stores decisions and how far the channel has come, all or nothing. */
    void decided(List<Told> all, String viewer, long changeNo, Instant now) {
        inTransaction(() -> {
            query("save_channel")
                    .with("channel", channel)
                    .with("viewer", viewer)
                    .with("change_no", changeNo)
                    .with("now", now)
                    .update();
            all.forEach(told -> save(told, now));
        });
    }

    private void save(Told told, Instant now) {
        AlertThread thread = told.decision().thread();
        query("save_thread")
                .with("channel", channel)
                .with("subject", thread.subject())
                .with("turn_no", thread.turnNo())
                .with("episode_no", thread.episodeNo())
                .with("told_run_count", thread.toldRunCount())
                .with("is_open", thread.isOpen())
                .with("is_silent", thread.isSilent())
                .update();
        AlertMessage message = told.message();
        if (message == null) {
            return;
        }
        String id = "%s/%d/%s"
                .formatted(thread.subject(), thread.turnNo(), message.kind().word());
        query("save_message")
                .with("channel", channel)
                .with("subject", thread.subject())
                .with("turn_no", thread.turnNo())
                .with("message_id", message.kind() == AlertKind.GROWN ? id + "/" + thread.toldRunCount() : id)
                .with("kind", message.kind().word())
                .with("body", Json.write(message))
                .with("now", now)
                .update();
    }

    /** The next message, due or not. */
    Optional<Waiting> next() {
        return query("next_message").with("channel", channel).first(Waiting.class);
    }

    long sentSince(Instant since) {
        return query("sent_count").with("channel", channel).with("since", since).count();
    }

    void sent(Waiting message, @Nullable String reference, Instant now) {
        query("sent")
                .with("message_key", message.alertMessageKey())
                .with("reference", reference)
                .with("now", now)
                .update();
    }

    /** @param givenUpAt null when it is tried again */
    void failed(Waiting message, String why, Instant nextTryAt, @Nullable Instant givenUpAt) {
        query("failed")
                .with("message_key", message.alertMessageKey())
                .with("why", why)
                .with("next_try_at", nextTryAt)
                .with("given_up_at", givenUpAt)
                .update();
    }

    void giveUpWaiting(Instant now) {
        query("give_up_waiting").with("channel", channel).with("now", now).update();
    }

    void retire(Instant before) {
        query("retire").with("channel", channel).with("before", before).update();
    }

    List<Standing> standing() {
        return query("standing_messages").with("channel", channel).list(Standing.class);
    }

    private Query query(String name) {
        return warehouse.query(connection, "alerts/" + name + ".sql");
    }

    private void inTransaction(Runnable work) {
        try {
            connection.setAutoCommit(false);
            try {
                work.run();
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw warehouse.explain(e);
        }
    }

    private static AlertMessage message(String json) {
        return Json.mapper().readValue(json, AlertMessage.class);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // the server has noticed, or will: the lock goes with the connection
        }
    }
}
