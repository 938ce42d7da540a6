package scenariorca.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into frames: a JSON object (on one line, several on one line, or over many), or a line of text.
 * An object that is never closed ends where the next line begins one, so that one broken line spoils no other.
 */
final class FrameReader {
    /** Longest frame that is kept; what is beyond is read over. */
    static final int MAX_FRAME_BYTES = 16 << 20;

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream input;
    private final boolean isText;
    private final boolean isArray;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private byte[] frame = new byte[4096];
    private int length;
    private boolean isObject;
    private boolean isWholeLine;
    private int wholeFrom;
    private boolean isCut;
    private boolean isClosed;
    private long line = 1;
    private long frameLine;
    private @Nullable String damage;

    /** @param form lines of text, even those that begin with a brace, or JSON */
    FrameReader(InputStream input, FileForm form) {
        this.input = input;
        this.isText = form == FileForm.LINES;
        this.isArray = form == FileForm.ARRAY;
    }

    /** Goes to the next frame. @return false at the end */
    boolean next() throws IOException {
        int first = skipBlank();
        if (first < 0) {
            return false;
        }
        length = 0;
        isCut = false;
        isClosed = false;
        frameLine = line;
        isObject = first == '{' && !isText;
        isWholeLine = isObject && readWholeLine();
        if (!isWholeLine) {
            readOn();
        }
        return true;
    }

    /** Most objects are alone on a line, and are taken as they lie in the buffer. @return false when this seems to be none */
    private boolean readWholeLine() throws IOException {
        int end = lineEnd();
        int last = end - 1;
        while (last > position && buffer[last] <= ' ' && buffer[last] >= 0) {
            last--;
        }
        if (end < 0 || buffer[last] != '}') {
            return false;
        }
        wholeFrom = position;
        length = last + 1 - position;
        isClosed = true;
        position = end + 1;
        line++;
        return true;
    }

    /** Goes back to the beginning of a whole line that is no object, but several, or a part of one. */
    void cutAgain() throws IOException {
        position = wholeFrom;
        line = frameLine;
        length = 0;
        isClosed = false;
        isWholeLine = false;
        readOn();
    }

    private void readOn() throws IOException {
        if (isObject) {
            readObject();
        } else {
            readLine();
        }
    }

    /** Where the frame lies until the next one is read. */
    JsonEvents.Piece piece() {
        return new JsonEvents.Piece(isWholeLine ? buffer : frame, isWholeLine ? wholeFrom : 0, length);
    }

    /** The text of a frame that is no whole line. */
    String text() {
        return new String(frame, 0, length, StandardCharsets.UTF_8);
    }

    boolean isObject() {
        return isObject;
    }

    boolean isWholeLine() {
        return isWholeLine;
    }

    /** Whether it was longer than what is kept. */
    boolean isCut() {
        return isCut;
    }

    /** Whether something ended it: a brace or a line end, not the end of the file. */
    boolean isClosed() {
        return isClosed;
    }

    /** Number of the line it begins in, from 1. */
    long line() {
        return frameLine;
    }

    /** What is wrong with the packed file, when it could not be read to its end; null when nothing is. */
    @Nullable
    String damage() {
        return damage;
    }

    /** Line ends are blank everywhere; in text, what begins a line is part of it. */
    private int skipBlank() throws IOException {
        while (true) {
            int next = peek();
            if (next == '\n') {
                line++;
            } else if (next != '\r' && (isText || next != ' ' && next != '\t') && !isBetween(next)) {
                return next;
            }
            position++;
        }
    }

    /** What stands around the objects of an array. */
    private boolean isBetween(int next) {
        return isArray && (next == '[' || next == ',' || next == ']');
    }

    private void readLine() throws IOException {
        for (int next = peek(); next >= 0; next = peek()) {
            position++;
            if (next == '\n') {
                line++;
                isClosed = true;
                break;
            }
            keep((byte) next);
        }
        if (length > 0 && frame[length - 1] == '\r') {
            length--;
        }
    }

    private void readObject() throws IOException {
        int depth = 0;
        boolean isInString = false;
        boolean isEscaped = false;
        for (int next = peek(); next >= 0; next = peek()) {
            position++;
            if (next == '\n') {
                line++;
                // JSON has no line end within a string; and only a new object begins a line with a brace.
                if (isInString || peek() == '{' || isCut) {
                    isClosed = true;
                    return;
                }
            }
            keep((byte) next);
            if (isEscaped) {
                isEscaped = false;
            } else if (isInString) {
                isEscaped = next == '\\';
                isInString = next != '"';
            } else if (next == '"') {
                isInString = true;
            } else if (next == '{' || next == '[') {
                depth++;
            } else if ((next == '}' || next == ']') && --depth == 0) {
                isClosed = true;
                return;
            }
        }
    }

    private void keep(byte next) {
        if (length == frame.length) {
            if (length >= MAX_FRAME_BYTES) {
                isCut = true;
                return;
            }
            frame = Arrays.copyOf(frame, Math.min(MAX_FRAME_BYTES, length * 2));
        }
        frame[length++] = next;
    }

    /** Where in the buffer the line ends; -1 when it is longer than the buffer, or not ended. */
    private int lineEnd() throws IOException {
        int searched = position;
        while (true) {
            for (int at = searched; at < limit; at++) {
                if (buffer[at] == '\n') {
                    return at;
                }
            }
            if (position > 0) {
                System.arraycopy(buffer, position, buffer, 0, limit - position);
                limit -= position;
                position = 0;
            }
            searched = limit;
            int more = limit == buffer.length ? 0 : fill(limit);
            if (more == 0) {
                return -1;
            }
            limit += more;
        }
    }

    private int peek() throws IOException {
        if (position >= limit) {
            position = 0;
            limit = fill(0);
            if (limit == 0) {
                return -1;
            }
        }
        return buffer[position] & 0xff;
    }

    private int fill(int from) throws IOException {
        if (damage != null) {
            return 0;
        }
        try {
            return Math.max(0, input.read(buffer, from, buffer.length - from));
        } catch (EOFException | ZipException e) {
            damage = Objects.requireNonNullElse(e.getMessage(), "it ends too early");
            return 0;
        }
    }
}
