package scenariorca.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/**
 * A set of log lines whose templates are known.
 *
 * @param name name of the set. Example: {@code HDFS}
 * @param lines its lines, in the order of the file
 * @param isLabelled whether the file says the true templates
 */
public record LabelledLines(String name, List<Line> lines, boolean isLabelled) {
    public LabelledLines {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param id what the file calls it
     * @param content the message
     * @param template the true template; empty when the file has none
     */
    public record Line(String id, String content, String template) {}

    /** Every set in a directory: {@code D.csv}, or {@code D/D_2k.log_structured_corrected.csv} and its like. */
    public static List<LabelledLines> in(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "--data: expected a directory of CSV files with the columns LineId, Content, EventTemplate; found no directory "
                            + directory);
        }
        try (Stream<Path> entries = Files.list(directory)) {
            List<LabelledLines> sets = entries.sorted()
                    .flatMap(entry -> file(entry).stream())
                    .map(LabelledLines::read)
                    .toList();
            if (sets.isEmpty()) {
                throw new RcaException(
                        ErrorCode.INVALID_INPUT,
                        "--data: expected CSV files with the columns LineId, Content, EventTemplate in " + directory
                                + "; found none");
            }
            return sets;
        } catch (IOException unreadable) {
            throw new RcaException(ErrorCode.INVALID_INPUT, "--data: cannot read " + directory, unreadable);
        }
    }

    private static Optional<Path> file(Path entry) {
        String name = entry.getFileName().toString();
        if (!Files.isDirectory(entry)) {
            return name.endsWith(".csv") ? Optional.of(entry) : Optional.empty();
        }
        return Stream.of("_2k.log_structured_corrected.csv", "_2k.log_structured.csv", "_full.log_structured.csv")
                .map(ending -> entry.resolve(name + ending))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static LabelledLines read(Path file) {
        try {
            List<List<String>> rows = Csv.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            List<String> header = rows.isEmpty() ? List.of() : rows.getFirst();
            int id = header.indexOf("LineId");
            int content = header.indexOf("Content");
            int template = header.indexOf("EventTemplate");
            if (id < 0 || content < 0) {
                throw new RcaException(
                        ErrorCode.INVALID_INPUT, file + ": expected the columns LineId and Content, found " + header);
            }
            int last = Math.max(Math.max(id, content), template);
            var lines = new ArrayList<Line>();
            for (List<String> row : rows.subList(1, rows.size())) {
                if (row.size() > last) {
                    lines.add(new Line(row.get(id), row.get(content), template < 0 ? "" : row.get(template)));
                }
            }
            String name = Arrays.asList(file.getFileName().toString().split("_2k|_full|\\.csv"))
                    .getFirst();
            return new LabelledLines(name, lines, template >= 0);
        } catch (IOException unreadable) {
            throw new RcaException(ErrorCode.INVALID_INPUT, "cannot read " + file, unreadable);
        }
    }
}
