package scenariorca.files;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the characters of a file are written, as its first bytes tell.
 *
 * @param charset what decodes it; null when it is no text
 * @param markBytes length of the byte order mark before the text
 * @param refusal why it cannot be read and how to mend that; empty when it can. Example: {@code it is packed by zstd: unpack
 *     it first}
 */
record TextEncoding(@Nullable Charset charset, int markBytes, String refusal) {
    private static final int MIN_SHOWN_BYTES = 16;
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    /** Byte order marks, a longer one before one that begins like it. */
    private static final List<Mark> MARKS = List.of(
            new Mark("efbbbf", StandardCharsets.UTF_8),
            new Mark("fffe0000", UTF_32LE),
            new Mark("0000feff", UTF_32BE),
            new Mark("fffe", StandardCharsets.UTF_16LE),
            new Mark("feff", StandardCharsets.UTF_16BE));

    /** Beginnings of files that may hold a log but are no text. */
    private static final List<Foreign> FOREIGN = List.of(
            new Foreign("504b0304", "a ZIP archive: unpack it first"),
            new Foreign("28b52ffd", "packed by zstd: unpack it first (zstd -d)"),
            new Foreign("fd377a585a00", "packed by xz: unpack it first (xz -d)"),
            new Foreign("425a68", "packed by bzip2: unpack it first (bzip2 -d)"),
            new Foreign("04224d18", "packed by lz4: unpack it first (lz4 -d)"),
            new Foreign("377abcaf271c", "a 7z archive: unpack it first"),
            new Foreign("ff060000734e61507059", "packed by Snappy: unpack it first"),
            new Foreign("50415231", "a Parquet file: write its rows as JSON, one a line"),
            new Foreign("4f626a01", "an Avro file: write its records as JSON, one a line"),
            new Foreign("4f5243", "an ORC file: write its rows as JSON, one a line"),
            new Foreign("456c6646696c6500", "a Windows event log: export it as text"),
            new Foreign("53514c69746520666f726d6174", "an SQLite database: export its rows as JSON, one a line"));

    private record Mark(String hex, Charset charset) {}

    private record Foreign(String hex, String what) {}

    /** Told by a byte order mark, by a known beginning, or by where zero bytes stand: Latin letters have them in UTF-16 and 32. */
    static TextEncoding of(byte[] head, int length) {
        for (Mark mark : MARKS) {
            if (begins(head, length, mark.hex())) {
                return new TextEncoding(mark.charset(), mark.hex().length() / 2, "");
            }
        }
        for (Foreign foreign : FOREIGN) {
            if (begins(head, length, foreign.hex())) {
                return refused("it is " + foreign.what());
            }
        }
        return byZeros(head, length);
    }

    private static TextEncoding byZeros(byte[] head, int length) {
        int[] zeros = new int[4];
        int controls = 0;
        for (int at = 0; at < length; at++) {
            zeros[at % 4] += head[at] == 0 ? 1 : 0;
            controls += head[at] > 0 && head[at] < ' ' && "\t\n\r\f\b\u001b".indexOf(head[at]) < 0 ? 1 : 0;
        }
        int all = zeros[0] + zeros[1] + zeros[2] + zeros[3];
        int quarter = length / 4;
        if (quarter > 0 && zeros[2] > quarter * 0.9 && zeros[3] > quarter * 0.9 && zeros[0] < quarter * 0.1) {
            return new TextEncoding(UTF_32LE, 0, "");
        }
        if (quarter > 0 && zeros[0] > quarter * 0.9 && zeros[1] > quarter * 0.9 && zeros[3] < quarter * 0.1) {
            return new TextEncoding(UTF_32BE, 0, "");
        }
        int even = zeros[0] + zeros[2];
        int odd = zeros[1] + zeros[3];
        // A log has times and line ends, so even one in Chinese has zeros, and on one side only.
        if (odd > length * 0.05 && even < odd / 20) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 0, "");
        }
        if (even > length * 0.05 && odd < even / 20) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 0, "");
        }
        if (length >= MIN_SHOWN_BYTES && (all > length * 0.02 || controls > length * 0.1)) {
            return refused("it is no text (it begins with the bytes %s): give a log as text or JSON"
                    .formatted(HexFormat.ofDelimiter(" ").formatHex(head, 0, 8)));
        }
        return new TextEncoding(StandardCharsets.UTF_8, 0, "");
    }

    /** Whether the bytes are UTF-8 once the mark is off. */
    boolean isUtf8() {
        return StandardCharsets.UTF_8.equals(charset);
    }

    private static TextEncoding refused(String why) {
        return new TextEncoding(null, 0, why);
    }

    private static boolean begins(byte[] head, int length, String hex) {
        byte[] expected = HexFormat.of().parseHex(hex);
        for (int at = 0; at < expected.length; at++) {
            if (at >= length || head[at] != expected[at]) {
                return false;
            }
        }
        return true;
    }
}
