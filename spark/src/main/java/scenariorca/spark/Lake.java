package scenariorca.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Every line, as Parquet in folders by UTC day and log group, sorted by time. Files appear whole, and those of a batch have names of
 * their own: who does a batch again overwrites them.
 */
final class Lake {
    /** A file holds at most so many lines, 128 to 512 MB of usual ones. */
    private static final long LINES_PER_FILE = 8_000_000;

    private static final String[] FOLDERS = {"day", "log_group"};

    /** The columns of a file, in order; the folders are columns, too. */
    private static final List<String> COLUMNS = List.of(
            "event_id",
            "log_timestamp",
            "ingested_at",
            "log_stream",
            "severity",
            "environment",
            "service_name",
            "message",
            "stack_trace",
            "unparsed_reason",
            "correlation_id",
            "scenario_id",
            "run_id",
            "node_id",
            "user_id",
            "http_method",
            "request_path",
            "http_status",
            "request_duration_ms",
            "part_count",
            "later_parts",
            "redactions",
            "metadata",
            "fingerprint",
            "pattern",
            "error_category",
            "kind",
            "is_kept",
            "source_object",
            "source_line");

    private final SparkSession session;
    private final Storage storage;

    Lake(SparkSession session, Storage storage) {
        this.session = session;
        this.storage = storage;
    }

    /**
     * Writes the lines of a batch where nobody sees them yet.
     *
     * @param rows lines of pass 1 with columns fingerprint, pattern, error_category, source_object
     * @return the files, below the lake, where they are to go
     */
    List<String> write(BatchState.Batch batch, Dataset<Row> rows) throws IOException {
        Dataset<Row> sizes = rows.groupBy("day", "log_group").agg(count(lit(1)).as("lines"));
        List<Row> folders = sizes.collectAsList();
        Dataset<Row> once = withoutKnown(batch, withoutCopies(rows), folders);
        Dataset<Row> sliced = once.join(
                        broadcast(
                                sizes.withColumn("slices", expr("greatest(1, ceil(lines / " + LINES_PER_FILE + "D))"))),
                        FOLDERS)
                .withColumn("slice", expr("cast(pmod(log_micros, 86400000000L) * slices / 86400000000L as int)"));
        long files = folders.stream()
                .mapToLong(row -> row.<Long>getAs("lines") / LINES_PER_FILE + 1)
                .sum();
        sliced.withColumn("log_timestamp", expr("timestamp_micros(log_micros)"))
                .withColumn("ingested_at", expr("timestamp_micros(ingested_micros)"))
                .repartition((int) Math.min(10_000, files), col("day"), col("log_group"), col("slice"))
                .sortWithinPartitions("day", "log_group", "log_micros", "event_id")
                .select(columns())
                .write()
                .mode("overwrite")
                .option("compression", "zstd")
                .partitionBy(FOLDERS)
                .parquet(storage.path(batch.work()).toString());
        return places(batch);
    }

    private static Column[] columns() {
        var all = new ArrayList<>(COLUMNS);
        all.addAll(List.of(FOLDERS));
        return all.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
    }

    /** Two events of a group with one id are one, the first; and a copy of what went into a longer line is no line of its own. */
    private static Dataset<Row> withoutCopies(Dataset<Row> rows) {
        Column position = expr("object * 1000000000000L + source_line");
        Dataset<Row> heads = rows.select(
                col("log_group"),
                col("event_id"),
                position.as("head"),
                lit(null).cast("long").as("part"));
        Dataset<Row> parts = rows.where(col("later_parts").isNotNull())
                .select(col("log_group"), explode(col("later_parts")).as("later"), position.as("part"))
                .select(
                        col("log_group"),
                        expr("substring(later, instr(later, ' ') + 1)").as("event_id"),
                        lit(null).cast("long").as("head"),
                        col("part"));
        Dataset<Row> copies = heads.union(parts)
                .groupBy("log_group", "event_id")
                .agg(
                        count(lit(1)).as("seen"),
                        min("head").as("first_head"),
                        min("part").as("first_part"))
                .where(col("seen").gt(1).and(col("first_head").isNotNull()))
                .drop("seen");
        return rows.withColumn("position", position)
                .join(copies, new String[] {"log_group", "event_id"}, "left")
                .where(coalesce(col("position").equalTo(col("first_head")), lit(true)))
                .where(coalesce(
                        when(col("later_parts").isNull(), col("first_part").isNull())
                                .otherwise(col("first_part").geq(col("position"))),
                        lit(true)))
                .drop("position", "first_head", "first_part");
    }

    /** Without what another batch has brought. */
    private Dataset<Row> withoutKnown(BatchState.Batch batch, Dataset<Row> rows, List<Row> folders) throws IOException {
        var files = new ArrayList<String>();
        for (Row folder : folders) {
            String name = folder(folder.getAs("day"), folder.getAs("log_group"));
            storage.names(name).stream()
                    .filter(file -> file.endsWith(".parquet") && !file.startsWith(batch.id()))
                    .forEach(file -> files.add(storage.path(name + "/" + file).toString()));
        }
        if (files.isEmpty()) {
            return rows;
        }
        Dataset<Row> known = session.read()
                .option("basePath", storage.address())
                .parquet(files.toArray(String[]::new))
                .select("log_group", "event_id");
        return rows.join(known, new String[] {"log_group", "event_id"}, "left_anti");
    }

    private static String folder(String day, String group) {
        return "day=" + day + "/log_group="
                + org.apache.spark.sql.catalyst.catalog.ExternalCatalogUtils.escapePathName(group);
    }

    private List<String> places(BatchState.Batch batch) throws IOException {
        var places = new ArrayList<String>();
        var files = storage.system().listFiles(storage.path(batch.work()), true);
        String prefix = storage.path(batch.work()).toUri().getPath() + "/";
        while (files.hasNext()) {
            Path file = files.next().getPath();
            if (file.getName().endsWith(".parquet") && !file.getName().startsWith(".")) {
                places.add(file.toUri().getPath().substring(prefix.length()));
            }
        }
        return places.stream().sorted().toList();
    }

    /** Where a file of a batch is seen. */
    private static String place(BatchState.Batch batch, String file) {
        int name = file.lastIndexOf('/') + 1;
        return file.substring(0, name) + batch.id() + "-" + file.substring(name);
    }

    /** Moves the files of a batch to where they are seen; goes on where an earlier try ended. */
    void publish(BatchState.Batch batch) throws IOException {
        batch.files().parallelStream().forEach(file -> storage.move(batch.work() + "/" + file, place(batch, file)));
        storage.delete(batch.work());
    }

    String address() {
        return storage.address();
    }

    /** The lines of a batch that was published. */
    Dataset<Row> read(BatchState.Batch batch) {
        return session.read()
                .option("basePath", storage.address())
                .parquet(batch.files().stream()
                        .map(file -> storage.path(place(batch, file)).toString())
                        .toArray(String[]::new))
                .withColumn("log_micros", expr("unix_micros(log_timestamp)"))
                .withColumn("ingested_micros", expr("unix_micros(ingested_at)"));
    }
}
