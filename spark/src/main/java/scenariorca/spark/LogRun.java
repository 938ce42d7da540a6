package scenariorca.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import scenariorca.errors.ClassifierState;
import scenariorca.errors.ErrorClass;
import scenariorca.errors.ErrorClassifier;
import scenariorca.errors.ErrorKind;
import scenariorca.errors.Refinement;
import scenariorca.files.GroupNames;

/** One run of a job: the batch that an earlier run left, then batch by batch what is new. */
final class LogRun {
    /** What a driver keeps in mind of a batch is bounded by this. */
    private static final int OBJECTS_PER_BATCH = 10_000;

    private static final StructType CLASSES = new StructType()
            .add("kind", DataTypes.StringType)
            .add("fingerprint", DataTypes.StringType)
            .add("pattern", DataTypes.StringType)
            .add("error_category", DataTypes.StringType);

    private static final StructType OBJECTS =
            new StructType().add("object", DataTypes.IntegerType).add("source_object", DataTypes.StringType);

    private final SparkSession session;
    private final JavaSparkContext context;
    private final JobArguments arguments;
    private final Consumer<String> progress;
    private final Storage input;
    private final Lake lake;
    private final BatchState states;

    LogRun(SparkSession session, JobArguments arguments, Consumer<String> progress) throws IOException {
        this.session = session;
        this.context = JavaSparkContext.fromSparkContext(session.sparkContext());
        this.arguments = arguments;
        this.progress = progress;
        this.input = Storage.at(arguments.input(), context.hadoopConfiguration());
        Storage target = Storage.at(arguments.lake(), context.hadoopConfiguration());
        this.lake = new Lake(session, target);
        this.states = new BatchState(target);
    }

    void run() throws IOException, SQLException {
        BatchState.@Nullable Batch left = states.unfinished().orElse(null);
        if (left != null) {
            progress.accept("going on with a batch of " + left.objects().size() + " objects that an earlier run left");
            finish(left);
        }
        List<LogObject> missing = missing();
        Map<String, BatchState.Batch> inLake = missing.isEmpty() ? Map.of() : states.finished();
        for (BatchState.Batch batch : batches(missing, inLake)) {
            progress.accept("handing over a batch that is in the lake and not in the warehouse");
            finish(batch.at(BatchState.Step.PUBLISHED, batch.files()));
        }
        List<LogObject> fresh = missing.stream()
                .filter(one -> !inLake.containsKey(one.chunkId()))
                .toList();
        progress.accept(String.format(Locale.ROOT, "%,d objects are new", fresh.size()));
        for (int from = 0; from < fresh.size(); from += OBJECTS_PER_BATCH) {
            List<LogObject> objects = fresh.subList(from, Math.min(fresh.size(), from + OBJECTS_PER_BATCH));
            finish(BatchState.Batch.planned(objects, System.currentTimeMillis()));
        }
    }

    /** The batches of the lake that hold objects which the warehouse lacks. */
    private List<BatchState.Batch> batches(List<LogObject> missing, Map<String, BatchState.Batch> inLake) {
        if (arguments.warehouse() == null) {
            return List.of();
        }
        var found = new LinkedHashMap<String, BatchState.Batch>();
        for (LogObject object : missing) {
            BatchState.Batch batch = inLake.get(object.chunkId());
            if (batch != null) {
                found.put(batch.id(), batch);
            }
        }
        return List.copyOf(found.values());
    }

    /** The objects that were not handed over; all when there is no warehouse. */
    private List<LogObject> missing() throws IOException, SQLException {
        List<LogObject> all = input.objects();
        @Nullable WarehouseLink warehouse = arguments.warehouse();
        if (warehouse == null) {
            return all;
        }
        var handed = new HashSet<String>();
        for (int from = 0; from < all.size(); from += OBJECTS_PER_BATCH) {
            handed.addAll(warehouse.handed(all.subList(from, Math.min(all.size(), from + OBJECTS_PER_BATCH)).stream()
                    .map(LogObject::chunkId)
                    .toList()));
        }
        return all.stream().filter(one -> !handed.contains(one.chunkId())).toList();
    }

    private void finish(BatchState.Batch found) throws IOException, SQLException {
        BatchState.Batch batch = found;
        List<Block.Indexed> indexed = index(batch);
        var names = new GroupNames(
                arguments.groups().isEmpty() ? null : arguments.groups().get(0));
        indexed.forEach(one -> one.index().groups().forEach((name, group) -> names.count(name, group.events())));
        Reading reading = reading(batch, names);
        if (batch.step() == BatchState.Step.PLANNED) {
            states.note(batch);
            batch = batch.at(BatchState.Step.WRITTEN, write(batch, indexed, reading));
            states.note(batch);
        }
        if (batch.step() == BatchState.Step.WRITTEN) {
            lake.publish(batch);
            batch = batch.at(BatchState.Step.PUBLISHED, batch.files());
            states.note(batch);
        }
        @Nullable WarehouseLink warehouse = arguments.warehouse();
        if (warehouse != null) {
            new BatchHandOver(context, lake, warehouse, arguments.groups(), tasks(indexed.size()))
                    .run(batch, indexed, names);
            progress.accept(String.format(Locale.ROOT, "handed over %,d objects", indexed.size()));
        }
        states.note(batch.at(BatchState.Step.FINISHED, batch.files()));
    }

    private List<Block.Indexed> index(BatchState.Batch batch) {
        Storage storage = input;
        @Nullable
        String own = arguments.groups().isEmpty() ? null : arguments.groups().get(0);
        long now = batch.nowMillis();
        List<Block.Indexed> found = context.parallelize(
                        batch.objects(), tasks(batch.objects().size()))
                .map(one -> new Block.Indexed(one, ObjectIndex.of(one, storage, own, Instant.ofEpochMilli(now))))
                .collect();
        long events = found.stream()
                .flatMap(one -> one.index().groups().values().stream())
                .mapToLong(ObjectIndex.Group::events)
                .sum();
        progress.accept(String.format(Locale.ROOT, "%,d objects hold %,d events", found.size(), events));
        return found;
    }

    private int tasks(int objects) {
        return Math.max(1, Math.min(objects, 4 * context.defaultParallelism()));
    }

    private Reading reading(BatchState.Batch batch, GroupNames names) {
        List<String> settled = names.settle();
        return new Reading(
                arguments.groups().isEmpty() ? settled : List.of(),
                names.main(),
                arguments.groups(),
                arguments.environment(),
                arguments.keeping(),
                arguments.rules(),
                arguments.hasAddresses(),
                batch.nowMillis());
    }

    private List<String> write(BatchState.Batch batch, List<Block.Indexed> indexed, Reading reading)
            throws IOException, SQLException {
        List<Block> blocks = Block.plan(indexed, tasks(indexed.size()));
        @Nullable WarehouseLink warehouse = arguments.warehouse();
        Storage storage = input;
        Broadcast<KnownIds> known = context.broadcast(
                warehouse != null && arguments.keeping().isKnownKept() ? warehouse.knownIds() : KnownIds.NONE);
        Dataset<Row> rows = session.createDataFrame(
                        context.parallelize(blocks, blocks.size())
                                .flatMap(block -> BlockRows.of(block, storage, reading, known.value())),
                        RowColumns.SCHEMA)
                .persist(StorageLevel.DISK_ONLY());
        try {
            List<ErrorKind> kinds = kinds(rows);
            if (warehouse != null) {
                warehouse.handOver(kinds);
            }
            ClassifierState memory =
                    warehouse == null ? ErrorClassifier.standard().state() : warehouse.memory();
            Dataset<Row> lines = rows.where(col("is_kind").equalTo(false))
                    .join(broadcast(classes(memory, kinds)), new String[] {"kind"}, "left")
                    .join(broadcast(names(batch)), "object");
            List<String> files = lake.write(batch, lines);
            progress.accept("wrote " + files.size() + " files");
            return files;
        } finally {
            rows.unpersist();
        }
    }

    /** The kinds of error of all blocks, each once, with the smallest of its samples. */
    private static List<ErrorKind> kinds(Dataset<Row> rows) {
        return rows
                .where("is_kind")
                .groupBy("kind_signature", "kind_type", "kind_code", "kind_frames")
                .agg(min("message"))
                .collectAsList()
                .stream()
                .map(row -> new ErrorKind(
                        new Refinement(row.getString(0), row.getString(1), row.getString(2), row.getList(3)),
                        row.getString(4)))
                .toList();
    }

    /** What each kind is an example of, by all that was ever learnt. */
    private Dataset<Row> classes(ClassifierState memory, List<ErrorKind> kinds) {
        ErrorClassifier classifier = ErrorClassifier.resume(memory);
        var numbers = new ArrayList<Integer>();
        kinds.forEach(kind -> numbers.add(classifier.learnKind(kind)));
        List<ErrorClass> classes = classifier.lineClasses();
        var rows = new ArrayList<Row>();
        for (int at = 0; at < kinds.size(); at++) {
            ErrorClass found = classes.get(numbers.get(at));
            rows.add(RowFactory.create(
                    kinds.get(at).id().toString(),
                    found.fingerprint(),
                    found.pattern(),
                    found.category().word()));
        }
        progress.accept(String.format(Locale.ROOT, "learnt %,d kinds of error", rows.size()));
        return session.createDataFrame(rows, CLASSES);
    }

    private Dataset<Row> names(BatchState.Batch batch) {
        var rows = new ArrayList<Row>();
        for (int at = 0; at < batch.objects().size(); at++) {
            rows.add(RowFactory.create(at, batch.objects().get(at).name()));
        }
        return session.createDataFrame(rows, OBJECTS);
    }
}
