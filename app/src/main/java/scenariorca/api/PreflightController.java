package scenariorca.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import scenariorca.explanation.TypedInputs;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.JsonText;
import scenariorca.platform.RcaException;
import scenariorca.preflight.Preflight;
import scenariorca.report.Answer;
import scenariorca.report.Check;
import scenariorca.report.Reports;
import tools.jackson.databind.JsonNode;

/** Before a run of a scenario. */
@RestController
@RequestMapping(Paths.BASE + "/scenario/{scenario_id}/preflight")
@Tag(name = "Scenario", description = "What happened to a scenario, and how its runs went.")
final class PreflightController {
    private static final String EXAMPLE = "{\"inputs\": {\"<node id>\": {\"share\": 0.4}}}";

    private final Reports reports;

    PreflightController(Reports reports) {
        this.reports = reports;
    }

    /**
     * Whether a run of the scenario would probably fail, were it started now, why, and how long it usually takes; as of the newest
     * data.
     *
     * @param scenarioId the scenario
     * @return the outlook
     */
    @GetMapping(produces = Media.JSON_TYPE)
    Answer<Preflight> preflight(@PathVariable(name = "scenario_id") UUID scenarioId) {
        return reports.preflight().answer(scenarioId, TypedInputs.NONE);
    }

    /**
     * Inputs as they would be.
     *
     * @param inputs the whole input of a node, by the node's id
     */
    record PreflightBody(Map<UUID, JsonText> inputs) {}

    /**
     * The same with inputs as they would be, instead of those that stand. Nothing is kept.
     *
     * @param scenarioId the scenario
     * @return the outlook
     */
    @PostMapping(produces = Media.JSON_TYPE)
    @RequestBody(
            description = "The whole input of each node that would be changed, by the node's id.",
            content = @Content(mediaType = Media.JSON_TYPE, schema = @Schema(implementation = PreflightBody.class)))
    Answer<Preflight> preflightOf(@PathVariable(name = "scenario_id") UUID scenarioId, HttpServletRequest request) {
        return reports.preflight().answer(scenarioId, new TypedInputs(inputs(request), ""));
    }

    private static Map<UUID, JsonNode> inputs(HttpServletRequest request) {
        JsonNode given = PostedFields.object(request, EXAMPLE).path("inputs");
        if (!given.isObject()) {
            throw new RcaException(ErrorCode.INVALID_INPUT, "The body must be a JSON object such as " + EXAMPLE);
        }
        var inputs = new HashMap<UUID, JsonNode>();
        given.properties().forEach(one -> inputs.put(node(one.getKey()), one.getValue()));
        return inputs;
    }

    private static UUID node(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Check.invalid("inputs", "an object with the ids of nodes as its names", text);
        }
    }
}
