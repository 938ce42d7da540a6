package scenariorca.powerbi;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The whole model: tables, how they relate, and measures.
 *
 * @param tables dimensions first
 * @param relationships derived from the links of the columns
 * @param measures by table
 * @param roles who may see which rows
 */
record Star(List<Table> tables, List<Relationship> relationships, List<Measure> measures, List<Role> roles) {
    Star {
        tables = List.copyOf(tables);
        relationships = List.copyOf(relationships);
        measures = List.copyOf(measures);
        roles = List.copyOf(roles);
    }

    /** The model as shipped. */
    static Star describe() {
        List<Table> tables = Stream.of(Dimensions.all(), RunFacts.all(), ActivityFacts.all())
                .flatMap(List::stream)
                .toList();
        List<Measure> measures = Stream.of(RunMeasures.all(), NodeMeasures.all(), ActivityMeasures.all())
                .flatMap(List::stream)
                .toList();
        return new Star(tables, relate(tables), measures, Role.all());
    }

    Table table(String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the model has no table " + name));
    }

    Measure measure(String name) {
        return measures.stream()
                .filter(measure -> measure.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the model has no measure " + name));
    }

    List<Measure> measuresOf(Table table) {
        return measures.stream()
                .filter(measure -> measure.table().equals(table.name()))
                .toList();
    }

    private static List<Relationship> relate(List<Table> tables) {
        var found = new ArrayList<Relationship>();
        for (Table from : tables) {
            for (Column column : from.columns()) {
                column.link().ifPresent(view -> {
                    Table to = tables.stream()
                            .filter(table -> table.view().equals(view))
                            .findFirst()
                            .orElseThrow(
                                    () -> new IllegalArgumentException("column %s of %s points to the unknown view %s"
                                            .formatted(column.name(), from.name(), view)));
                    Column key = to.key().orElseThrow();
                    found.add(new Relationship(from, column, to, key, column.isActive()));
                });
            }
        }
        return found;
    }
}
