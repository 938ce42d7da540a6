package scenariorca.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.Json;
import scenariorca.platform.JsonText;
import scenariorca.report.JourneyOutline;
import scenariorca.report.UserJourney.Metrics;
import scenariorca.report.UserJourney.UserAction;
import scenariorca.report.UserJourney.UserSession;
import scenariorca.report.UserJourneyReport;
import tools.jackson.databind.JsonNode;

/**
 * What a user did, the newest first.
 *
 * @param inOrder actions in the order of one of their columns; null for the newest first
 */
record JourneyPage(
        JourneyOutline journey,
        UserJourneyReport.Question question,
        @Nullable Listing<UserAction> inOrder,
        Sorting sorting) {
    static final int ACTIONS = 200;

    /** Sessions listed at first; the others are a click away. */
    static final int SESSIONS = 12;

    /** The answer as a sentence. */
    String headline() {
        Metrics metrics = journey.metrics();
        if (journey.actionCount() == 0) {
            return "%s did nothing in the last %s."
                    .formatted(journey.userId(), Show.count(journey.daysAnalyzed(), "day"));
        }
        String failed =
                metrics.failedActions() == 0 ? "" : "; " + Show.number(metrics.failedActions()) + " did not work";
        return "%s did %s on %d of the last %s, mostly “%s”%s."
                .formatted(
                        journey.userId(),
                        Show.count(journey.actionCount(), "thing"),
                        metrics.activeDays(),
                        Show.count(journey.daysAnalyzed(), "day"),
                        Show.words(metrics.mostCommonAction()),
                        failed);
    }

    LanePicture lanes() {
        return LanePicture.of(journey, this);
    }

    /** Where the action at this place, oldest moment first, is listed. */
    String link(int place) {
        int index = journey.moments().size() - 1 - place;
        return address(index / ACTIONS + 1) + "#action-" + index;
    }

    /** The place, newest first, of an action of this page. */
    int place(int index) {
        return (journey.number() - 1) * ACTIONS + index;
    }

    List<UserSession> sessions() {
        return sorting.sorted(
                "sessions", SortColumns.SESSIONS, journey.sessions().reversed());
    }

    List<UserAction> actions() {
        return inOrder == null ? journey.actions() : inOrder.items();
    }

    String address(int page) {
        return Links.user(journey.userId(), "", query() + (page == 1 ? "" : "&page=" + page));
    }

    /** Where the form of filters leads to. */
    String action() {
        return path(journey.userId());
    }

    static String path(String userId) {
        String page = Links.user(userId);
        return page.startsWith("/user?") ? "/user" : page;
    }

    /** All that is asked for, the user where the path has no room for the name. */
    static QueryString asked(UserJourneyReport.Question question) {
        String userId = question.userId();
        return new QueryString()
                .with("user_id", path(userId).equals("/user") ? userId : null)
                .with("days", question.window().days())
                .with("scenario_id", question.scenarioId());
    }

    String query() {
        return "days=" + question.window().days()
                + (question.scenarioId() == null ? "" : "&scenario_id=" + question.scenarioId());
    }

    /** The page of what an action was done to. */
    static String target(UserAction action) {
        if (action.targetEntity().equals("run")) {
            return Links.run(action.targetEntityId());
        }
        return action.scenarioId() == null ? "" : Links.scenario(action.scenarioId());
    }

    /** What is known of an action, in words where it is known how. */
    static String details(JsonText details) {
        JsonNode known = Json.read(details.text());
        JsonNode node = known.path("node_name");
        if (node.isString()) {
            List<String> paths = new ArrayList<>();
            known.path("paths").forEach(path -> paths.add(path.asString("")));
            return node.stringValue() + (paths.isEmpty() ? "" : ": " + String.join(", ", paths));
        }
        JsonNode seconds = known.path("duration_seconds");
        if (known.has("status") && (seconds.isNumber() || seconds.isNull())) {
            long failed = known.path("node_failures").asLong(0);
            return known.path("status").asString("")
                    + (seconds.isNull() ? "" : " after " + Show.seconds(seconds.decimalValue()))
                    + (failed == 0 ? "" : ", " + Show.count(failed, "failed node"));
        }
        return details.text();
    }

    static String outcome(UserAction action) {
        return action.success() == null ? "unknown" : action.success() ? "success" : "failed";
    }
}
