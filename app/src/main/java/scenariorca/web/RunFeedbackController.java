package scenariorca.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import scenariorca.api.Acting;

/** Was the verdict on this run right? */
@Controller
final class RunFeedbackController {
    private final Acting acting;

    RunFeedbackController(Acting acting) {
        this.acting = acting;
    }

    /** A form of the run's page; leads back to it. */
    @PostMapping("/run/{run_id}/feedback")
    ResponseEntity<Void> feedback(@PathVariable(name = "run_id") UUID runId, HttpServletRequest request) {
        acting.judge(runId, request);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", Links.run(runId) + "#verdicts")
                .build();
    }
}
