package scenariorca.logs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows in the binary format of PostgreSQL's COPY, value by value in the order of the columns: neither side has to write
 * and read numbers, times and ids as text. Closing it writes the end and closes the stream.
 */
public final class BinaryRows implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final byte[] HEADER = "PGCOPY\n\u00ff\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final long MICROS_1970_TO_2000 = 946_684_800_000_000L;
    private static final int TEXT_TYPE = 25;
    private static final byte JSONB_VERSION = 1;

    private final OutputStream out;
    private final int columns;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int used;

    /** @param columns how many values a row has */
    public BinaryRows(OutputStream out, int columns) {
        this.out = out;
        this.columns = columns;
        System.arraycopy(HEADER, 0, buffer, 0, HEADER.length);
        used = HEADER.length;
    }

    /** Begins a row; as many values as there are columns follow. */
    public BinaryRows row() throws IOException {
        room(2);
        buffer[used++] = (byte) (columns >> 8);
        buffer[used++] = (byte) columns;
        return this;
    }

    public BinaryRows none() throws IOException {
        room(4);
        fourBytes(-1);
        return this;
    }

    public BinaryRows bigint(long value) throws IOException {
        room(12);
        fourBytes(8);
        eightBytes(value);
        return this;
    }

    public BinaryRows integer(int value) throws IOException {
        room(8);
        fourBytes(4);
        fourBytes(value);
        return this;
    }

    public BinaryRows flag(boolean value) throws IOException {
        room(5);
        fourBytes(1);
        buffer[used++] = (byte) (value ? 1 : 0);
        return this;
    }

    /** @param micros since 1970 */
    public BinaryRows time(long micros) throws IOException {
        return bigint(micros - MICROS_1970_TO_2000);
    }

    public BinaryRows id(@Nullable UUID value) throws IOException {
        if (value == null) {
            return none();
        }
        room(20);
        fourBytes(16);
        eightBytes(value.getMostSignificantBits());
        eightBytes(value.getLeastSignificantBits());
        return this;
    }

    public BinaryRows text(@Nullable String value) throws IOException {
        if (value == null) {
            return none();
        }
        byte[] bytes = bytes(value);
        room(4);
        fourBytes(bytes.length);
        write(bytes);
        return this;
    }

    public BinaryRows json(@Nullable String value) throws IOException {
        if (value == null) {
            return none();
        }
        byte[] bytes = bytes(value);
        room(5);
        fourBytes(bytes.length + 1);
        buffer[used++] = JSONB_VERSION;
        write(bytes);
        return this;
    }

    /** An array of texts; null when there is none in the list. */
    public BinaryRows texts(List<String> values) throws IOException {
        if (values.isEmpty()) {
            return none();
        }
        List<byte[]> elements = values.stream().map(BinaryRows::bytes).toList();
        int length =
                20 + elements.stream().mapToInt(element -> 4 + element.length).sum();
        room(24);
        fourBytes(length);
        fourBytes(1); // dimensions
        fourBytes(0); // no nulls
        fourBytes(TEXT_TYPE);
        fourBytes(elements.size());
        fourBytes(1); // the first one's number
        for (byte[] element : elements) {
            room(4);
            fourBytes(element.length);
            write(element);
        }
        return this;
    }

    /** The database holds no NUL. */
    private static byte[] bytes(String text) {
        return (text.indexOf('\0') < 0 ? text : text.replace('\0', '\ufffd')).getBytes(StandardCharsets.UTF_8);
    }

    private void room(int bytes) throws IOException {
        if (used + bytes > buffer.length) {
            out.write(buffer, 0, used);
            used = 0;
        }
    }

    private void write(byte[] bytes) throws IOException {
        if (bytes.length > buffer.length) {
            out.write(buffer, 0, used);
            used = 0;
            out.write(bytes, 0, bytes.length);
            return;
        }
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, used, bytes.length);
        used += bytes.length;
    }

    private void fourBytes(int value) {
        buffer[used++] = (byte) (value >> 24);
        buffer[used++] = (byte) (value >> 16);
        buffer[used++] = (byte) (value >> 8);
        buffer[used++] = (byte) value;
    }

    private void eightBytes(long value) {
        fourBytes((int) (value >> 32));
        fourBytes((int) value);
    }

    @Override
    public void close() throws IOException {
        room(2);
        buffer[used++] = -1;
        buffer[used++] = -1;
        out.write(buffer, 0, used);
        used = 0;
        out.close();
    }
}
