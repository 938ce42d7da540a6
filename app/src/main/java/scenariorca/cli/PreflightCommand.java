package scenariorca.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scenariorca.explanation.TypedInputs;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.preflight.Preflight;
import scenariorca.report.Ids;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code rca preflight}: whether a run of a scenario would probably fail. */
@Command(
        name = "preflight",
        description = "Say before a run whether it will probably fail, why, and how long it usually takes.",
        mixinStandardHelpOptions = true)
final class PreflightCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "<scenario id>", description = "The scenario: its id, or the first digits of it.")
    private String scenarioId = "";

    @Option(
            names = "--input",
            paramLabel = "<node id>=<file>",
            description = "A node's whole input as it would be, from a JSON file; may be given several times.")
    private Map<UUID, Path> inputs = Map.of();

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    PreflightCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var typed = new HashMap<UUID, JsonNode>();
        inputs.forEach((node, file) -> typed.put(node, read(file)));
        Preflight found = terminal.ask(reports -> reports.preflight()
                        .answer(
                                new Ids(reports.search()).scenario(scenarioId),
                                new TypedInputs(typed, System.getProperty("user.name", ""))))
                .content();
        terminal.out().print(isJson ? Json.writePretty(found) + "\n" : text(found));
        return 0;
    }

    private static JsonNode read(Path file) {
        try {
            return Json.read(Files.readString(file));
        } catch (IOException | JacksonException e) {
            throw new RcaException(ErrorCode.INVALID_INPUT, file + " is no file with JSON that can be read", e);
        }
    }

    private String text(Preflight found) {
        var screen = terminal.screen();
        screen.text(
                Screen.Look.BOLD,
                String.format(
                        Locale.ROOT,
                        "%s: a run %s (%.0f %%)",
                        found.scenarioName(),
                        found.outlook().equals("nothing speaks for a failure") ? "should work" : found.outlook(),
                        found.failureProbability() * 100));
        for (Preflight.Reason reason : found.reasons()) {
            String by = reason.changedBy() == null || reason.changedBy().isEmpty()
                    ? ""
                    : ", by " + reason.changedBy() + " at " + reason.changedAt();
            String values = reason.after() == null && reason.before() == null
                    ? ""
                    : ": " + value(reason.before()) + " -> " + value(reason.after());
            screen.indented("+ ", Screen.Look.PLAIN, reason.text() + values + by);
        }
        if (found.usualSeconds() != null) {
            screen.text(
                    Screen.Look.PLAIN,
                    String.format(
                            Locale.ROOT,
                            "it usually takes %.0f s, nine of ten less than %.0f s",
                            found.usualSeconds(),
                            found.slowSeconds()));
        }
        screen.text(
                Screen.Look.PLAIN,
                "compared with "
                        + (found.baselineRunId() == null
                                ? "nothing: no run is known to have worked"
                                : "run " + found.baselineRunId() + "; " + found.changedValues() + " values differ")
                        + "; as of " + found.at());
        return screen.lines();
    }

    private static String value(@Nullable String json) {
        return json == null ? "missing" : json;
    }
}
