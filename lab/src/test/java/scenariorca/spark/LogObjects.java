package scenariorca.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Log files as a bucket has them: many packed objects, cut wherever it happened. */
final class LogObjects {
    private LogObjects() {}

    /** Cuts each file of a folder into so many objects, in a folder of its name. */
    static void cut(Path folder, int objects) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            List<String> lines = Files.readAllLines(file);
            Path place = Files.createDirectories(folder.resolve(file.getFileName() + ".d"));
            int each = Math.max(1, (lines.size() + objects - 1) / objects);
            for (int from = 0; from < lines.size(); from += each) {
                Path object = place.resolve(String.format(Locale.ROOT, "%05d.gz", from / each));
                try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(object))) {
                    for (String line : lines.subList(from, Math.min(lines.size(), from + each))) {
                        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
            Files.delete(file);
        }
    }
}
