package scenariorca.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Writes rows that Java derived into a table by COPY. Closing it ends the COPY. */
final class CopyWriter implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final OutputStream out;

    /** @param target table and columns. Example: {@code input_difference (id, difference)} */
    CopyWriter(Connection connection, String target) throws SQLException {
        this.out = new PGCopyOutputStream(
                connection.unwrap(PGConnection.class), "copy " + target + " from stdin", BUFFER_BYTES);
    }

    void row(@Nullable String... values) throws IOException {
        var line = new StringBuilder();
        for (int at = 0; at < values.length; at++) {
            if (at > 0) {
                line.append('\t');
            }
            append(line, values[at]);
        }
        out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void append(StringBuilder line, @Nullable String value) {
        if (value == null) {
            line.append("\\N");
            return;
        }
        if (isPlain(value)) {
            line.append(value);
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            switch (character) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\0' -> line.append('\ufffd'); // the database holds no NUL
                default -> line.append(character);
            }
        }
    }

    private static boolean isPlain(String value) {
        for (int at = 0; at < value.length(); at++) {
            char character = value.charAt(at);
            if (character < ' ' || character == '\\') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
