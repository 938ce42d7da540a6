package scenariorca.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BlockTest {
    private static final long MINUTE = 60_000;

    @Test
    void every_object_is_read_by_one_block_and_in_order() {
        List<Block.Indexed> batch = new ArrayList<>();
        for (int at = 0; at < 10; at++) {
            batch.add(object(at, at * 60 * MINUTE, 1));
        }

        List<Block> blocks = Block.plan(batch, 4);

        assertThat(blocks).hasSizeGreaterThanOrEqualTo(4);
        assertThat(blocks.stream().flatMap(block -> block.own().stream()))
                .containsExactlyElementsOf(
                        batch.stream().map(Block.Indexed::object).toList());
        assertThat(blocks.getLast().first() + blocks.getLast().own().size()).isEqualTo(10);
    }

    @Test
    void neighbours_are_those_that_share_a_stream_and_are_near() {
        List<Block.Indexed> batch = List.of(
                object(0, 0, 1), // shares the stream, but ended long before
                object(1, 100 * MINUTE, 2), // near, but of another stream
                object(2, 101 * MINUTE, 1),
                object(3, 102 * MINUTE, 1),
                object(4, 103 * MINUTE, 3),
                object(5, 200 * MINUTE, 1)); // goes on, but much later

        Block third = Block.plan(batch, 6).get(3);

        assertThat(third.own()).containsExactly(batch.get(3).object());
        assertThat(third.before()).containsExactly(batch.get(2).object());
        assertThat(third.after()).isEmpty();
        assertThat(Block.plan(batch, 6).get(2).after())
                .containsExactly(batch.get(3).object());
    }

    /** An object with events of one minute. */
    private static Block.Indexed object(int number, long firstMillis, int stream) {
        return new Block.Indexed(
                new LogObject("%03d".formatted(number), 1_000, 0),
                new ObjectIndex(Map.of(), new int[] {stream}, firstMillis, firstMillis + MINUTE));
    }
}
