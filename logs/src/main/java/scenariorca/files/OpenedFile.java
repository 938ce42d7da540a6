package scenariorca.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * A file's text, unpacked if need be, and what kind it is. Kind and packing are told by the content: Firehose gives its
 * files no extension.
 *
 * @param form how its events are written
 * @param refusal why nothing of it is read and how to mend that; empty when it is text
 */
record OpenedFile(InputStream input, FileForm form, String refusal) implements AutoCloseable {
    private static final int HEAD_BYTES = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;

    static OpenedFile of(InputStream stored) throws IOException {
        var buffered = new BufferedInputStream(stored, HEAD_BYTES);
        buffered.mark(2);
        int magic = buffered.read() << 8 | buffered.read();
        buffered.reset();
        if (magic != GZIP_MAGIC) {
            return sniff(buffered);
        }
        return sniff(new BufferedInputStream(new GZIPInputStream(new Patient(buffered), HEAD_BYTES), HEAD_BYTES));
    }

    private static OpenedFile sniff(BufferedInputStream stored) throws IOException {
        byte[] head = new byte[HEAD_BYTES];
        TextEncoding encoding = TextEncoding.of(head, peek(stored, head));
        Charset charset = encoding.charset();
        if (charset == null) {
            return new OpenedFile(stored, FileForm.UNKNOWN, encoding.refusal());
        }
        stored.skipNBytes(encoding.markBytes());
        BufferedInputStream input =
                encoding.isUtf8() ? stored : new BufferedInputStream(new Utf8Stream(stored, charset), HEAD_BYTES);
        String text = new String(head, 0, peek(input, head), StandardCharsets.UTF_8);
        return new OpenedFile(input, FileForm.of(text), "");
    }

    /** Reads the beginning and goes back. @return how many bytes it has */
    private static int peek(BufferedInputStream input, byte[] head) throws IOException {
        input.mark(HEAD_BYTES);
        int length = 0;
        try {
            for (int read = 0; read >= 0 && length < HEAD_BYTES; length += Math.max(0, read)) {
                read = input.read(head, length, HEAD_BYTES - length);
            }
        } catch (IOException e) {
            // A packed file that breaks off early: what can be read is read again later, and the break is reported
            // there.
        }
        input.reset();
        return length;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }

    /**
     * Says that more may come as long as the end is not reached: GZIPInputStream asks before it looks for another packed
     * part, and a network stream answers 0 between two packets; the parts behind would be lost without a word.
     */
    private static final class Patient extends java.io.FilterInputStream {
        Patient(BufferedInputStream input) {
            super(input);
        }

        @Override
        public int available() throws IOException {
            in.mark(1);
            int next = in.read();
            in.reset();
            return next < 0 ? 0 : Math.max(1, in.available());
        }
    }
}
