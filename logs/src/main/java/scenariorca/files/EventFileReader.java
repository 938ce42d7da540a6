package scenariorca.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads one file, event by event, in constant memory. What cannot be read becomes an event all the same. */
public final class EventFileReader {
    /** The longest text of an event; longer text is cut there, and counts as broken. */
    public static final int MAX_MESSAGE_CHARS = EventNaming.MAX_MESSAGE_CHARS;

    /** The longest object or line that is read; what is beyond is read over. */
    public static final int MAX_FRAME_BYTES = FrameReader.MAX_FRAME_BYTES;

    /** While a file is this young, an unfinished last line is taken as still being written. */
    private static final Duration STILL_WRITTEN = Duration.ofMinutes(1);

    private final JsonEvents json = new JsonEvents();
    private final EventNaming naming;
    private final LogFile file;
    private final boolean isYoung;
    private boolean isPlain;

    public EventFileReader(LogFile file, GroupNames names, Instant now, EventSink sink) {
        this.file = file;
        this.naming = new EventNaming(file, names, sink);
        this.isYoung = file.modifiedAt().plus(STILL_WRITTEN).isAfter(now);
    }

    /** Hands over every event. @return what a person should know, if anything */
    public Optional<String> read(InputStream stored) throws IOException {
        try (OpenedFile opened = OpenedFile.of(stored)) {
            if (!opened.refusal().isEmpty()) {
                return Optional.of("%s is not read: %s".formatted(file.name(), opened.refusal()));
            }
            if (opened.form() == FileForm.CSV) {
                return readCsv(new CsvRows(opened.input()));
            }
            var frames = new FrameReader(opened.input(), opened.form());
            isPlain = opened.form() == FileForm.UNKNOWN;
            String unfinished = opened.form() == FileForm.LINES ? readExport(frames) : readJson(frames);
            naming.finish();
            if (frames.damage() != null) {
                return Optional.of(damaged(frames.line(), frames.damage()));
            }
            return isPlain && !naming.isDated()
                    ? Optional.of(
                            "%s is in no form that is known: no line tells a time, is a JSON object or the header of a CSV export; "
                                            .formatted(file.name())
                                    + "its lines were taken as they are, with the time of the file")
                    : Optional.ofNullable(unfinished);
        } catch (EOFException | ZipException e) {
            return Optional.of(damaged(0, e.getMessage()));
        }
    }

    /** Rows of Logs Insights. @return what a person should know, if anything */
    private Optional<String> readCsv(CsvRows rows) throws IOException {
        List<String> header = rows.next();
        long without = 0;
        for (List<String> row = rows.next(); !row.isEmpty(); row = rows.next()) {
            var fields = new InsightsFields();
            for (int column = 0; column < Math.min(row.size(), header.size()); column++) {
                fields.put(header.get(column).strip(), row.get(column));
            }
            FoundEvent event = row.size() > header.size() ? null : fields.event();
            if (event == null) {
                naming.takeBroken(String.join(",", row), rows.line());
                without++;
            } else {
                naming.take(event, rows.line());
            }
        }
        naming.finish();
        return without == 0
                ? Optional.empty()
                : Optional.of("%s holds %,d rows that do not fit its header".formatted(file.name(), without));
    }

    private String damaged(long line, @Nullable String damage) {
        return "%s is damaged after line %,d (%s); what is before was read: fetch the file again"
                .formatted(file.name(), line, damage);
    }

    private @Nullable String readJson(FrameReader frames) throws IOException {
        while (frames.next()) {
            if (isTakenWhole(frames)) {
                continue;
            }
            List<FoundEvent> events = frames.isObject() ? json.read(frames.piece()) : null;
            if (events != null && !frames.isCut()) {
                events.forEach(event -> naming.take(event, frames.line()));
            } else if (!frames.isClosed() && frames.isObject() && isYoung) {
                return "%s ends within line %,d, which is still being written; it comes with the next load"
                        .formatted(file.name(), frames.line());
            } else {
                readBroken(frames);
            }
        }
        return null;
    }

    /** The common case: an event alone on its line. */
    private boolean isTakenWhole(FrameReader frames) throws IOException {
        if (!frames.isWholeLine()) {
            return false;
        }
        FoundEvent event = json.readOne(frames.piece());
        if (event == null) {
            frames.cutAgain();
            return false;
        }
        naming.take(event, frames.line());
        return true;
    }

    /** Line by line: an object that is never closed may have swallowed the lines behind it. */
    private void readBroken(FrameReader frames) {
        long number = frames.line();
        for (String line : frames.text().split("\n", -1)) {
            List<FoundEvent> events = line.stripLeading().startsWith("{") ? json.read(JsonEvents.Piece.of(line)) : null;
            if (events == null) {
                readLine(line, number);
            } else {
                for (FoundEvent event : events) {
                    naming.take(event, number);
                }
            }
            number++;
        }
    }

    /** A line as a program wrote it: a plain one, or an object that is whole. */
    private void readLine(String line, long number) {
        boolean isWhole =
                line.stripLeading().startsWith("{") && line.stripTrailing().endsWith("}");
        if ((isPlain || isWhole) && naming.takeOwn(line, number)) {
            return;
        }
        if (isPlain && naming.isDated()) {
            naming.takeBelow(line, number);
        } else {
            naming.takeBroken(line, number);
        }
    }

    private @Nullable String readExport(FrameReader frames) throws IOException {
        var message = new StringBuilder();
        FoundEvent open = null;
        long openLine = 0;
        while (frames.next()) {
            String line = frames.text();
            FoundEvent begun = ExportLines.begin(line);
            if (begun == null && open != null) {
                if (message.length() < EventNaming.MAX_MESSAGE_CHARS) {
                    message.append('\n').append(line);
                }
                continue;
            }
            if (open != null) {
                naming.take(open.saying(message.toString()), openLine);
            }
            if (begun == null) {
                naming.takeBroken(line, frames.line());
            } else {
                message.setLength(0);
                message.append(begun.message());
                openLine = frames.line();
            }
            open = begun;
        }
        if (open != null) {
            naming.take(open.saying(message.toString()), openLine);
        }
        return null;
    }
}
