package scenariorca.web;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import scenariorca.report.Answer;
import scenariorca.report.NodeHistory;
import scenariorca.report.Page;
import scenariorca.report.Reports;

/** What is this node, and when did it fail? */
@Controller
final class NodePageController {
    private final Reports reports;

    NodePageController(Reports reports) {
        this.reports = reports;
    }

    @GetMapping(path = "/node/{node_id}", produces = "text/html")
    @ResponseBody
    View node(@PathVariable(name = "node_id") UUID nodeId) {
        var answers = new Answers();
        NodeHistory node = answers.take(reports.nodeHistory().answer(nodeId));
        return View.of("node.jte", "Node " + Show.or(node.nodeName(), Show.id(nodeId)), Map.of("node", node), answers)
                .in("reliability");
    }

    @GetMapping(path = "/node/{node_id}/failures.csv", produces = "text/csv")
    @ResponseBody
    Answer<Page<NodeHistory.Failure>> failures(@PathVariable(name = "node_id") UUID nodeId) {
        return reports.nodeHistory().failures(nodeId);
    }
}
