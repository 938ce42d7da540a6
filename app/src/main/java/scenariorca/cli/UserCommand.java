package scenariorca.cli;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scenariorca.platform.Json;
import scenariorca.report.Answer;
import scenariorca.report.Check;
import scenariorca.report.Ids;
import scenariorca.report.JourneyOutline;
import scenariorca.report.PageRequest;
import scenariorca.report.Reports;
import scenariorca.report.UserJourney;
import scenariorca.report.UserJourneyReport;
import scenariorca.report.Window;
import scenariorca.web.Links;
import scenariorca.web.QueryString;

/** {@code rca user}: what somebody did. */
@Command(
        name = "user",
        description = "Show what somebody did: figures, sittings, and the newest actions.",
        mixinStandardHelpOptions = true)
final class UserCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "<user>", description = "The user, as the platform writes the name.")
    private String userId = "";

    @Option(names = "--days", defaultValue = "30", description = "In the last days (default: 30).")
    private int days;

    @Option(
            names = "--scenario",
            paramLabel = "<id>",
            description = "Only actions on this scenario; its first digits will do.")
    private @Nullable String scenario;

    @Option(names = "--limit", defaultValue = "20", description = "Most actions and sittings to list (default: 20).")
    private int limit;

    @Mixin
    private WebOption web = new WebOption();

    @Option(names = "--json", description = "Print JSON: the whole journey.")
    private boolean isJson;

    UserCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (web.isWanted()) {
            return WebOption.show(terminal.<String>ask(this::page), terminal);
        }
        Check.within("limit", limit, 1, PageRequest.MAX_LIMIT);
        terminal.out().print(terminal.<String>ask(reports -> isJson ? json(reports) : text(reports)));
        return 0;
    }

    private String page(Reports reports) {
        UserJourneyReport.Question question = question(reports);
        String query = new QueryString()
                .with("days", days)
                .with("scenario_id", question.scenarioId())
                .toString();
        return Links.user(userId, "", query);
    }

    private String json(Reports reports) {
        Answer<UserJourney> journey = reports.userJourney().answer(question(reports));
        return Json.writePretty(journey.content()) + "\n";
    }

    private String text(Reports reports) {
        Answer<JourneyOutline> outline = reports.userJourney().outline(question(reports), limit, 1);
        return JourneyText.of(outline.content(), limit, terminal.screen());
    }

    private UserJourneyReport.Question question(Reports reports) {
        UUID id = scenario == null ? null : new Ids(reports.search()).scenario(scenario);
        return new UserJourneyReport.Question(userId, new Window(days), id);
    }
}
