package scenariorca.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import scenariorca.errors.ErrorClassifier;
import scenariorca.logs.BinaryRows;
import scenariorca.logs.LineRow;
import scenariorca.logs.LogIds;
import scenariorca.logs.LogSelection;
import scenariorca.logs.ParsedLine;

/** Stages log lines: learns their pattern and writes each as a row of log_line. */
final class LogLineWriter {
    private static final String TARGET =
            "log_line (line_no, log_timestamp, is_kept, may_be_copy, log_group, event_id, severity,"
                    + " environment, message, part_count, subject, correlation_id, scenario_id, run_id, node_id, user_id,"
                    + " request_duration_ms, http_status, http_method, request_path, class_no, ingested_at, log_stream, stack_trace,"
                    + " service_name, unparsed_reason, redactions, later_parts, metadata)";

    private static final int BUFFER_BYTES = 1 << 16;

    private final BinaryRows copy;
    private final ErrorClassifier classifier;
    private final LogSelection selection;
    private final StagedLines staged;

    LogLineWriter(BinaryRows copy, ErrorClassifier classifier, LogSelection selection, StagedLines staged) {
        this.copy = copy;
        this.classifier = classifier;
        this.selection = selection;
        this.staged = staged;
    }

    /** Begins the COPY that the rows go to; closing it ends it. */
    static BinaryRows begin(Connection connection) throws SQLException {
        var out = new PGCopyOutputStream(
                connection.unwrap(PGConnection.class),
                "copy " + TARGET + " from stdin with (format binary)",
                BUFFER_BYTES);
        return new BinaryRows(out, TARGET.split(",").length);
    }

    /** @param classNo kind of error; null for a line that is none */
    private record Classed(LineRow row, @Nullable Integer classNo) {}

    /** @param environment of a line that names none; null when unknown */
    void write(ParsedLine parsed, @Nullable String environment) {
        ParsedLine prepared = parsed;
        Classed classed;
        try {
            classed = classed(prepared, environment);
        } catch (RuntimeException | StackOverflowError e) { // no single line may stop a load
            prepared = ParsedLine.unreadable(prepared.line().event(), e);
            classed = classed(prepared, environment);
        }
        write(prepared, classed);
    }

    private Classed classed(ParsedLine parsed, @Nullable String environment) {
        if (!selection.keeps(parsed.line())) {
            return new Classed(LineRow.leftOut(parsed, environment), null);
        }
        LineRow row = LineRow.of(parsed, environment);
        @Nullable String error = row.errorText();
        return new Classed(row, error == null ? null : classifier.learnLine(error));
    }

    private void write(ParsedLine prepared, Classed classed) {
        LineRow row = classed.row();
        boolean isKept = selection.keeps(prepared.line());
        boolean mayBeCopy = staged.note(row, isKept, !prepared.redactions().isEmpty());
        try {
            copy.row()
                    .bigint(staged.lines())
                    .time(row.place().micros())
                    .flag(isKept)
                    .flag(mayBeCopy);
            write(row, classed.classNo());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the database said, when that is why a row could not be written; null when it is not. */
    static @Nullable SQLException databaseFailure(UncheckedIOException failure) {
        @Nullable Throwable cause = failure.getCause();
        return cause != null && cause.getCause() instanceof SQLException found ? found : null;
    }

    private void write(LineRow row, @Nullable Integer classNo) throws IOException {
        copy.text(row.place().group())
                .text(row.place().eventId())
                .text(row.text().severity())
                .text(row.text().environment())
                .text(row.text().message())
                .integer(row.parts())
                .id(row.subject());
        ids(row.ids());
        request(row.request());
        if (classNo == null) {
            copy.none();
        } else {
            copy.integer(classNo);
        }
        @Nullable Long ingested = row.place().ingestedMicros();
        if (ingested == null) {
            copy.none();
        } else {
            copy.time(ingested);
        }
        copy.text(row.place().stream())
                .text(row.text().stackTrace())
                .text(row.text().service())
                .text(row.text().unparsedReason())
                .text(row.redactions())
                .texts(row.laterParts())
                .json(row.metadata());
    }

    private void ids(LogIds ids) throws IOException {
        copy.id(ids.correlationId())
                .id(ids.scenarioId())
                .id(ids.runId())
                .id(ids.nodeId())
                .text(ids.userId());
    }

    private void request(LineRow.@Nullable Request request) throws IOException {
        if (request == null) {
            copy.none().none().none().none();
            return;
        }
        @Nullable Long duration = request.durationMillis();
        if (duration == null) {
            copy.none();
        } else {
            copy.bigint(duration);
        }
        copy.integer(request.status()).text(request.method()).text(request.path());
    }
}
