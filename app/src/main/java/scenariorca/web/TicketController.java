package scenariorca.web;

import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import scenariorca.diagnosis.Verdict;
import scenariorca.report.Reports;
import scenariorca.report.RunDiagnostics;

/** What to paste into a ticket. */
@Controller
final class TicketController {
    private static final MediaType MARKDOWN = MediaType.parseMediaType("text/markdown;charset=UTF-8");

    private final Reports reports;
    private final Home home;

    TicketController(Reports reports, Home home) {
        this.reports = reports;
        this.home = home;
    }

    @GetMapping("/run/{run_id}/ticket.md")
    ResponseEntity<String> ticket(@PathVariable(name = "run_id") UUID runId) {
        var answers = new Answers();
        Verdict verdict = answers.take(reports.explanation().answer(runId));
        RunDiagnostics diagnostics = answers.take(reports.runDiagnostics().answer(runId));
        return ResponseEntity.ok().contentType(MARKDOWN).body(new Ticket(home.address()).of(verdict, diagnostics));
    }
}
