package scenariorca.cloudwatch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * A file's text, unpacked if need be, and what kind it is. Kind and packing are told by the content: Firehose gives its
 * files no extension.
 *
 * @param isExport whether it is lines of an export, not JSON
 */
record OpenedFile(InputStream input, boolean isExport) implements AutoCloseable {
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

    private static OpenedFile sniff(BufferedInputStream input) throws IOException {
        input.mark(HEAD_BYTES);
        byte[] head = new byte[HEAD_BYTES];
        int length = 0;
        try {
            length = input.readNBytes(head, 0, HEAD_BYTES);
        } catch (IOException e) {
            // A packed file that breaks off early: what can be read is read again below, and the break is reported
            // there.
        }
        input.reset();
        String text = new String(head, 0, length, StandardCharsets.UTF_8);
        boolean isExport = text.lines()
                .map(String::stripLeading)
                .filter(line -> line.startsWith("{") || ExportLines.isBegin(line))
                .findFirst()
                .map(line -> !line.startsWith("{"))
                .orElse(false);
        return new OpenedFile(input, isExport);
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
