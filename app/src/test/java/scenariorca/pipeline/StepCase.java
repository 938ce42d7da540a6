package scenariorca.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a step of a load makes of given rows, as a file of {@code src/test/sql/load} tells it: a caption, tables of given
 * rows, the steps that run, tables of expected rows. A cell without text is null; in a column of ids any word is an id.
 *
 * @param caption the claim
 * @param given rows there are before
 * @param steps which run, as {@code phase/step} or whole phases, with their numbers
 * @param expected rows there must be then, and no others, by the columns named
 */
record StepCase(String caption, List<Rows> given, List<String> steps, List<Rows> expected) {
    /**
     * @param table its name
     * @param columns the columns that are given; of others a value is made up if they must have one
     * @param cells of each row, one per column; empty for null
     */
    record Rows(String table, List<String> columns, List<List<String>> cells) {}

    static StepCase parse(String file) {
        var caption = new StringBuilder();
        var given = new ArrayList<Rows>();
        var steps = new ArrayList<String>();
        var expected = new ArrayList<Rows>();
        for (String paragraph : file.strip().split("\n\\s*\n")) {
            List<String> lines = paragraph.lines().toList();
            String[] head = lines.getFirst().split(" ", 2);
            switch (head[0]) {
                case "--" -> lines.forEach(line -> caption.append(line.substring(2)));
                case "given" -> given.add(rows(head[1], lines));
                case "when" -> lines.forEach(line -> steps.add(line.replaceFirst("^(when|and) ", "")));
                case "then" -> expected.add(rows(head[1], lines));
                default -> throw new IllegalArgumentException("neither given, when nor then: " + lines.getFirst());
            }
        }
        return new StepCase(caption.toString().strip(), given, steps, expected);
    }

    private static Rows rows(String table, List<String> lines) {
        return new Rows(
                table.strip(),
                cells(lines.get(1)),
                lines.stream().skip(2).map(StepCase::cells).toList());
    }

    private static List<String> cells(String line) {
        return Stream.of(line.split("\\|", -1)).map(String::strip).toList();
    }

    /** The steps named, in the order they are named. */
    List<LoadStep> toRun() {
        return steps.stream()
                .flatMap(name -> {
                    String phase = name.replaceFirst("/.*", "");
                    return LoadStep.of(phase).stream()
                            .filter(step -> !name.contains("/") || name.endsWith("/" + step.name()));
                })
                .toList();
    }
}
