package scenariorca.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.problems.ProblemActions;
import scenariorca.report.Caller;
import scenariorca.report.Judgements;
import scenariorca.report.Reports;

/** Acts on problems and tells of releases for whoever sent a POST, by the API or by a form of a page. */
public final class Acting {
    private static final List<String> ACTION_FIELDS =
            List.of("action", "note", "release", "owner", "into", "suspect", "undo", "until", "runs", "by");
    private static final List<String> FEEDBACK_FIELDS = List.of("verdict", "suspect", "note", "undo", "by");
    private static final List<String> RELEASE_FIELDS = List.of("name", "service", "environment", "released_at");

    private final Reports reports;
    private final ProblemActions actions;
    private final Runnable refresh;
    private final Clock clock;

    /** @param refresh called after each act: whoever acted goes on to read what it changed */
    public Acting(Reports reports, ProblemActions actions, Runnable refresh, Clock clock) {
        this.reports = reports;
        this.actions = actions;
        this.refresh = refresh;
        this.clock = clock;
    }

    /**
     * Acts on a problem that the caller sees, and returns the act's id.
     *
     * @throws RcaException INVALID_INPUT or NOT_FOUND, naming what was wrong
     */
    public String act(String problemId, HttpServletRequest request) {
        PostedFields fields = PostedFields.of(request, ACTION_FIELDS);
        String type = fields.text("action");
        if (type == null) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT, "action is missing: say resolve, ignore, assign, note, ...");
        }
        String known = seen(problemId);
        String argument = argument(type, fields);
        if (type.equals("merge") && argument != null) {
            argument = seen(argument);
        }
        String id = actions.act(
                known,
                new ProblemActions.Request(
                        type, fields.text("note"), argument, fields.time("until"), fields.number("runs")),
                by(request, fields.text("by")));
        refresh.run();
        return id;
    }

    /**
     * Keeps what the caller says of the verdict on a run that the caller sees, or takes that back, and returns the act's id.
     *
     * @throws RcaException INVALID_INPUT or NOT_FOUND, naming what was wrong
     */
    public String judge(UUID runId, HttpServletRequest request) {
        PostedFields fields = PostedFields.of(request, FEEDBACK_FIELDS);
        String by = by(request, fields.text("by"));
        String problem = reports.runVerdicts().answer(runId).content().problemId();
        if (problem == null) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT, "There is no verdict on run %s that could be judged".formatted(runId));
        }
        String undone = fields.text("undo");
        String said = fields.text("verdict");
        if (undone == null && said == null) {
            throw new RcaException(ErrorCode.INVALID_INPUT, "verdict is missing: say right or wrong");
        }
        String id = said == null
                ? actions.act(problem, new ProblemActions.Request("undo", fields.text("note"), undone, null, null), by)
                : actions.judge(
                        problem,
                        Judgements.of(
                                reports.explanation().answer(runId).content(),
                                said,
                                fields.text("suspect"),
                                fields.text("note")),
                        by);
        refresh.run();
        return id;
    }

    private String seen(String problemId) {
        return reports.problem().answer(problemId).content().problem().problemId();
    }

    private static @Nullable String argument(String type, PostedFields fields) {
        return switch (type) {
            case "resolve" -> fields.text("release");
            case "assign" -> fields.text("owner");
            case "merge" -> fields.text("into");
            case "undo" -> fields.text("undo");
            case "verdict_right", "verdict_wrong" -> fields.text("suspect");
            default -> null;
        };
    }

    /** Tells of a release, and returns whether it was not known. */
    public boolean release(HttpServletRequest request) {
        PostedFields fields = PostedFields.of(request, RELEASE_FIELDS);
        Instant at = fields.time("released_at");
        String name = fields.text("name");
        String service = fields.text("service");
        String environment = fields.text("environment");
        boolean isNew = actions.tell(
                new ProblemActions.Told(
                        name == null ? "" : name,
                        service == null ? "" : service,
                        environment == null ? "" : environment,
                        at == null ? clock.instant() : at),
                "api",
                by(request, null));
        refresh.run();
        return isNew;
    }

    /** Who has shown nothing may say a name; who has shown something is who that is. */
    private static String by(HttpServletRequest request, @Nullable String said) {
        Caller caller = request.getAttribute(Caller.ATTRIBUTE) instanceof Caller known ? known : new Caller("-", false);
        if (!caller.mayEdit()) {
            throw new RcaException(
                    ErrorCode.FORBIDDEN,
                    "You may read here, and not act: ask for a key made with --edit, or a role granted --edit");
        }
        return caller.name().equals("anyone") && said != null && said.length() <= 100
                ? "anyone (" + said + ")"
                : caller.name();
    }
}
