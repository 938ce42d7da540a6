package scenariorca.web;

import java.util.List;
import scenariorca.report.UserJourney;
import scenariorca.report.UserJourney.UserAction;
import scenariorca.report.UserJourneyReport;

/**
 * What a user did, the newest first.
 *
 * @param number which page of the list, from 1
 */
record JourneyPage(UserJourney journey, UserJourneyReport.Question question, int number) {
    static final int ACTIONS = 200;

    static int pages(UserJourney journey) {
        return Math.max(1, (journey.actions().size() + ACTIONS - 1) / ACTIONS);
    }

    /** The answer as a sentence. */
    String headline() {
        UserJourney.Metrics metrics = journey.metrics();
        if (journey.actionCount() == 0) {
            return "%s did nothing in the last %s."
                    .formatted(journey.userId(), Show.count(journey.daysAnalyzed(), "day"));
        }
        String failed = metrics.failedActions() == 0 ? "" : "; " + metrics.failedActions() + " did not work";
        return "%s did %s on %d of the last %s, most often: %s%s."
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

    List<UserAction> shown() {
        List<UserAction> newest = journey.actions().reversed();
        int from = (number - 1) * ACTIONS;
        return newest.subList(Math.min(from, newest.size()), Math.min(newest.size(), from + ACTIONS));
    }

    /** Where the action at this place, oldest first, is listed. */
    String link(int place) {
        int index = journey.actions().size() - 1 - place;
        return address(index / ACTIONS + 1) + "#action-" + place;
    }

    /** The place, oldest first, of an action of this page. */
    int place(int index) {
        return journey.actions().size() - 1 - (number - 1) * ACTIONS - index;
    }

    String address(int page) {
        return "/user/" + Links.encoded(journey.userId()) + "?" + query() + (page == 1 ? "" : "&page=" + page);
    }

    String query() {
        return "days=" + question.window().days()
                + (question.scenarioId() == null ? "" : "&scenario_id=" + question.scenarioId());
    }

    boolean hasOlder() {
        return number < pages(journey);
    }

    /** The page of what an action was done to. */
    static String target(UserAction action) {
        if (action.targetEntity().equals("run")) {
            return Links.run(action.targetEntityId());
        }
        return action.scenarioId() == null ? "" : Links.scenario(action.scenarioId());
    }

    static String outcome(UserAction action) {
        return action.success() == null ? "unknown" : action.success() ? "success" : "failed";
    }
}
