package scenariorca.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.engine.EngineNode;

/** The stack traces the engine writes. */
final class EngineTraces {
    private EngineTraces() {}

    /** The lines of a trace. @param node where it happened; null outside of any node */
    static List<String> of(String exception, String reason, @Nullable EngineNode node) {
        var lines = new ArrayList<String>();
        lines.add(exception + ": " + reason);
        if (node != null) {
            String type = node.kind().label().replace(" ", "") + "Node";
            lines.add("\tat com.forecast.engine.nodes." + type + ".compute(" + type + ".java:"
                    + (40 + node.kind().ordinal() * 7) + ")");
            lines.add("\tat com.forecast.engine.NodeRunner.runNode(NodeRunner.java:118)");
            lines.add("\tat com.forecast.engine.BranchRunner.lambda$run$2(BranchRunner.java:76)");
        }
        lines.add("\tat com.forecast.engine.RunService.execute(RunService.java:203)");
        lines.add("\tat java.base/java.util.concurrent.ThreadPoolExecutor.runWorker(ThreadPoolExecutor.java:1144)");
        lines.add("\tat java.base/java.lang.Thread.run(Thread.java:1583)");
        if (exception.startsWith("java.net") || exception.startsWith("software")) {
            lines.add("Caused by: java.io.IOException: " + reason);
            lines.add("\t... 12 more");
        }
        return lines;
    }
}
