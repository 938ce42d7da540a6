package scenariorca.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PatternMinerTest {
    private static final List<String> VERBS = List.of("loaded", "failed", "rejected", "skipped");
    private static final List<String> NAMES =
            List.of("alice", "bob", "carol", "dave", "erin", "frank", "grace", "heidi", "ivan", "judy");
    private static final PatternEdit.Author ANN = new PatternEdit.Author("ann", Instant.EPOCH, "the same outage");

    @Test
    void values_are_taken_out_and_words_stay() {
        assertThat(
                        pattern(
                                "run 5f1e2d3c-1234-4abc-9def-0123456789ab took 1,234.5ms on 10.1.2.3:5432 at 2024-03-01 10:11:12,345"))
                .isEqualTo("run <*> took <*> on <*> at <*>");
        assertThat(pattern("read /var/log/app.log from s3://bucket/key?x=1, user alice@example.org"))
                .isEqualTo("read <*> from <*>, user <*>");
        assertThat(pattern("ssh2 over IPv4 with sha256 at node-129 (CPU#3)"))
                .isEqualTo("ssh2 over IPv4 with sha256 at node-<*> (CPU#<*>)");
        assertThat(pattern("java.io.IOException: rhost=10.0.0.1 user=root retry=false"))
                .isEqualTo("java.io.IOException: rhost=<*> user=<*> retry=<*>");
        assertThat(pattern("GET /api/v1/runs/77 HTTP/1.1 took 12 ms")).isEqualTo("GET <*> took <*> ms");
    }

    @Test
    void few_different_words_are_different_messages_and_many_are_a_variable() {
        var miner = new PatternMiner();

        int opened = miner.learn("the valve on line 7 was opened by hand");
        int closed = miner.learn("the valve on line 7 was closed by hand");
        List<Integer> users = NAMES.stream()
                .map(name -> miner.learn("session of " + name + " ended after a quiet hour"))
                .toList();

        assertThat(miner.pattern(opened)).isNotEqualTo(miner.pattern(closed));
        assertThat(users.stream().map(miner::pattern).map(MinedPattern::text).distinct())
                .containsExactly("session of <*> ended after a quiet hour");
    }

    @Test
    void few_numbers_that_a_message_begins_with_are_codes_and_many_are_not() {
        var miner = new PatternMiner();

        int table = miner.learn("ORA-00942: table or view does not exist");
        int listener = miner.learn("ORA-12541: TNS:no listener");
        int started = miner.learn("IEF403I PAYROLL1 - STARTED");
        int rejected = miner.learn("ERROR XR-4261 transfer rejected");
        int other = miner.learn("ERROR XR-4212 transfer rejected");
        List<Integer> orders = IntStream.range(0, 9)
                .map(order -> miner.learn("ORD-" + (20_417 + order) + " was shipped"))
                .boxed()
                .toList();

        assertThat(Stream.of(table, listener, started, rejected, other)
                        .map(miner::pattern)
                        .map(MinedPattern::text))
                .containsExactly(
                        "ORA-00942: table or view does not exist",
                        "ORA-12541: TNS:no listener",
                        "IEF403I PAYROLL1 - STARTED",
                        "ERROR XR-4261 transfer rejected",
                        "ERROR XR-4212 transfer rejected");
        assertThat(orders.stream().map(miner::pattern).map(MinedPattern::text).distinct())
                .containsExactly("ORD-<*> was shipped");
    }

    @Test
    void what_ends_a_sentence_is_no_part_of_the_variable_before_it() {
        var miner = new PatternMiner();

        List<Integer> users = NAMES.stream()
                .map(name -> miner.learn("a session was opened by the client " + name + "."))
                .toList();

        assertThat(users.stream().map(miner::pattern).map(MinedPattern::text).distinct())
                .containsExactly("a session was opened by the client <*>.");
    }

    @Test
    void one_and_several_of_a_thing_are_one_message() {
        assertThat(texts(
                        "moved 1 file to the archive", "moved 3 files to the archive", "moved 12 files to the archive"))
                .containsOnly("moved <*> files to the archive");
        assertThat(texts("kept for 1 day", "kept for 3 hours", "kept for 40 minutes"))
                .containsOnly("kept for <*>");
    }

    @Test
    void a_measure_told_again_in_brackets_is_an_optional_part() {
        assertThat(texts("sent 704 bytes to the peer", "sent 2476 bytes (2.41 KB) to the peer"))
                .containsOnly("sent <*> bytes to the peer");
        assertThat(texts("sent 9931 bytes (9.69 KB) to the peer")).containsOnly("sent <*> bytes (<*> KB) to the peer");
    }

    @Test
    void a_name_known_from_one_message_is_a_value_in_others() {
        var lines = new ArrayList<String>();
        NAMES.forEach(name -> lines.add("session of " + name + " ended after a quiet hour"));
        lines.add("locked " + NAMES.get(0));
        lines.add("locked " + NAMES.get(1));

        assertThat(texts(lines.toArray(String[]::new)))
                .containsOnly("session of <*> ended after a quiet hour", "locked <*>");
    }

    @Test
    void the_same_few_words_in_two_places_are_names_and_in_one_place_a_choice() {
        List<String> rooms = List.of("cellar", "attic", "garage");
        var lines = new ArrayList<String>();
        rooms.forEach(room -> lines.add("heating of the " + room + " is due"));
        assertThat(texts(lines.toArray(String[]::new))).hasSize(3).doesNotHaveDuplicates();

        rooms.forEach(room -> lines.add("lights in " + room + " need a check today"));
        assertThat(texts(lines.toArray(String[]::new)))
                .containsOnly("heating of the <*> is due", "lights in <*> need a check today");
    }

    @Test
    void patterns_do_not_depend_on_the_order_of_lines() {
        for (long seed = 1; seed <= 20; seed++) {
            List<String> lines = lines(new Random(seed));
            Map<String, MinedPattern> expected = patterns(lines);
            Collections.shuffle(lines, new Random(-seed));

            assertThat(patterns(lines)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void a_restart_between_any_two_lines_changes_nothing() {
        List<String> lines = lines(new Random(7));
        Map<String, MinedPattern> expected = patterns(lines);
        var miner = new PatternMiner();
        lines.subList(0, 150).forEach(miner::learn);

        PatternMiner later = PatternMiner.resume(miner.state());
        lines.subList(150, lines.size()).forEach(later::learn);

        var found = new HashMap<String, MinedPattern>();
        lines.forEach(line -> found.put(line, later.pattern(later.learn(line))));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void a_fingerprint_given_out_early_leads_to_the_pattern_it_became_part_of() {
        var miner = new PatternMiner();
        int first = miner.learn("session of alice ended after a quiet hour");
        String early = miner.pattern(first).fingerprint();

        NAMES.forEach(name -> miner.learn("session of " + name + " ended after a quiet hour"));

        String late = miner.pattern(first).fingerprint();
        assertThat(late).isNotEqualTo(early);
        assertThat(miner.aliases().resolve(early)).isEqualTo(late);
        assertThat(PatternMiner.resume(miner.state()).aliases().resolve(early)).isEqualTo(late);
    }

    @Test
    void a_merge_by_hand_holds_until_it_is_undone() {
        var miner = new PatternMiner();
        int one = miner.learn("cannot reach the price server");
        int other = miner.learn("price lookup gave up");
        MinedPattern before = miner.pattern(one);
        MinedPattern otherBefore = miner.pattern(other);
        Set<String> both = Set.of(before.fingerprint(), otherBefore.fingerprint());

        miner.edit(new PatternEdit.Merge("m1", ANN, both));
        assertThat(miner.pattern(one)).isEqualTo(miner.pattern(other));
        assertThat(both).contains(miner.pattern(one).fingerprint());
        String retired = before.equals(miner.pattern(one)) ? otherBefore.fingerprint() : before.fingerprint();
        assertThat(miner.aliases().resolve(retired))
                .isEqualTo(miner.pattern(one).fingerprint());

        miner.edit(new PatternEdit.Undo("u1", ANN, "m1"));
        assertThat(miner.pattern(one)).isEqualTo(before);
        assertThat(miner.pattern(other)).isEqualTo(otherBefore);
        assertThat(miner.aliases().resolve(retired)).isEqualTo(retired);
    }

    @Test
    void a_split_by_hand_makes_each_value_a_pattern_until_it_is_undone() {
        var miner = new PatternMiner();
        List<Integer> numbers = NAMES.stream()
                .map(name -> miner.learn("session of " + name + " ended after a quiet hour"))
                .toList();
        String fingerprint = miner.pattern(numbers.getFirst()).fingerprint();

        miner.edit(new PatternEdit.Split("s1", ANN, fingerprint, 2));
        assertThat(numbers.stream().map(miner::pattern).distinct()).hasSameSizeAs(NAMES);
        assertThat(miner.pattern(numbers.getFirst()).text()).contains("alice");

        miner.edit(new PatternEdit.Undo("u1", ANN, "s1"));
        assertThat(numbers.stream()
                        .map(miner::pattern)
                        .map(MinedPattern::fingerprint)
                        .distinct())
                .containsExactly(fingerprint);
    }

    @Test
    void an_explanation_names_the_values_the_rule_and_the_others() {
        var miner = new PatternMiner();
        NAMES.forEach(name -> miner.learn("session of " + name + " ended after 5 quiet hours"));

        Explanation why = miner.explain("session of alice ended after 17 quiet hours");

        assertThat(why.values()).containsExactly("17");
        assertThat(why.signature()).isEqualTo("session of alice ended after <*> quiet hours");
        assertThat(why.rule()).isEqualTo("similar");
        assertThat(why.variables()).containsExactly(2);
        assertThat(why.alike()).hasSize(9).contains("session of bob ended after <*> quiet hours");
        assertThat(why.similarity()).isBetween(0.8, 0.9);
    }

    @Test
    void random_bytes_never_fail_and_memory_stays_bounded() {
        var random = new Random(99);
        var miner = new PatternMiner();
        for (int index = 0; index < 20_000; index++) {
            byte[] line = new byte[random.nextInt(300)];
            random.nextBytes(line);
            int from = line.length == 0 ? 0 : random.nextInt(line.length);
            miner.learn(line, from, line.length);
        }
        int known = miner.learn("a plain line");

        assertThat(miner.pattern(known).text()).isNotBlank();
        assertThat(miner.state().signatures().size()).isLessThan(20_000);
    }

    @Test
    void a_slice_of_a_buffer_is_the_same_line_as_its_copy() {
        var random = new Random(3);
        var miner = new PatternMiner();
        for (String line : lines(random)) {
            byte[] bytes = ("#" + line + " tail").getBytes(StandardCharsets.UTF_8);
            int length = line.getBytes(StandardCharsets.UTF_8).length;

            assertThat(miner.learn(bytes, 1, 1 + length)).as(line).isEqualTo(miner.learn(line));
        }
    }

    @Test
    void a_line_of_a_megabyte_is_cut_and_still_has_a_pattern() {
        var miner = new PatternMiner();

        int number = miner.learn("payload too large: " + "x".repeat(1 << 20));

        assertThat(miner.pattern(number).text())
                .startsWith("payload too large: x")
                .endsWith("<*>")
                .hasSizeLessThan(9_000);
    }

    private static String pattern(String line) {
        var miner = new PatternMiner();
        return miner.pattern(miner.learn(line)).text();
    }

    private static List<String> texts(String... lines) {
        var miner = new PatternMiner();
        List<Integer> numbers = Stream.of(lines).map(miner::learn).toList();
        return numbers.stream().map(miner::pattern).map(MinedPattern::text).toList();
    }

    private static Map<String, MinedPattern> patterns(List<String> lines) {
        var miner = new PatternMiner();
        var numbers = new HashMap<String, Integer>();
        lines.forEach(line -> numbers.put(line, miner.learn(line)));
        var patterns = new HashMap<String, MinedPattern>();
        numbers.forEach((line, number) -> patterns.put(line, miner.pattern(number)));
        return patterns;
    }

    private static List<String> lines(Random random) {
        var lines = new ArrayList<String>();
        for (int index = 0; index < 300; index++) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            String verb = VERBS.get(random.nextInt(VERBS.size()));
            lines.add(
                    switch (random.nextInt(4)) {
                        case 0 -> "user " + name + " " + verb + " the input of node " + random.nextInt(50);
                        case 1 -> "values [" + "1, ".repeat(1 + random.nextInt(3)) + "2] " + verb + " by the engine";
                        case 2 ->
                            "owner=" + name + " state=" + verb.toUpperCase(java.util.Locale.ROOT) + " took "
                                    + random.nextInt(9) + " ms";
                        default -> name + " " + verb + " nothing at all today";
                    });
        }
        return lines;
    }
}
