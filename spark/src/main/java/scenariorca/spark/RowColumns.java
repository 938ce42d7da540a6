package scenariorca.spark;

import java.util.List;
import java.util.UUID;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scenariorca.errors.ErrorKind;
import scenariorca.logs.LineRow;

/** The rows of pass 1: lines, and behind those of a block the kinds of error among them. */
final class RowColumns {
    private static final DataType TEXT = DataTypes.StringType;
    private static final DataType TEXTS = DataTypes.createArrayType(DataTypes.StringType);

    static final StructType SCHEMA = new StructType()
            .add("is_kind", DataTypes.BooleanType)
            .add("object", DataTypes.IntegerType)
            .add("source_line", DataTypes.LongType)
            .add("day", TEXT)
            .add("log_group", TEXT)
            .add("event_id", TEXT)
            .add("log_micros", DataTypes.LongType)
            .add("ingested_micros", DataTypes.LongType)
            .add("log_stream", TEXT)
            .add("severity", TEXT)
            .add("environment", TEXT)
            .add("service_name", TEXT)
            .add("message", TEXT)
            .add("stack_trace", TEXT)
            .add("unparsed_reason", TEXT)
            .add("correlation_id", TEXT)
            .add("scenario_id", TEXT)
            .add("run_id", TEXT)
            .add("node_id", TEXT)
            .add("user_id", TEXT)
            .add("http_method", TEXT)
            .add("request_path", TEXT)
            .add("http_status", DataTypes.IntegerType)
            .add("request_duration_ms", DataTypes.LongType)
            .add("part_count", DataTypes.IntegerType)
            .add("later_parts", TEXTS)
            .add("redactions", TEXT)
            .add("metadata", TEXT)
            .add("is_kept", DataTypes.BooleanType)
            .add("kind", TEXT)
            .add("kind_signature", TEXT)
            .add("kind_type", TEXT)
            .add("kind_code", TEXT)
            .add("kind_frames", TEXTS);

    private RowColumns() {}

    /**
     * A line.
     *
     * @param day its UTC day, or {@code other} for a time that cannot be believed
     * @param kind of an error; null for a line that is none
     */
    static Row line(int object, long number, LineRow row, String day, boolean isKept, @Nullable UUID kind) {
        LineRow.Place place = row.place();
        LineRow.Text text = row.text();
        LineRow.@Nullable Request request = row.request();
        return RowFactory.create(
                false,
                object,
                number,
                day,
                place.group(),
                place.eventId(),
                place.micros(),
                place.ingestedMicros(),
                place.stream(),
                text.severity(),
                text.environment(),
                text.service(),
                text.message(),
                text.stackTrace(),
                text.unparsedReason(),
                text(row.ids().correlationId()),
                text(row.ids().scenarioId()),
                text(row.ids().runId()),
                text(row.ids().nodeId()),
                row.ids().userId(),
                request == null ? null : request.method(),
                request == null ? null : request.path(),
                request == null ? null : request.status(),
                request == null ? null : request.durationMillis(),
                row.parts(),
                row.laterParts().isEmpty() ? null : array(row.laterParts()),
                row.redactions(),
                row.metadata(),
                isKept,
                text(kind),
                null,
                null,
                null,
                null);
    }

    static Row kind(ErrorKind kind) {
        Object[] values = new Object[SCHEMA.size()];
        values[SCHEMA.fieldIndex("is_kind")] = true;
        values[SCHEMA.fieldIndex("message")] = kind.sample();
        values[SCHEMA.fieldIndex("kind")] = kind.id().toString();
        values[SCHEMA.fieldIndex("kind_signature")] = kind.refinement().signature();
        values[SCHEMA.fieldIndex("kind_type")] = kind.refinement().type();
        values[SCHEMA.fieldIndex("kind_code")] = kind.refinement().code();
        values[SCHEMA.fieldIndex("kind_frames")] = array(kind.refinement().frames());
        return RowFactory.create(values);
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
