package scenariorca.powerbi;

import java.util.regex.Pattern;

/** What a visual shows: written as in DAX, a column as {@code Run[Outcome]}, a measure as {@code [Success Rate]}. */
sealed interface Field {
    Pattern SYNTAX = Pattern.compile("(.*?)\\[(.+)]");

    /** A column of a table. */
    record OfColumn(Table table, Column column) implements Field {
        @Override
        public String entity() {
            return table.name();
        }

        @Override
        public String property() {
            return column.name();
        }
    }

    /** A measure, wherever it is listed. */
    record OfMeasure(Measure measure) implements Field {
        @Override
        public String entity() {
            return measure.table();
        }

        @Override
        public String property() {
            return measure.name();
        }
    }

    /** @throws IllegalArgumentException when the model has no such column or measure */
    static Field of(Star star, String text) {
        var matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a field: " + text);
        }
        if (matcher.group(1).isEmpty()) {
            return new OfMeasure(star.measure(matcher.group(2)));
        }
        Table table = star.table(matcher.group(1));
        return new OfColumn(
                table,
                table.column(matcher.group(2))
                        .orElseThrow(() -> new IllegalArgumentException("the model has no column " + text)));
    }

    /** The table it belongs to. */
    String entity();

    String property();

    /** As queries name it. Example: Run.Outcome. */
    default String queryName() {
        return entity() + "." + property();
    }

    /** As the report's files write it, the table by its name. */
    default Object json() {
        return json("Entity", entity());
    }

    /** As the conditions of filters write it, the table by its alias. */
    default Object aliased(String alias) {
        return json("Source", alias);
    }

    private Object json(String by, String table) {
        String kind = switch (this) {
            case OfColumn _ -> "Column";
            case OfMeasure _ -> "Measure";
        };
        return JsonFile.object(
                kind,
                JsonFile.object(
                        "Expression",
                        JsonFile.object("SourceRef", JsonFile.object(by, table)),
                        "Property",
                        property()));
    }
}
