package scenariorca.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * How far the batches of a lake are, in files of its folder {@code _batches}. A batch goes through its states in their order;
 * whoever finds one that died goes on from the state it reached, with the objects it was planned with.
 */
final class BatchState {
    private static final String FOLDER = "_batches";

    /** What is certain of a batch. */
    enum Step {
        /** Its objects are decided on, nothing of it can be seen. */
        PLANNED,
        /** Its files are whole and their places decided on; some may be in place. */
        WRITTEN,
        /** Its files are in place. */
        PUBLISHED,
        /** What matters of it was handed over. */
        FINISHED
    }

    private final Storage lake;

    BatchState(Storage lake) {
        this.lake = lake;
    }

    /**
     * A batch.
     *
     * @param id follows from its objects
     * @param nowMillis when it was planned, since 1970
     * @param files where its files go, below the lake; empty before they are written
     */
    record Batch(String id, Step step, long nowMillis, List<LogObject> objects, List<String> files) {
        static Batch planned(List<LogObject> objects, long nowMillis) {
            String all =
                    String.join("\n", objects.stream().map(LogObject::chunkId).toList());
            String id =
                    UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
            return new Batch(id, Step.PLANNED, nowMillis, List.copyOf(objects), List.of());
        }

        Batch at(Step next, List<String> places) {
            return new Batch(id, next, nowMillis, objects, List.copyOf(places));
        }

        /** Its folder of files that nobody sees yet. */
        String work() {
            return "_work/" + id;
        }
    }

    void note(Batch batch) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(Long.toString(batch.nowMillis()));
        batch.objects()
                .forEach(one -> lines.add("object " + one.bytes() + " " + one.modifiedMillis() + " " + one.name()));
        batch.files().forEach(file -> lines.add("file " + file));
        lines.add("end");
        String name = FOLDER + "/" + batch.id() + "." + batch.step().name().toLowerCase(Locale.ROOT);
        // A file half written has no end, and counts for nothing.
        lake.write(name, lines);
    }

    /** The batch that was begun and not finished; empty when there is none. */
    Optional<Batch> unfinished() throws IOException {
        Set<String> finished = new HashSet<>();
        List<String> names = lake.names(FOLDER);
        names.stream()
                .filter(name -> name.endsWith(".finished"))
                .forEach(name -> finished.add(name.substring(0, name.lastIndexOf('.'))));
        for (String name : names) {
            String id = name.substring(0, Math.max(0, name.lastIndexOf('.')));
            if (name.endsWith(".planned") && !finished.contains(id)) {
                return latest(id);
            }
        }
        return Optional.empty();
    }

    /** The finished batch of each object, by the object's name in the ledger. */
    Map<String, Batch> finished() throws IOException {
        var batches = new HashMap<String, Batch>();
        for (String name : lake.names(FOLDER)) {
            if (name.endsWith(".finished")) {
                read(name, Step.FINISHED)
                        .ifPresent(batch -> batch.objects().forEach(one -> batches.put(one.chunkId(), batch)));
            }
        }
        return batches;
    }

    private Optional<Batch> latest(String id) throws IOException {
        for (Step step : List.of(Step.PUBLISHED, Step.WRITTEN, Step.PLANNED)) {
            String name = id + "." + step.name().toLowerCase(Locale.ROOT);
            if (lake.names(FOLDER).contains(name)) {
                Optional<Batch> batch = read(name, step);
                if (batch.isPresent()) {
                    return batch;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Batch> read(String name, Step step) throws IOException {
        List<String> lines = lake.lines(FOLDER + "/" + name);
        if (lines.isEmpty() || !lines.get(lines.size() - 1).equals("end")) {
            return Optional.empty();
        }
        var objects = new ArrayList<LogObject>();
        var files = new ArrayList<String>();
        for (String line : lines) {
            if (line.startsWith("object ")) {
                String[] parts = line.split(" ", 4);
                objects.add(new LogObject(parts[3], Long.parseLong(parts[1]), Long.parseLong(parts[2])));
            } else if (line.startsWith("file ")) {
                files.add(line.substring("file ".length()));
            }
        }
        String id = name.substring(0, name.lastIndexOf('.'));
        return Optional.of(new Batch(id, step, Long.parseLong(lines.get(0)), objects, files));
    }
}
