package scenariorca.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What counts as one variable part although it is several words, and as two although it is one. */
final class PatternPartsTest {
    private static final PatternEdit.Author ANN = new PatternEdit.Author("ann", Instant.EPOCH, "not the same");

    @Test
    void fields_may_come_in_any_order_and_are_shown_as_they_came_when_all_have_one_order() {
        assertThat(texts(
                        "sent gw=10.0.0.1 port=3 size=17 at once",
                        "sent port=4 size=2 gw=10.0.0.2 at once",
                        "sent size=9 gw=10.0.0.3 port=5 at once"))
                .containsOnly("sent gw=<*> port=<*> size=<*> at once");
        assertThat(texts("sent size=17 gw=10.0.0.1 at once", "sent size=2 gw=10.0.0.2 at once"))
                .containsOnly("sent size=<*> gw=<*> at once");
    }

    @Test
    void a_key_is_no_value() {
        assertThat(texts(
                        "moved width=3 to the left",
                        "moved height=3 to the left",
                        "moved depth=3 to the left",
                        "moved weight=3 to the left",
                        "moved angle=3 to the left"))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_list_of_names_is_one_value_however_long_it_is() {
        assertThat(texts(
                        "granted to: alice",
                        "granted to: bob, carol",
                        "granted to: dave, erin, frank",
                        "granted to: heidi, ivan"))
                .containsOnly("granted to: <*>");
        assertThat(texts(
                        "members Set(alice) of the room",
                        "members Set(bob, carol) of the room",
                        "members Set(dave, erin, judy) of the room"))
                .containsOnly("members Set(<*>) of the room");
    }

    @Test
    void what_stands_in_quotes_is_one_value_however_many_words_it_has() {
        assertThat(texts("opened 'notes' twice", "opened 'plan of the year' twice", "opened 'my list' twice"))
                .containsOnly("opened '<*>' twice");
        assertThat(texts("\"GET /a/1 HTTP/1.1\" status 200", "\"POST /a/2 HTTP/1.1\" status 200"))
                .containsExactly("\"GET <*>\" status <*>", "\"POST <*>\" status <*>");
    }

    @Test
    void what_stands_between_bars_is_a_word_of_its_own() {
        assertThat(texts(
                        "sync|alice|17|done",
                        "sync|bob|4|done",
                        "sync|carol|5|done",
                        "sync|dave|2|done",
                        "sync|erin|9|done"))
                .containsOnly("sync|<*>|<*>|done");
    }

    @Test
    void after_a_naming_word_three_names_are_enough_in_many_languages() {
        assertThat(texts(
                        "the depot in Berlin is full now",
                        "the depot in Lyon is full now",
                        "the depot in Porto is full now"))
                .containsOnly("the depot in <*> is full now");
        assertThat(texts(
                        "sitzung für anna ist beendet",
                        "sitzung für bernd ist beendet",
                        "sitzung für clara ist beendet"))
                .containsOnly("sitzung für <*> ist beendet");
        assertThat(texts(
                        "the depot looks empty just now",
                        "the depot looks tidy just now",
                        "the depot looks new just now"))
                .doesNotHaveDuplicates();
    }

    @Test
    void plurals_have_their_endings() {
        assertThat(texts("found 1 box and 2 lists in store", "found 3 boxes and 1 list in store"))
                .containsOnly("found <*> boxes and <*> lists in store");
    }

    @Test
    void a_plural_is_shown_even_where_its_lines_differ_from_the_singular_in_names_too() {
        assertThat(texts(
                        "planner anna approved 1 change for region=north",
                        "planner bertram approved 7 changes for region=south",
                        "planner cecilia approved 4 changes for region=east",
                        "planner dorothea approved 1 change for region=west",
                        "planner emil approved 9 changes for region=centre",
                        "planner friedrich approved 2 changes for region=coast"))
                .containsOnly("planner <*> approved <*> changes for region=<*>");
    }

    @Test
    void a_line_that_differs_in_many_known_places_is_an_example_all_the_same() {
        List<String> numbers = List.of("10", "22", "35", "47", "56", "68");
        var lines = new ArrayList<String>();
        numbers.forEach(
                number -> lines.add("got a" + number + " from b" + number + " to c" + number + " by d" + number));
        lines.add("got a1 from b2 to c3 by d4");

        assertThat(texts(lines.toArray(String[]::new))).containsOnly("got <*> from <*> to <*> by <*>");
    }

    @Test
    void a_split_by_hand_counts_words_between_blanks() {
        var miner = new PatternMiner();
        List<Integer> numbers = Stream.of("alice", "bob", "carol", "dave", "erin")
                .map(name -> miner.learn("opened 'plan of the year' for " + name))
                .toList();
        String fingerprint = miner.pattern(numbers.get(0)).fingerprint();

        miner.edit(new PatternEdit.Split("s1", ANN, fingerprint, 6));

        assertThat(numbers.stream().map(miner::pattern).map(MinedPattern::text))
                .contains("opened 'plan of the year' for alice")
                .doesNotHaveDuplicates();
        assertThat(miner.explain("opened 'plan of the year' for frank").variables())
                .containsExactly(6);
    }

    private static List<String> texts(String... lines) {
        var miner = new PatternMiner();
        List<Integer> numbers = Stream.of(lines).map(miner::learn).toList();
        return numbers.stream().map(miner::pattern).map(MinedPattern::text).toList();
    }
}
