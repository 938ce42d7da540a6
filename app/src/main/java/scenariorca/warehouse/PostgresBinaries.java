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
import org.tukaani.xz.XZInputStream;
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
        try (InputStream archive = archive()) {
            extract(new BufferedInputStream(new XZInputStream(archive)), partial);
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

    /** @throws IOException when the archive is broken or has an entry outside it */
    static void extract(InputStream archive, Path home) throws IOException {
        var tar = new TarReader(archive);
        for (var entry = tar.next(); entry.isPresent(); entry = tar.next()) {
            extract(tar, entry.get(), home);
        }
    }

    private static void extract(TarReader tar, TarReader.Entry entry, Path home) throws IOException {
        Path target = within(home, entry.name());
        switch (entry.kind()) {
            case DIRECTORY -> Files.createDirectories(target);
            case SYMBOLIC_LINK -> {
                Files.createDirectories(target.getParent());
                Files.createSymbolicLink(target, Path.of(entry.link()));
            }
            case HARD_LINK -> {
                Files.createDirectories(target.getParent());
                Files.createLink(target, within(home, entry.link()));
            }
            case FILE -> {
                Files.createDirectories(target.getParent());
                Files.copy(tar.content(), target);
                Files.setPosixFilePermissions(target, permissions(entry.mode()));
            }
        }
    }

    private static Path within(Path home, String name) throws IOException {
        Path path = home.resolve(name).normalize();
        if (!path.startsWith(home)) {
            throw new IOException("entry outside the archive: " + name);
        }
        return path;
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
