package scenariorca.warehouse;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/** PostgreSQL's programs, carried in a jar of the class path for the platform the product was built on. */
final class PostgresBinaries {
    /** Major version of the programs carried; part of the data directory's name, as another major cannot read it. */
    static final int MAJOR = 18;

    private PostgresBinaries() {}

    /** Unpacks the programs below {@code directory} unless they are there, and returns their home (it has bin, lib, share). */
    static Path unpack(Path directory) throws IOException {
        Path home = directory.resolve("programs-" + MAJOR);
        if (Files.isDirectory(home)) {
            return home;
        }
        Path partial = Files.createTempDirectory(directory, "unpacking-");
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive())))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                extract(tar, entry, partial);
            }
        }
        Files.setPosixFilePermissions(partial, permissions(0755));
        Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
        return home;
    }

    private static InputStream archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String processor = System.getProperty("os.arch").startsWith("aarch64") ? "arm_64" : "x86_64";
        InputStream found =
                PostgresBinaries.class.getResourceAsStream("/postgres-" + system + "-" + processor + ".txz");
        if (found == null) {
            throw new RcaException(
                    ErrorCode.CONFIGURATION,
                    "no embedded PostgreSQL for %s %s; build on this machine, or set REPORTING_DB_HOST to a server"
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        return found;
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path home) throws IOException {
        Path target = home.resolve(entry.getName()).normalize();
        if (!target.startsWith(home)) {
            throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        Files.setPosixFilePermissions(target, permissions(entry.getMode()));
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        var all = PosixFilePermission.values();
        var result = new HashSet<PosixFilePermission>();
        for (int bit = 0; bit < 9; bit++) {
            if ((mode & (1 << (8 - bit))) != 0) {
                result.add(all[bit]);
            }
        }
        return result;
    }
}
