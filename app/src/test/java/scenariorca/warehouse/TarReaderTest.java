package scenariorca.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives as another program writes them, unpacked by ours. */
final class TarReaderTest {
    private static final String LONG = "share/" + "a-long-name/".repeat(20);

    @TempDir
    private Path home;

    @Test
    void files_directories_and_links_are_unpacked_with_their_permissions_whatever_the_length_of_their_names()
            throws IOException {
        for (int format : new int[] {TarArchiveOutputStream.LONGFILE_GNU, TarArchiveOutputStream.LONGFILE_POSIX}) {
            Path target = Files.createDirectory(home.resolve("format-" + format));
            byte[] large = new byte[1_500_001];
            new Random(format).nextBytes(large);
            byte[] archive = archive(format, tar -> {
                file(tar, "bin/postgres", large, 0755);
                file(tar, "empty", new byte[0], 0600);
                file(tar, LONG + "größe.txt", "text".getBytes(StandardCharsets.UTF_8), 0640);
                entry(tar, "lib/", TarConstants.LF_DIR, "");
                entry(tar, "lib/link.so", TarConstants.LF_SYMLINK, "../bin/postgres");
                entry(tar, "lib/far.so", TarConstants.LF_SYMLINK, "../" + LONG + "größe.txt");
                entry(tar, "lib/same.so", TarConstants.LF_LINK, "bin/postgres");
            });

            PostgresBinaries.extract(new ByteArrayInputStream(archive), target);

            assertThat(target.resolve("bin/postgres")).hasBinaryContent(large);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target.resolve("bin/postgres"))))
                    .isEqualTo("rwxr-xr-x");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target.resolve("empty"))))
                    .isEqualTo("rw-------");
            assertThat(target.resolve("empty")).isEmptyFile();
            assertThat(target.resolve("lib/link.so")).isSymbolicLink().hasBinaryContent(large);
            assertThat(target.resolve("lib/far.so")).hasContent("text");
            assertThat(target.resolve("lib/same.so")).hasBinaryContent(large);
        }
    }

    @Test
    void an_entry_outside_the_archive_is_refused() throws IOException {
        byte[] archive =
                archive(TarArchiveOutputStream.LONGFILE_GNU, tar -> file(tar, "../outside", new byte[] {1}, 0644));

        assertThatThrownBy(() -> PostgresBinaries.extract(new ByteArrayInputStream(archive), home))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("../outside");
        assertThat(home.resolveSibling("outside")).doesNotExist();
    }

    @Test
    void a_broken_archive_is_refused_and_never_read_without_end() throws IOException {
        byte[] archive =
                archive(TarArchiveOutputStream.LONGFILE_POSIX, tar -> file(tar, "bin/postgres", new byte[9_000], 0755));

        assertThatThrownBy(() -> PostgresBinaries.extract(
                        new ByteArrayInputStream(Arrays.copyOf(archive, 5_000)), home.resolve("cut")))
                .isInstanceOf(IOException.class);
        byte[] noNumber = archive.clone();
        noNumber[124] = 'x';
        assertThatThrownBy(() -> PostgresBinaries.extract(new ByteArrayInputStream(noNumber), home.resolve("broken")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broken header");
    }

    private interface Filling {
        void fill(TarArchiveOutputStream tar) throws IOException;
    }

    private static byte[] archive(int format, Filling filling) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(format);
            tar.setAddPaxHeadersForNonAsciiNames(format == TarArchiveOutputStream.LONGFILE_POSIX);
            filling.fill(tar);
        }
        return bytes.toByteArray();
    }

    private static void file(TarArchiveOutputStream tar, String name, byte[] content, int mode) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        entry.setMode(mode);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static void entry(TarArchiveOutputStream tar, String name, byte kind, String link) throws IOException {
        var entry = new TarArchiveEntry(name, kind);
        entry.setLinkName(link);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }
}
