package scenariorca.web;

import java.util.ArrayList;
import java.util.List;
import scenariorca.platform.Json;
import scenariorca.report.PastVerdict;
import tools.jackson.databind.JsonNode;

/** What was said of a run at a time. */
record PastRunPage(PastVerdict told) {
    /** A suspect of then. */
    record Suspected(String title, double probability) {}

    String headline() {
        String said = told.headline();
        return said == null ? "No verdict had been told on this run." : said;
    }

    List<Suspected> suspects() {
        var suspects = new ArrayList<Suspected>();
        if (told.verdict() != null) {
            for (JsonNode suspect : Json.read(told.verdict().text()).path("suspects")) {
                suspects.add(new Suspected(
                        suspect.path("title").asString(""),
                        suspect.path("probability").asDouble(0)));
            }
        }
        return suspects;
    }
}
