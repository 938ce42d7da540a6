package scenariorca.warehouse;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads a tar archive (POSIX ustar and pax, GNU) from its beginning to its end, one entry after the other. */
final class TarReader {
    private static final int BLOCK = 512;
    /** Names and attributes longer than this are no part of any archive of ours. */
    private static final int MAX_ATTRIBUTES = 1 << 20;

    private final InputStream in;
    /** Bytes of the present entry's content, and of its padding, that were not read yet. */
    private long content;

    private long padding;

    TarReader(InputStream in) {
        this.in = in;
    }

    /** What an entry is. */
    enum Kind {
        FILE,
        DIRECTORY,
        SYMBOLIC_LINK,
        /** To an entry before it. */
        HARD_LINK
    }

    /**
     * An entry.
     *
     * @param name its path. Example: bin/postgres
     * @param link where a link leads; empty for others
     * @param mode its permissions, 0 to 0777
     */
    record Entry(Kind kind, String name, String link, int mode) {}

    /** The next entry, skipping what was not read of the last; empty at the end. */
    Optional<Entry> next() throws IOException {
        Map<String, String> attributes = new HashMap<>();
        while (true) {
            in.skipNBytes(content + padding);
            byte[] header = in.readNBytes(BLOCK);
            if (header.length < BLOCK || header[0] == 0) {
                return Optional.empty();
            }
            content = number(header, 124, 12);
            padding = (BLOCK - content % BLOCK) % BLOCK;
            switch (header[156]) {
                case 'L' -> attributes.put("path", text(attributes(), 0, Integer.MAX_VALUE));
                case 'K' -> attributes.put("linkpath", text(attributes(), 0, Integer.MAX_VALUE));
                case 'x' -> attributes.putAll(pax(new String(attributes(), StandardCharsets.UTF_8)));
                case 'g' -> {}
                default -> {
                    return Optional.of(entry(header, attributes));
                }
            }
        }
    }

    /** The content of the entry returned last; it ends where the content does. */
    InputStream content() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (content == 0) {
                    return -1;
                }
                int read = in.read(bytes, offset, (int) Math.min(length, content));
                if (read < 0) {
                    throw new EOFException("the archive ends within an entry");
                }
                content -= read;
                return read;
            }
        };
    }

    private byte[] attributes() throws IOException {
        if (content > MAX_ATTRIBUTES) {
            throw new IOException("the archive has an entry with %d bytes of attributes".formatted(content));
        }
        return content().readAllBytes();
    }

    private static Entry entry(byte[] header, Map<String, String> attributes) throws IOException {
        String name = text(header, 0, 100);
        String prefix = text(header, 257, 8).equals("ustar") ? text(header, 345, 155) : "";
        Kind kind = switch (header[156]) {
            case 0, '0', '7' -> name.endsWith("/") ? Kind.DIRECTORY : Kind.FILE;
            case '1' -> Kind.HARD_LINK;
            case '2' -> Kind.SYMBOLIC_LINK;
            case '5' -> Kind.DIRECTORY;
            default ->
                throw new IOException(
                        "the archive's entry %s is of the unknown kind %c".formatted(name, (char) header[156]));
        };
        return new Entry(
                kind,
                attributes.getOrDefault("path", prefix.isEmpty() ? name : prefix + "/" + name),
                attributes.getOrDefault("linkpath", text(header, 157, 100)),
                (int) number(header, 100, 8) & 0777);
    }

    /** Lines such as {@code 30 path=share/postgresql}: the length of the whole line in bytes, then key and value. */
    private static Map<String, String> pax(String lines) {
        Map<String, String> found = new HashMap<>();
        lines.lines()
                .map(line -> line.substring(line.indexOf(' ') + 1).split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> found.put(pair[0], pair[1]));
        return found;
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < header.length && end - from < length && header[end] != 0) {
            end++;
        }
        return new String(Arrays.copyOfRange(header, from, end), StandardCharsets.UTF_8);
    }

    private static long number(byte[] header, int from, int length) throws IOException {
        String octal = text(header, from, length).strip();
        try {
            return octal.isEmpty() ? 0 : Long.parseLong(octal, 8);
        } catch (NumberFormatException e) {
            throw new IOException("the archive has a broken header", e);
        }
    }
}
