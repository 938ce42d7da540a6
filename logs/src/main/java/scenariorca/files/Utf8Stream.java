package scenariorca.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** A text of another encoding as bytes of UTF-8; what is no character becomes U+FFFD. */
final class Utf8Stream extends InputStream {
    private static final int BUFFER_CHARS = 1 << 13;

    private final InputStreamReader reader;
    private final CharBuffer chars = CharBuffer.allocate(BUFFER_CHARS).flip();
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_CHARS * 3).flip();
    private final CharsetEncoder encoder = StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .replaceWith("\ufffd".getBytes(StandardCharsets.UTF_8));
    private boolean isEnded;

    Utf8Stream(InputStream input, Charset charset) {
        this.reader = new InputStreamReader(input, charset);
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.remaining());
        bytes.get(target, offset, count);
        return count;
    }

    /** Makes sure that bytes are there. @return false at the end */
    private boolean fill() throws IOException {
        while (!bytes.hasRemaining()) {
            if (isEnded) {
                return false;
            }
            chars.compact();
            isEnded = reader.read(chars) < 0;
            chars.flip();
            bytes.clear();
            // Half of a pair of characters at the end of the buffer waits for the other half.
            encoder.encode(chars, bytes, isEnded);
            bytes.flip();
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
