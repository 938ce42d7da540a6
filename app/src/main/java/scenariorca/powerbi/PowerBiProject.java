package scenariorca.powerbi;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/** The Power BI project as the program carries it, and copies of it for an installation. */
public final class PowerBiProject {
    private static final String ROOT = "/powerbi";
    private static final String SELF_CHECK = "ScenarioRca.SemanticModel/DAXQueries/self-check.dax";

    private PowerBiProject() {}

    /**
     * Writes the project's files below a directory, which is made if need be; other files there stay as they are.
     *
     * @param expected what each measure must say, for the check in Power BI itself; empty when nobody asked a warehouse
     * @return how many files were written
     */
    public static int write(Path directory, Installation installation, Map<String, String> expected) {
        SequencedMap<String, byte[]> files = carried();
        installation.places().forEach((file, places) -> substitute(files, file, places));
        if (!expected.isEmpty()) {
            files.computeIfPresent(SELF_CHECK, (_, bytes) -> bytes(SelfCheck.fill(text(bytes), expected)));
        }
        files.forEach((file, bytes) -> write(directory.resolve(file), bytes));
        return files.size();
    }

    private static void substitute(Map<String, byte[]> files, String file, List<Place> places) {
        String text = text(Objects.requireNonNull(files.get(file), file));
        for (Place place : places) {
            text = place.fill(file, text);
        }
        files.put(file, bytes(text));
    }

    private static void write(Path path, byte[] bytes) {
        try {
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.write(path, bytes);
        } catch (IOException e) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "%s cannot be written: %s; choose a directory you can write to".formatted(path, e.getMessage()),
                    e);
        }
    }

    /** The bytes of every file, by its path below the project's directory. */
    private static SequencedMap<String, byte[]> carried() {
        URL shortcut = Objects.requireNonNull(PowerBiProject.class.getResource(ROOT + "/ScenarioRca.pbip"));
        try {
            if (!shortcut.getProtocol().equals("jar")) {
                return filesBelow(
                        Objects.requireNonNull(Path.of(shortcut.toURI()).getParent()));
            }
            Path jar = Path.of(PowerBiProject.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (FileSystem inside = FileSystems.newFileSystem(jar)) {
                return filesBelow(inside.getPath(ROOT));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the Power BI project cannot be read from " + shortcut, e);
        }
    }

    private static SequencedMap<String, byte[]> filesBelow(Path root) throws IOException {
        var found = new LinkedHashMap<String, byte[]>();
        try (var walk = Files.walk(root)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                found.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return found;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
