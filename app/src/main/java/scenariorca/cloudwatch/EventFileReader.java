package scenariorca.cloudwatch;

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
final class EventFileReader {
    /** While a file is this young, an unfinished last line is taken as still being written. */
    private static final Duration STILL_WRITTEN = Duration.ofMinutes(1);

    private final JsonEvents json = new JsonEvents();
    private final EventNaming naming;
    private final LogFile file;
    private final boolean isYoung;

    EventFileReader(LogFile file, GroupNames names, Instant now, EventSink sink) {
        this.file = file;
        this.naming = new EventNaming(file, names, sink);
        this.isYoung = file.modifiedAt().plus(STILL_WRITTEN).isAfter(now);
    }

    /** Hands over every event. @return what a person should know, if anything */
    Optional<String> read(InputStream stored) throws IOException {
        try (OpenedFile opened = OpenedFile.of(stored)) {
            if (!opened.refusal().isEmpty()) {
                return Optional.of("%s is not read: %s".formatted(file.name(), opened.refusal()));
            }
            var frames = new FrameReader(opened.input(), opened.isExport());
            String unfinished = opened.isExport() ? readExport(frames) : readJson(frames);
            naming.finish();
            return frames.damage() == null
                    ? Optional.ofNullable(unfinished)
                    : Optional.of(damaged(frames.line(), frames.damage()));
        } catch (EOFException | ZipException e) {
            return Optional.of(damaged(0, e.getMessage()));
        }
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
                naming.takeBroken(line, number);
            } else {
                for (FoundEvent event : events) {
                    naming.take(event, number);
                }
            }
            number++;
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
