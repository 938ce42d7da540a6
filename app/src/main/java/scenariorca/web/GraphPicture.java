package scenariorca.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import scenariorca.diagnosis.FailingNode;
import scenariorca.diagnosis.Suspect;
import scenariorca.diagnosis.Verdict;
import scenariorca.report.RunNodes;

/**
 * The part of a model's graph that tells how a run failed: from the suspects along the shortest way to the node that failed
 * first, and on to those that failed because of it.
 *
 * @param boxes the nodes
 * @param lines what is computed from what
 * @param above nodes above the failing one that are not drawn
 * @param below nodes that failed because of it and are not drawn
 */
record GraphPicture(int width, int height, List<Box> boxes, List<Line> lines, int above, int below) {
    static final int BOX_WIDTH = 192;
    static final int BOX_HEIGHT = 40;
    private static final int GAP_X = 56;
    private static final int GAP_Y = 16;
    private static final int MARGIN = 8;
    private static final double LIKELY = 0.05;
    private static final int MAX_SUSPECTS = 5;
    private static final int MAX_FAILING = 5;
    private static final int MAX_SOURCES = 5;
    private static final int MAX_FOLDED = 5;
    private static final int NAME = 23;

    /** @param role suspect, failed, folded or plain; says which, beside its colour */
    record Box(UUID id, String name, String fullName, String role, String note, int x, int y) {}

    /**
     * One node is computed from another.
     *
     * @param isLit whether it lies on the way from a suspect to the failure
     */
    record Line(String path, String from, String to, boolean isLit) {}

    static Optional<GraphPicture> of(Verdict verdict, RunNodes nodes) {
        if (verdict.about() != Verdict.About.FAILURE) {
            return Optional.empty();
        }
        var plan = new Plan(verdict, nodes);
        return plan.drawn.size() < 2 ? Optional.empty() : Optional.of(plan.picture());
    }

    /** Which nodes are drawn, in which column. */
    private static final class Plan {
        private final Map<UUID, Set<UUID>> targets = new HashMap<>();
        private final Map<UUID, Set<UUID>> sources = new HashMap<>();
        private final Map<UUID, String> names = new HashMap<>();
        private final Map<UUID, String> roles = new HashMap<>();
        private final Map<UUID, Integer> columns = new LinkedHashMap<>();
        private final Set<String> lit = new LinkedHashSet<>();
        final Set<UUID> drawn = new LinkedHashSet<>();
        private int above;
        private int below;

        Plan(Verdict verdict, RunNodes nodes) {
            for (RunNodes.Edge edge : nodes.edges()) {
                targets.computeIfAbsent(edge.sourceId(), any -> new LinkedHashSet<>())
                        .add(edge.targetId());
                sources.computeIfAbsent(edge.targetId(), any -> new LinkedHashSet<>())
                        .add(edge.sourceId());
                names.put(edge.sourceId(), edge.sourceName());
                names.put(edge.targetId(), edge.targetName());
            }
            List<FailingNode> failing =
                    verdict.firstFailures().stream().limit(MAX_FAILING).toList();
            for (FailingNode node : failing) {
                draw(node.nodeId().value(), node.nodeName(), "failed", 0);
            }
            verdict.suspects().stream()
                    .filter(suspect -> suspect.rank() == 1 || suspect.probability() >= LIKELY)
                    .limit(MAX_SUSPECTS)
                    .forEach(suspect -> path(suspect, failing));
            for (FailingNode node : failing) {
                addSources(node.nodeId().value());
                addFolded(node, nodes);
            }
        }

        private void draw(UUID id, String name, String role, int column) {
            names.putIfAbsent(id, name);
            drawn.add(id);
            columns.merge(id, column, Math::min);
            if (!role.equals("plain") || !roles.containsKey(id)) {
                roles.merge(
                        id,
                        role,
                        (old, now) -> old.equals("failed") && now.equals("suspect")
                                ? "failed suspect"
                                : old.contains("failed") ? old : now);
            }
        }

        /** The shortest way from a suspect's node to the nearest failing one. */
        private void path(Suspect suspect, List<FailingNode> failing) {
            if (suspect.nodeId() == null || suspect.nodeName() == null) {
                return;
            }
            UUID start = suspect.nodeId().value();
            Set<UUID> goals = new LinkedHashSet<>();
            failing.forEach(node -> goals.add(node.nodeId().value()));
            Map<UUID, UUID> next = new HashMap<>();
            var open = new java.util.ArrayDeque<>(goals);
            var seen = new LinkedHashSet<>(goals);
            while (!open.isEmpty() && !seen.contains(start)) {
                UUID at = open.removeFirst();
                for (UUID source : sources.getOrDefault(at, Set.of())) {
                    if (seen.add(source)) {
                        next.put(source, at);
                        open.addLast(source);
                    }
                }
            }
            if (!seen.contains(start)) {
                return;
            }
            List<UUID> way = new ArrayList<>(List.of(start));
            while (next.containsKey(way.getLast())) {
                way.add(Objects.requireNonNull(next.get(way.getLast())));
            }
            for (int index = 0; index < way.size(); index++) {
                UUID id = way.get(index);
                draw(
                        id,
                        names.getOrDefault(id, suspect.nodeName()),
                        index == 0 ? "suspect" : "plain",
                        index - way.size() + 1);
                if (index > 0) {
                    lit.add(way.get(index - 1) + ">" + id);
                }
            }
        }

        private void addSources(UUID id) {
            int count = 0;
            for (UUID source : sources.getOrDefault(id, Set.of())) {
                if (drawn.contains(source)) {
                    continue;
                }
                if (count++ < MAX_SOURCES) {
                    draw(source, "", "plain", -1);
                } else {
                    above++;
                }
            }
        }

        private void addFolded(FailingNode node, RunNodes nodes) {
            Map<String, UUID> failed = new LinkedHashMap<>();
            nodes.calculations().stream()
                    .filter(calculation -> calculation.outcome().equals("failed")
                            || calculation.outcome().equals("timeout"))
                    .forEach(calculation ->
                            failed.putIfAbsent(Show.or(calculation.nodeName(), ""), calculation.nodeId()));
            int count = 0;
            for (String name : node.folded()) {
                UUID id = failed.get(name);
                if (id != null && !drawn.contains(id) && count < MAX_FOLDED) {
                    draw(id, name, "folded", depth(node.nodeId().value(), id));
                    count++;
                }
            }
            below += node.foldedCount() - count;
        }

        private int depth(UUID from, UUID to) {
            Map<UUID, Integer> depths = new HashMap<>(Map.of(from, 0));
            var open = new java.util.ArrayDeque<>(List.of(from));
            while (!open.isEmpty()) {
                UUID at = open.removeFirst();
                for (UUID target : targets.getOrDefault(at, Set.of())) {
                    if (depths.putIfAbsent(target, depths.getOrDefault(at, 0) + 1) == null) {
                        open.addLast(target);
                    }
                }
            }
            return depths.getOrDefault(to, 1);
        }

        GraphPicture picture() {
            List<Integer> used = columns.values().stream().distinct().sorted().toList();
            Map<Integer, Integer> filled = new HashMap<>();
            Map<UUID, Box> boxes = new LinkedHashMap<>();
            for (UUID id : drawn) {
                int column = used.indexOf(columns.getOrDefault(id, 0));
                int row = filled.merge(column, 1, Integer::sum) - 1;
                boxes.put(id, box(id, column, row));
            }
            int rows =
                    filled.values().stream().mapToInt(Integer::intValue).max().orElse(1);
            List<Line> lines = new ArrayList<>();
            for (UUID from : drawn) {
                for (UUID to : targets.getOrDefault(from, Set.of())) {
                    Box source = boxes.get(from);
                    Box target = boxes.get(to);
                    if (source != null && target != null && source.x() < target.x()) {
                        lines.add(new Line(
                                curve(source, target),
                                source.fullName(),
                                target.fullName(),
                                lit.contains(from + ">" + to)));
                    }
                }
            }
            return new GraphPicture(
                    2 * MARGIN + used.size() * (BOX_WIDTH + GAP_X) - GAP_X,
                    2 * MARGIN + rows * (BOX_HEIGHT + GAP_Y) - GAP_Y,
                    List.copyOf(boxes.values()),
                    lines,
                    above,
                    below);
        }

        private Box box(UUID id, int column, int row) {
            String name = Show.or(names.get(id), Show.id(id));
            String role = roles.getOrDefault(id, "plain");
            String note = switch (role) {
                case "failed" -> "✕ failed first";
                case "failed suspect" -> "✕ failed first, ▲ suspect";
                case "suspect" -> "▲ suspect";
                case "folded" -> "✕ failed because of it";
                default -> "";
            };
            return new Box(
                    id,
                    Show.clip(name, NAME),
                    name,
                    role,
                    note,
                    MARGIN + column * (BOX_WIDTH + GAP_X),
                    MARGIN + row * (BOX_HEIGHT + GAP_Y));
        }

        private static String curve(Box from, Box to) {
            int x1 = from.x() + BOX_WIDTH;
            int y1 = from.y() + BOX_HEIGHT / 2;
            int y2 = to.y() + BOX_HEIGHT / 2;
            int middle = (x1 + to.x()) / 2;
            return "M%d %dC%d %d %d %d %d %d".formatted(x1, y1, middle, y1, middle, y2, to.x(), y2);
        }
    }
}
