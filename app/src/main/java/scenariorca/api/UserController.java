package scenariorca.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import scenariorca.report.Answer;
import scenariorca.report.Page;
import scenariorca.report.PageRequest;
import scenariorca.report.Reports;
import scenariorca.report.UserJourney;
import scenariorca.report.UserJourney.UserAction;
import scenariorca.report.UserJourneyReport;
import scenariorca.report.Whole;
import scenariorca.report.Window;

/** Questions about one user. */
@RestController
@RequestMapping(Paths.BASE + "/user")
@Tag(name = "User", description = "What a user did.")
final class UserController {
    private final Reports reports;

    UserController(Reports reports) {
        this.reports = reports;
    }

    /**
     * What a user did in the last days: actions, sessions, metrics. As a table, all the actions, oldest first.
     *
     * @param userId the user, as the platform writes the name
     * @param days length of the window in whole UTC days, today included
     * @param scenarioId only actions on this scenario
     * @return the journey
     */
    @GetMapping(path = "/{user_id}/journey", produces = Media.JSON_TYPE)
    Answer<UserJourney> journey(
            @PathVariable(name = "user_id") String userId,
            @RequestParam(name = "days", defaultValue = "" + Window.DEFAULT_DAYS) @Min(1) @Max(Window.MAX_DAYS)
                    int days,
            @RequestParam(name = "scenario_id", required = false) @Nullable UUID scenarioId) {
        return reports.userJourney().answer(new UserJourneyReport.Question(userId, new Window(days), scenarioId));
    }

    /**
     * The same of a user whose name a path cannot carry, such as one with a slash.
     *
     * @param userId the user, as the platform writes the name
     * @param days length of the window in whole UTC days, today included
     * @param scenarioId only actions on this scenario
     * @return the journey
     */
    @GetMapping(path = "/journey", produces = Media.JSON_TYPE)
    Answer<UserJourney> journeyOf(
            @RequestParam(name = "user_id") String userId,
            @RequestParam(name = "days", defaultValue = "" + Window.DEFAULT_DAYS) @Min(1) @Max(Window.MAX_DAYS)
                    int days,
            @RequestParam(name = "scenario_id", required = false) @Nullable UUID scenarioId) {
        return journey(userId, days, scenarioId);
    }

    /**
     * What a user did in the last days: actions, sessions, metrics. As a table, all the actions, oldest first.
     *
     * @param userId the user, as the platform writes the name
     * @param days length of the window in whole UTC days, today included
     * @param scenarioId only actions on this scenario
     * @return the actions
     */
    @GetMapping(path = "/{user_id}/journey", produces = Media.CSV_TYPE)
    Answer<Page<UserAction>> actions(
            @PathVariable(name = "user_id") String userId,
            @RequestParam(name = "days", defaultValue = "" + Window.DEFAULT_DAYS) @Min(1) @Max(Window.MAX_DAYS)
                    int days,
            @RequestParam(name = "scenario_id", required = false) @Nullable UUID scenarioId) {
        var question = new UserJourneyReport.Question(userId, new Window(days), scenarioId);
        Answer<Page<UserAction>> newestFirst = new Whole<>(cursor ->
                        reports.userJourney().actions(question, new PageRequest(PageRequest.MAX_LIMIT, cursor)))
                .read(null);
        Page<UserAction> found = newestFirst.content();
        return new Answer<>(new Page<>(found.items().reversed(), null), newestFirst.freshness());
    }

    /**
     * The same of a user whose name a path cannot carry, such as one with a slash.
     *
     * @param userId the user, as the platform writes the name
     * @param days length of the window in whole UTC days, today included
     * @param scenarioId only actions on this scenario
     * @return the actions
     */
    @GetMapping(path = "/journey", produces = Media.CSV_TYPE)
    Answer<Page<UserAction>> actionsOf(
            @RequestParam(name = "user_id") String userId,
            @RequestParam(name = "days", defaultValue = "" + Window.DEFAULT_DAYS) @Min(1) @Max(Window.MAX_DAYS)
                    int days,
            @RequestParam(name = "scenario_id", required = false) @Nullable UUID scenarioId) {
        return actions(userId, days, scenarioId);
    }
}
