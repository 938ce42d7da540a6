package scenariorca.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import scenariorca.TestDatabase;
import scenariorca.platform.RcaException;

final class LoadLogTest {
    @Test
    void who_is_patient_loads_when_the_load_under_way_has_ended_and_others_are_told_to_come_again() throws Exception {
        try (var database = TestDatabase.migrated("load_log");
                Connection wide = connect(database);
                Connection narrow = connect(database);
                Connection other = connect(database)) {
            var underWay = new LoadLog(wide);
            underWay.begin("full", LoadLog.PATIENCE, _ -> {});
            assertThatThrownBy(() -> new LoadLog(other).begin("incremental", Duration.ofMillis(20), _ -> {}))
                    .isInstanceOf(RcaException.class)
                    .hasMessageContaining("is still running");

            var isWaiting = new CountDownLatch(1);
            var begun = new CompletableFuture<Long>();
            Thread.ofVirtual().start(() -> {
                try {
                    begun.complete(
                            new LoadLog(narrow).begin("logs", Duration.ofMinutes(5), said -> isWaiting.countDown()));
                } catch (SQLException | RuntimeException e) {
                    begun.completeExceptionally(e);
                }
            });
            isWaiting.await();
            underWay.end();

            assertThat(begun.get()).isPositive();
        }
    }

    private static Connection connect(TestDatabase database) throws SQLException {
        Connection connection = database.connect();
        try (var statement = connection.createStatement()) {
            statement.execute("set search_path = rpt, rpt_stg");
        }
        return connection;
    }
}
