package scenariorca.simulator.varied.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import scenariorca.simulator.varied.engine.Node;

/** Stack traces as four languages print them, around an error's own line. */
public final class SpokenTrace {
    private SpokenTrace() {}

    /** The lines of a trace, the error's own line among them. */
    public static List<String> of(String language, Node node, String error) {
        String module = node.type().replace(' ', '_').toLowerCase(Locale.ROOT);
        return switch (language) {
            case "python" -> python(module, node, error);
            case "java" -> java(module, error);
            case "dotnet" -> dotnet(module, error);
            default -> r(module, error);
        };
    }

    private static List<String> python(String module, Node node, String error) {
        var lines = new ArrayList<>(List.of(
                "Traceback (most recent call last):",
                "  File \"/srv/engine/runner.py\", line 212, in _execute",
                "    out = step.compute(frame, params)",
                "  File \"/srv/engine/steps/" + module + ".py\", line " + (40 + node.index() * 7) + ", in compute",
                "    " + node.quantity() + " = self._" + module + "(frame, params)"));
        if (error.length() % 2 == 0) {
            lines.add("  File \"/usr/lib/python3.12/site-packages/numpy/core/_methods.py\", line 49, in _wrap");
            lines.add("    return ufunc(a, axis, dtype, out)");
        }
        lines.add(error);
        return lines;
    }

    private static List<String> java(String module, String error) {
        String type = Character.toUpperCase(module.charAt(0)) + module.substring(1);
        return List.of(
                "com.acme.engine.StepFailedException: step aborted",
                "\tat com.acme.engine.Runner.execute(Runner.java:188)",
                "\tat com.acme.engine.Runner.run(Runner.java:97)",
                "\tat java.base/java.util.concurrent.FutureTask.run(FutureTask.java:317)",
                "Caused by: com.acme.engine.CalculationException: computation not completed",
                "\tat com.acme.engine.steps." + type + "Step.apply(" + type + "Step.java:61)",
                "\t... 4 more",
                "Caused by: " + error,
                "\tat com.acme.engine.steps." + type + "Step.evaluate(" + type + "Step.java:84)",
                "\t... 6 more");
    }

    private static List<String> dotnet(String module, String error) {
        String type = Character.toUpperCase(module.charAt(0)) + module.substring(1);
        return List.of(
                "Acme.Engine.StepFailedException: One or more errors occurred.",
                " ---> " + error,
                "   at Acme.Engine.Steps." + type + ".Evaluate(Frame frame) in /src/Steps/" + type + ".cs:line 73",
                "   at Acme.Engine.Runner.ExecuteAsync(Step step) in /src/Runner.cs:line 141",
                "   --- End of inner exception stack trace ---",
                "   at Acme.Engine.Host.<Main>$(String[] args)");
    }

    private static List<String> r(String module, String error) {
        return List.of(error, "Calls: run_model -> do.call -> step_" + module + " -> vapply", "Execution halted");
    }
}
