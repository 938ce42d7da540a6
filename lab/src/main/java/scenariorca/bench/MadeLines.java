package scenariorca.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Labelled lines made at run time, in the manner of many kinds of systems: what the pattern miner is judged on beside samples
 * of real ones. Each file in {@code bench/lines} is one system: how often a message comes, a tab, its grammar
 * ({@link LinePart}).
 */
public final class MadeLines {
    /** The systems, each a file. */
    private static final List<String> SYSTEMS = List.of(
            "archive",
            "arena",
            "auth",
            "batch",
            "build",
            "cluster",
            "codes",
            "desktop",
            "handset",
            "kernel",
            "mail",
            "ras",
            "sensors",
            "servicing",
            "shop",
            "steps",
            "tunnel");

    private static final String FOLDER = "/bench/lines/";

    private MadeLines() {}

    /** One set per system; the same seed makes the same lines. */
    public static List<LabelledLines> all(long seed) {
        var values = new LineValues(lines("words.tsv"));
        return SYSTEMS.stream().map(system -> of(system, values, seed)).toList();
    }

    private static LabelledLines of(String system, LineValues values, long seed) {
        var random = new Random(seed * 31 + system.hashCode());
        var made = new ArrayList<LineBuilder>();
        for (String line : lines(system + ".txt")) {
            int tab = line.indexOf('\t');
            List<LinePart> parts = LinePart.parse(line.substring(tab + 1));
            for (int count = Integer.parseInt(line.substring(0, tab)); count > 0; count--) {
                var builder = new LineBuilder(values, random);
                builder.add(parts);
                made.add(builder);
            }
        }
        Collections.shuffle(made, random);
        var lines = new ArrayList<LabelledLines.Line>();
        for (LineBuilder line : made) {
            lines.add(new LabelledLines.Line(String.valueOf(lines.size() + 1), line.content(), line.template()));
        }
        return new LabelledLines(system, lines, true);
    }

    private static List<String> lines(String name) {
        try (InputStream stream = MadeLines.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IllegalStateException("not on the class path: " + FOLDER + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
