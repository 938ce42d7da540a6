package scenariorca.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import scenariorca.logs.RequestInheritance;

/**
 * Objects that one task reads, one behind the other, and their neighbours: a message may begin in the object before, or go on in
 * the one behind, and a line may have its request from lines before.
 *
 * @param first number in the batch of the first of its objects
 * @param before read only to know what its lines go on from
 * @param own the objects whose lines it gives
 * @param after read only for the rest of what its last lines began
 */
record Block(int first, List<LogObject> before, List<LogObject> own, List<LogObject> after) implements Serializable {
    /** Neighbours are looked for among so many objects; what reaches farther is not joined. */
    static final int MAX_NEIGHBOURS = 32;

    /** A part that comes later than this after the one before is a message of its own. */
    private static final long PATIENCE_MILLIS = 5_000;

    private static final long MOST_BYTES = 64L << 20;

    /** An object, and what is known of it. */
    record Indexed(LogObject object, ObjectIndex index) implements Serializable {}

    /**
     * Cuts a batch into blocks.
     *
     * @param tasks how many blocks there should be at least, so that all cores have work
     */
    static List<Block> plan(List<Indexed> batch, int tasks) {
        long bytes = batch.stream().mapToLong(one -> one.object().bytes()).sum();
        long each = Math.max(1, Math.min(MOST_BYTES, bytes / Math.max(1, tasks)));
        var blocks = new ArrayList<Block>();
        int from = 0;
        long sum = 0;
        for (int at = 0; at < batch.size(); at++) {
            sum += batch.get(at).object().bytes();
            if (sum >= each || at == batch.size() - 1) {
                blocks.add(of(batch, from, at + 1));
                from = at + 1;
                sum = 0;
            }
        }
        return blocks;
    }

    private static Block of(List<Indexed> batch, int from, int to) {
        ObjectIndex all = batch.subList(from, to).stream()
                .map(Indexed::index)
                .reduce(ObjectIndex::and)
                .orElseThrow();
        var before = new ArrayList<LogObject>();
        for (int at = from - 1; at >= Math.max(0, from - MAX_NEIGHBOURS); at--) {
            ObjectIndex near = batch.get(at).index();
            if (near.lastMillis() >= all.firstMillis() - RequestInheritance.LONGEST.toMillis()
                    && near.sharesStream(all)) {
                before.add(batch.get(at).object());
            }
        }
        Collections.reverse(before);
        var after = new ArrayList<LogObject>();
        for (int at = to; at < Math.min(batch.size(), to + MAX_NEIGHBOURS); at++) {
            ObjectIndex near = batch.get(at).index();
            if (near.firstMillis() <= all.lastMillis() + PATIENCE_MILLIS && near.sharesStream(all)) {
                after.add(batch.get(at).object());
            }
        }
        return new Block(
                from,
                before,
                batch.subList(from, to).stream().map(Indexed::object).toList(),
                after);
    }
}
