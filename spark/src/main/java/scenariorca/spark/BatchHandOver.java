package scenariorca.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import scenariorca.files.GroupNames;

/**
 * Hands over to the warehouse what matters of a batch, as the lake has it, object by object.
 *
 * @param wanted the log groups that are read; none for all
 * @param tasks in how many parts
 */
record BatchHandOver(JavaSparkContext context, Lake lake, WarehouseLink warehouse, List<String> wanted, int tasks) {
    /** Hands over what was not handed over before. */
    void run(BatchState.Batch batch, List<Block.Indexed> indexed, GroupNames names) throws SQLException, IOException {
        Map<String, HandOver.Chunk> chunks = chunks(batch, indexed, names);
        var handOver = new HandOver(warehouse, lake.address(), chunks);
        if (!batch.files().isEmpty()) {
            Broadcast<HandOver> shared = context.broadcast(handOver);
            ForeachPartitionFunction<Row> each = rows -> shared.value().rows(rows);
            lake.read(batch)
                    .where("is_kept")
                    .select(HandOver.COLUMNS.stream()
                            .map(org.apache.spark.sql.functions::col)
                            .toArray(Column[]::new))
                    .repartition(tasks, col("source_object"))
                    .sortWithinPartitions("source_object", "source_line")
                    .foreachPartition(each);
        }
        Set<String> done = warehouse.handed(
                batch.objects().stream().map(LogObject::chunkId).toList());
        handOver.empty(batch.objects().stream()
                .filter(one -> !done.contains(one.chunkId()))
                .map(LogObject::name)
                .toList());
    }

    private Map<String, HandOver.Chunk> chunks(BatchState.Batch batch, List<Block.Indexed> indexed, GroupNames names) {
        var counts = new HashMap<String, List<HandOver.Count>>();
        if (!batch.files().isEmpty()) {
            lake.read(batch)
                    .withColumn("hour_micros", expr("log_micros - pmod(log_micros, 3600000000L)"))
                    .withColumn("place", expr("coalesce(environment, '')"))
                    .groupBy("source_object", "hour_micros", "log_group", "place", "severity")
                    .agg(count(lit(1)).as("lines"))
                    .collectAsList()
                    .forEach(row -> counts.computeIfAbsent(row.getString(0), none -> new ArrayList<>())
                            .add(new HandOver.Count(
                                    row.getLong(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getLong(5))));
        }
        var chunks = new HashMap<String, HandOver.Chunk>();
        for (Block.Indexed one : indexed) {
            LogObject object = one.object();
            var groups = new HashMap<String, ObjectIndex.Group>();
            one.index().groups().forEach((name, group) -> {
                String real = names.isGroup(name) ? name : names.fallback(object.file());
                if (wanted.isEmpty() || wanted.contains(real)) {
                    groups.merge(real, group, ObjectIndex.Group::and);
                }
            });
            chunks.put(
                    object.name(),
                    new HandOver.Chunk(object.chunkId(), groups, counts.getOrDefault(object.name(), List.of())));
        }
        return chunks;
    }
}
