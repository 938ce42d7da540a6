package scenariorca.spark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.TreeMap;
import org.apache.spark.SparkException;
import org.apache.spark.sql.SparkSession;

/**
 * Reads the log objects of a bucket on a cluster: all lines to a lake, what matters to the warehouse. Killed at any moment, the
 * same command again goes on.
 */
public final class LogJob {
    private LogJob() {}

    public static void main(String[] words) {
        JobArguments arguments;
        try {
            arguments = JobArguments.of(words, new TreeMap<>(System.getenv()));
        } catch (IllegalArgumentException e) {
            System.err.println("rca-spark: " + e.getMessage());
            System.exit(2);
            return;
        }
        try (SparkSession session = session()) {
            new LogRun(session, arguments, line -> System.err.println("rca-spark: " + line)).run();
        } catch (SQLException e) {
            fail("the warehouse " + arguments.warehouse() + " failed: " + e.getMessage());
        } catch (IOException | IllegalStateException | IllegalArgumentException e) {
            fail(String.valueOf(e.getMessage()));
        } catch (Exception e) {
            if (e instanceof SparkException) {
                fail("the cluster gave up: "
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
                return;
            }
            throw e instanceof RuntimeException known ? known : new IllegalStateException(e);
        }
    }

    private static void fail(String message) {
        System.err.println(
                "rca-spark: " + message + "; mend it and run the same command again, it goes on where it was");
        System.exit(1);
    }

    private static SparkSession session() {
        return SparkSession.builder()
                .appName("scenario-rca-logs")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
                .config("spark.sql.parquet.datetimeRebaseModeInWrite", "CORRECTED")
                .config("spark.sql.parquet.datetimeRebaseModeInRead", "CORRECTED")
                .config("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
                .getOrCreate();
    }
}
