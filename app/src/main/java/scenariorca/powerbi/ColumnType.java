package scenariorca.powerbi;

import java.util.Locale;
import java.util.Set;

/** The type of a column in the Power BI model, and the types of the database that it fits. */
enum ColumnType {
    WHOLE("int64", "#,##0", Set.of("integer", "bigint", "smallint")),
    NUMBER("double", "#,##0.0", Set.of("numeric", "double precision")),
    TEXT("string", "", Set.of("text")),
    TIME("dateTime", "yyyy-mm-dd hh:nn:ss", Set.of("timestamp without time zone")),
    DAY("dateTime", "yyyy-mm-dd", Set.of("date")),
    TRUTH("boolean", "", Set.of("boolean"));

    private final String tmdl;
    private final String format;
    private final Set<String> sqlTypes;

    ColumnType(String tmdl, String format, Set<String> sqlTypes) {
        this.tmdl = tmdl;
        this.format = format;
        this.sqlTypes = sqlTypes;
    }

    static ColumnType of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** As TMDL writes it. Example: int64. */
    String tmdl() {
        return tmdl;
    }

    /** The format of its values; empty where Power BI needs none. */
    String format() {
        return format;
    }

    /** Names of the fitting types in {@code information_schema.columns}. */
    Set<String> sqlTypes() {
        return sqlTypes;
    }
}
