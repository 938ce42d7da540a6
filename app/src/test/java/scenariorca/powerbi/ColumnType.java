package scenariorca.powerbi;

import java.util.Arrays;
import java.util.Set;

/** The type of a column in the Power BI model, and the types of the database that it fits. */
enum ColumnType {
    INT64("int64", Set.of("integer", "bigint", "smallint")),
    DOUBLE("double", Set.of("numeric", "double precision")),
    DECIMAL("decimal", Set.of("numeric")),
    STRING("string", Set.of("text")),
    DATE_TIME("dateTime", Set.of("timestamp without time zone", "date")),
    BOOLEAN("boolean", Set.of("boolean"));

    private final String tmdl;
    private final Set<String> sqlTypes;

    ColumnType(String tmdl, Set<String> sqlTypes) {
        this.tmdl = tmdl;
        this.sqlTypes = sqlTypes;
    }

    static ColumnType of(String word) {
        return Arrays.stream(values())
                .filter(type -> type.tmdl.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no type is called " + word));
    }

    /** Names of the fitting types, as PostgreSQL formats them. */
    Set<String> sqlTypes() {
        return sqlTypes;
    }
}
