package scenariorca.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import scenariorca.platform.Json;

final class JsonSeriesTest {
    @Test
    void lists_and_objects_with_a_number_in_every_key_are_series_and_nothing_else() {
        String document = "{'a':{'monthly':{'2027-10':1,'2027-9':2,'2027-11':3}},'list':[1,2,3],'pair':[1,2],"
                + "'plain':{'x':1,'y':2,'z':3}}";

        assertThat(JsonSeries.of(Json.read(document.replace('\'', '"'))))
                .containsExactly(
                        new JsonSeries("a.monthly", 3, List.of("2027-9", "2027-10", "2027-11")),
                        new JsonSeries("list", 3, List.of()));
    }

    @Test
    void a_list_of_rows_knows_them_by_what_identifies_them() {
        assertThat(JsonSeries.of(Json.read(
                        "{\"rows\":[{\"year\":2028,\"v\":1},{\"year\":2027,\"v\":2}," + "{\"year\":2029,\"v\":3}]}")))
                .containsExactly(new JsonSeries("rows", 3, List.of("year=2028", "year=2027", "year=2029")));
    }

    @Test
    void a_document_that_is_a_value_or_nested_without_end_has_none() {
        assertThat(JsonSeries.of(Json.read("17"))).isEmpty();
        assertThat(JsonSeries.of(Json.read("{\"a\":".repeat(60) + "[1,2,3]" + "}".repeat(60))))
                .isEmpty();
    }
}
