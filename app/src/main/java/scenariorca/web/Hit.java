package scenariorca.web;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import scenariorca.report.SearchHit;

/** Something found, and where its page is. */
record Hit(
        String kind,
        String label,
        String detail,
        String link,
        @Nullable Instant at) {
    static Hit of(SearchHit hit) {
        return new Hit(
                Show.words(hit.kind()),
                Show.or(hit.label(), hit.id()),
                hit.detail() == null
                        ? ""
                        : hit.kind().equals("error_pattern") ? Show.words(hit.detail()) : hit.detail(),
                link(hit),
                hit.at());
    }

    static String link(SearchHit hit) {
        return switch (hit.kind()) {
            case "run" -> Links.run(hit.id());
            case "scenario" -> Links.scenario(hit.id());
            case "user" -> Links.user(hit.id());
            case "error_pattern" -> Links.pattern(hit.id());
            case "node", "input" -> Links.node(hit.id());
            case "problem" -> Links.problem(hit.id());
            case "area" -> "/overview?therapeutic_area=" + Links.encoded(hit.id());
            case "release" -> around(hit.at());
            default -> "/overview?model_id=" + Links.encoded(hit.id());
        };
    }

    /** What else changed an hour before and after. */
    static String around(@Nullable Instant at) {
        return at == null
                ? "/changes"
                : "/changes?from=%s&to=%s".formatted(at.minus(Duration.ofHours(1)), at.plus(Duration.ofHours(1)));
    }
}
