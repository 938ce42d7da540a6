package scenariorca.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import scenariorca.report.NodeGrid;

/**
 * Nodes by runs. Each run is a column, each node a row, in the order in which they are computed. Cells that went well are
 * one shape per column, so that a large grid stays light; each cell that did not is a mark of its own, with its own link.
 *
 * @param label width of the column of names
 * @param rows the nodes drawn
 * @param columns the runs
 * @param hidden nodes not drawn, as nothing happened to them in these runs
 * @param tallies the same in figures, drawn or not; those that failed first
 */
record GridPicture(
        int width, int height, int label, List<Row> rows, List<Column> columns, int hidden, List<Tally> tallies) {
    /** Height of the line with how each run ended. */
    static final int HEAD = 22;

    static final int CELL = 16;
    private static final int LETTER = 7;
    /** Models up to this size are always drawn whole. */
    private static final int SMALL = 30;

    private static final int NAME = 30;

    record Row(String link, String name, String fullName, int y) {}

    /** @param good outline of the cells that went well */
    record Column(String link, String title, String outcome, int x, String good, List<Cell> cells) {}

    record Cell(String link, String title, String outcome, int y) {}

    /**
     * How a node ended in all these runs.
     *
     * @param lastFailure the newest run in which it failed or timed out; null when it did in none
     */
    record Tally(UUID nodeId, String link, String name, Map<String, Long> counts, NodeGrid.@Nullable Run lastFailure) {
        long count(String outcome) {
            return counts.getOrDefault(outcome, 0L);
        }

        private long failures() {
            return count("failed") + count("timeout");
        }
    }

    static GridPicture of(NodeGrid grid, boolean isWhole) {
        List<Integer> shown = shown(grid, isWhole);
        Map<Integer, Integer> y = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (int place : shown) {
            NodeGrid.Node node = grid.nodes().get(place);
            int top = rows.size() * CELL;
            y.put(place, top);
            String name = Show.or(node.name(), Show.id(node.nodeId()));
            rows.add(new Row(Links.node(node.nodeId()), Show.clip(name, NAME), name, top));
        }
        List<Column> columns = new ArrayList<>();
        for (NodeGrid.Run run : grid.runs()) {
            columns.add(column(grid, run, shown, y, columns.size() * CELL));
        }
        return new GridPicture(
                grid.runs().size() * CELL,
                rows.size() * CELL,
                rows.stream().mapToInt(row -> row.name().length()).max().orElse(0) * LETTER + 2 * CELL,
                rows,
                columns,
                grid.nodes().size() - shown.size(),
                tallies(grid));
    }

    private static List<Tally> tallies(NodeGrid grid) {
        List<Tally> tallies = new ArrayList<>();
        for (int place = 0; place < grid.nodes().size(); place++) {
            NodeGrid.Node node = grid.nodes().get(place);
            Map<String, Long> counts = new HashMap<>();
            NodeGrid.Run last = null;
            for (NodeGrid.Run run : grid.runs()) {
                String outcome = run.outcomes().get(place);
                if (outcome != null) {
                    counts.merge(outcome, 1L, Long::sum);
                    last = outcome.equals("failed") || outcome.equals("timeout") ? run : last;
                }
            }
            String name = Show.or(node.name(), Show.id(node.nodeId()));
            tallies.add(new Tally(node.nodeId(), Links.node(node.nodeId()), name, counts, last));
        }
        tallies.sort(Comparator.comparingLong(Tally::failures).reversed());
        return tallies;
    }

    private static List<Integer> shown(NodeGrid grid, boolean isWhole) {
        if (isWhole || grid.nodes().size() <= SMALL) {
            return IntStream.range(0, grid.nodes().size()).boxed().toList();
        }
        var places = new TreeSet<Integer>();
        grid.runs()
                .forEach(run -> run.outcomes().forEach((place, outcome) -> {
                    if (!outcome.equals("success")) {
                        places.add(place);
                    }
                }));
        return List.copyOf(places);
    }

    private static Column column(NodeGrid grid, NodeGrid.Run run, List<Integer> shown, Map<Integer, Integer> y, int x) {
        var good = new StringBuilder();
        List<Cell> cells = new ArrayList<>();
        int from = -1;
        for (int index = 0; index <= shown.size(); index++) {
            String outcome = index < shown.size() ? run.outcomes().get(shown.get(index)) : null;
            boolean isGood = "success".equals(outcome);
            if (isGood && from < 0) {
                from = index;
            } else if (!isGood && from >= 0) {
                good.append("M%d %dh%dv%dh-%dz"
                        .formatted(x + 1, from * CELL + 1, CELL - 2, (index - from) * CELL - 2, CELL - 2));
                from = -1;
            }
            if (outcome != null && !isGood) {
                NodeGrid.Node node = grid.nodes().get(shown.get(index));
                String name = Show.or(node.name(), Show.id(node.nodeId()));
                cells.add(new Cell(
                        Links.run(run.runId()) + "#node-" + node.nodeId(),
                        name + ": " + Show.words(outcome) + ", run of " + Show.time(run.startedAt()) + " UTC",
                        outcome,
                        y.getOrDefault(shown.get(index), 0)));
            }
        }
        String title = "Run of " + Show.time(run.startedAt()) + " UTC: " + Show.words(run.outcome());
        return new Column(Links.run(run.runId()), title, run.outcome(), x, good.toString(), cells);
    }
}
