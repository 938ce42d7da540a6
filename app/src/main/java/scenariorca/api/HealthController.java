package scenariorca.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import scenariorca.platform.Json;
import scenariorca.report.Readiness;
import scenariorca.report.Reports;

/** For those who watch over the server. */
@RestController
@RequestMapping(path = Paths.HEALTH, produces = Media.JSON_TYPE)
@Tag(name = "Health", description = "Is the server alive, and can it answer? Open without a key.")
final class HealthController {
    private static final String ALIVE = "{\"status\":\"live\"}";

    private final Reports reports;

    HealthController(Reports reports) {
        this.reports = reports;
    }

    /**
     * Whether the server runs at all.
     *
     * @return it runs
     */
    @GetMapping("/live")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Liveness.class)))
    ResponseEntity<String> live() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(ALIVE);
    }

    /**
     * Whether questions can be answered, and how fresh the data is.
     *
     * @return they can
     */
    @GetMapping("/ready")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Readiness.class)))
    @ApiResponse(
            responseCode = "503",
            description = "They cannot; the reason is given.",
            content = @Content(schema = @Schema(implementation = Readiness.class)))
    ResponseEntity<String> ready() {
        Readiness readiness = reports.readiness().answer();
        return ResponseEntity.status(readiness.canAnswer() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .body(Json.write(readiness));
    }

    /**
     * That the server runs.
     *
     * @param status always live. Example: live
     */
    record Liveness(String status) {}
}
