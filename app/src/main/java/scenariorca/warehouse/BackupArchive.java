package scenariorca.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import tools.jackson.core.JacksonException;

/** A file of {@link Backup}, every byte of which was read and found right: checksums, digests, rows and their columns. */
final class BackupArchive implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private final ZipFile zip;
    private final BackupManifest manifest;

    private BackupArchive(Path file, ZipFile zip) throws IOException {
        this.file = file;
        this.zip = zip;
        this.manifest = read();
    }

    /** @throws RcaException INVALID_INPUT, saying why, when the file is no whole backup */
    static BackupArchive open(Path file) throws IOException {
        ZipFile zip = null;
        try {
            zip = new ZipFile(file.toFile());
            var archive = new BackupArchive(file, zip);
            for (BackupManifest.Table table : archive.manifest.tables()) {
                archive.check(table);
            }
            return archive;
        } catch (ZipException e) {
            close(zip);
            throw broken(file, "is nothing that ./rca backup wrote, or only a part of it (" + e.getMessage() + ")");
        } catch (IOException e) {
            close(zip);
            throw broken(file, "cannot be read: " + e.getMessage());
        } catch (RcaException e) {
            close(zip);
            throw e;
        }
    }

    BackupManifest manifest() {
        return manifest;
    }

    /** The rows of a table, as COPY reads them. Close it. */
    InputStream rows(BackupManifest.Table table) throws IOException {
        return zip.getInputStream(entry(table));
    }

    BackupSummary summary(double seconds) throws IOException {
        return manifest.summary(Files.size(file), seconds);
    }

    RcaException broken(String why) {
        return broken(file, why);
    }

    private static RcaException broken(Path file, String why) {
        return new RcaException(ErrorCode.INVALID_INPUT, file + " " + why + "; nothing was changed");
    }

    private BackupManifest read() throws IOException {
        ZipEntry entry = zip.getEntry(BackupManifest.ENTRY);
        if (entry == null) {
            throw broken("is no backup made by rca backup: it has no " + BackupManifest.ENTRY);
        }
        BackupManifest read;
        try (InputStream in = zip.getInputStream(entry)) {
            read = Json.mapper().readValue(in, BackupManifest.class);
        } catch (JacksonException e) {
            throw broken("has a manifest that cannot be read: " + e.getOriginalMessage());
        }
        if (read.format() < BackupManifest.OLDEST_FORMAT || read.format() > BackupManifest.FORMAT) {
            throw broken("has the layout %d, and this rca reads %d; restore it with the rca that made it"
                    .formatted(read.format(), BackupManifest.FORMAT));
        }
        return read;
    }

    private ZipEntry entry(BackupManifest.Table table) {
        ZipEntry entry = zip.getEntry(table.entry());
        if (entry == null) {
            throw broken("lacks " + table.entry() + "; it is not whole");
        }
        return entry;
    }

    private void check(BackupManifest.Table table) throws IOException {
        var checksum = new CRC32();
        MessageDigest digest = sha256();
        var rows = new Rows(table);
        try (var in = new DigestInputStream(new CheckedInputStream(rows(table), checksum), digest)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                rows.read(buffer, read);
            }
        }
        if (checksum.getValue() != entry(table).getCrc()) {
            throw broken("is damaged: the checksum of %s is wrong".formatted(table.entry()));
        }
        rows.end();
        String found = HexFormat.of().formatHex(digest.digest());
        boolean isToHaveOne = manifest.format() > BackupManifest.OLDEST_FORMAT;
        if (isToHaveOne && !found.equals(table.sha256())) {
            throw broken("is damaged: %s is not what was written (its digest differs)".formatted(table.entry()));
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Counts the rows of a table, and the columns of each: in COPY's text neither line end nor tab stands for itself. */
    private final class Rows {
        private final BackupManifest.Table table;
        private long count;
        private int tabs;
        private byte last = '\n';

        Rows(BackupManifest.Table table) {
            this.table = table;
        }

        void read(byte[] bytes, int length) {
            for (int at = 0; at < length; at++) {
                last = bytes[at];
                if (last == '\t') {
                    tabs++;
                } else if (last == '\n') {
                    count++;
                    if (tabs + 1 != table.columns().size()) {
                        throw broken("is damaged: row %,d of %s has %d columns, and the table has %d"
                                .formatted(
                                        count,
                                        table.name(),
                                        tabs + 1,
                                        table.columns().size()));
                    }
                    tabs = 0;
                }
            }
        }

        void end() {
            if (last != '\n' || count != table.rows()) {
                throw broken("is damaged: it has %,d whole rows of %s, and its manifest says %,d"
                        .formatted(count, table.name(), table.rows()));
            }
        }
    }

    private static void close(@org.jspecify.annotations.Nullable ZipFile zip) throws IOException {
        if (zip != null) {
            zip.close();
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
