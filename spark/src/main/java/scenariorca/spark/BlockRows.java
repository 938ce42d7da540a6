package scenariorca.spark;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.util.TaskCompletionListener;
import org.jspecify.annotations.Nullable;
import scenariorca.errors.ErrorClassifier;
import scenariorca.logs.LineRow;
import scenariorca.logs.LogSelection;
import scenariorca.logs.ParsedLine;

/**
 * The rows of a block, read by a thread of its own while they are taken: memory is a few batches of rows. The thread ends with
 * the task, however that ends.
 */
final class BlockRows implements Iterator<Row> {
    private static final int BATCH_ROWS = 256;
    private static final int BATCHES_WAITING = 4;

    /** Days that a line's time can be believed to be in, before and after now; others share a folder of the lake. */
    private static final int DAYS_BACK = 1_100;

    private static final int DAYS_AHEAD = 2;
    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private final BlockingQueue<List<Row>> batches = new ArrayBlockingQueue<>(BATCHES_WAITING);
    private final Reading reading;
    private final KnownIds known;
    private final LogSelection selection;
    private final long firstDay;
    private final long lastDay;
    private final ErrorClassifier classifier = ErrorClassifier.standard();
    private final Map<Integer, UUID> kinds = new HashMap<>();
    private final Map<Integer, Long> numbers = new HashMap<>();
    private List<Row> filling = new ArrayList<>();
    private Iterator<Row> taking = List.<Row>of().iterator();
    private boolean isEnded;
    private volatile @Nullable Throwable failure;

    private BlockRows(Reading reading, KnownIds known) {
        this.reading = reading;
        this.known = known;
        this.selection = reading.keeping().selection();
        long today = Math.floorDiv(reading.nowMillis(), MICROS_PER_DAY / 1_000);
        this.firstDay = today - DAYS_BACK;
        this.lastDay = today + DAYS_AHEAD;
    }

    static Iterator<Row> of(Block block, Storage storage, Reading reading, KnownIds known) {
        var rows = new BlockRows(reading, known);
        var reader = new Thread(() -> rows.fill(block, storage), "rca-reader");
        reader.setDaemon(true);
        @Nullable TaskContext task = TaskContext.get();
        if (task != null) {
            TaskCompletionListener end = ended -> reader.interrupt();
            task.addTaskCompletionListener(end);
        }
        reader.start();
        return rows;
    }

    private void fill(Block block, Storage storage) {
        try {
            new LineReader(storage, reading, this::add).read(block);
            classifier.kinds().forEach(kind -> put(RowColumns.kind(kind)));
            flush();
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
        try {
            batches.put(List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the task has ended, nobody takes any more
        }
    }

    private void add(int object, ParsedLine line) {
        ParsedLine readable = line;
        LineRow row;
        @Nullable UUID kind;
        try {
            row = LineRow.of(readable, reading.environment());
            kind = kind(row);
        } catch (RuntimeException | StackOverflowError e) { // no single line may stop a load
            readable = ParsedLine.unreadable(readable.line().event(), e);
            row = LineRow.of(readable, reading.environment());
            kind = kind(row);
        }
        boolean isKept = selection.keeps(readable.line()) || known.knows(row.ids());
        long number = numbers.merge(object, 1L, Long::sum);
        put(RowColumns.line(object, number, row, day(row.place().micros()), isKept, kind));
    }

    private @Nullable UUID kind(LineRow row) {
        @Nullable String text = row.errorText();
        return text == null
                ? null
                : kinds.computeIfAbsent(
                        classifier.learnLine(text),
                        number -> classifier.kind(number).id());
    }

    private String day(long micros) {
        long day = Math.floorDiv(micros, MICROS_PER_DAY);
        return day < firstDay || day > lastDay
                ? "other"
                : LocalDate.ofEpochDay(day)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toLocalDate()
                        .toString();
    }

    private void put(Row row) {
        filling.add(row);
        if (filling.size() >= BATCH_ROWS) {
            flush();
        }
    }

    private void flush() {
        if (filling.isEmpty()) {
            return;
        }
        try {
            batches.put(filling);
            filling = new ArrayList<>();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the task has ended", e);
        }
    }

    @Override
    public boolean hasNext() {
        while (!taking.hasNext() && !isEnded) {
            try {
                List<Row> batch = batches.take();
                isEnded = batch.isEmpty();
                taking = batch.iterator();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while reading log lines", e);
            }
        }
        @Nullable Throwable why = failure;
        if (isEnded && why != null) {
            throw new IllegalStateException("an object cannot be read: " + why.getMessage(), why);
        }
        return taking.hasNext();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return taking.next();
    }
}
