package scenariorca.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SeenIdsTest {
    @Test
    void never_takes_a_seen_id_for_new_and_hardly_ever_a_new_one_for_seen() {
        var ids = new SeenIds();
        int taken = 0;
        for (int number = 0; number < 300_000; number++) {
            taken += ids.add(number % 2 == 0 ? "/a" : "/b", eventId(number)) ? 1 : 0;
        }
        assertThat(taken).isLessThan(30);
        for (int number = 0; number < 300_000; number++) {
            assertThat(ids.add(number % 2 == 0 ? "/a" : "/b", eventId(number))).isTrue();
        }
        assertThat(ids.add("/c", eventId(1))).as("the same id in another group").isFalse();
    }

    /** As the service makes them, alike but for the end, or at random. */
    private static String eventId(int number) {
        return number % 3 == 0
                ? new UUID(number * 0x9e3779b97f4a7c15L, number).toString()
                : "38784233926162319173574280725128304493272914" + (100_000_000_000L + number);
    }
}
