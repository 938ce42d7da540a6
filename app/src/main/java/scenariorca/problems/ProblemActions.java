package scenariorca.problems;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where people act on problems and tell of releases. Every act is kept with who and when, and can be taken back. */
public interface ProblemActions {
    /**
     * What is to be done.
     *
     * @param type resolve, reopen, ignore, assign, note, merge, verdict_right, verdict_wrong or undo
     * @param note what the person says; null for nothing
     * @param argument for resolve the release, for assign the owner, for merge the problem to merge into, for the verdicts the
     *     suspect that it was, for undo the act to take back; null without one
     * @param until for ignore; null for no such limit
     * @param runs for ignore: until so many more runs are struck; null for no such limit
     */
    record Request(
            String type,
            @Nullable String note,
            @Nullable String argument,
            @Nullable Instant until,
            @Nullable Integer runs) {}

    /**
     * Acts on a problem, and returns the act's id. What it changes is seen when this returns.
     *
     * @param problemId a problem that whoever acts may see
     * @param by who acts. Example: user:jdoe
     */
    String act(String problemId, Request request, String by);

    /**
     * Says whether the verdict on a run is right, and returns the act's id: an act on the run's problem like any other.
     *
     * @param problemId the problem that struck the run
     * @param by who acts. Example: user:jdoe
     */
    String judge(String problemId, Judgement judgement, String by);

    /**
     * A release of the platform.
     *
     * @param service what was released; empty when that is not said
     * @param environment where; empty when that is not said
     */
    record Told(String name, String service, String environment, Instant at) {}

    /**
     * Notes a release, and returns whether it was not known.
     *
     * @param source api or command
     */
    boolean tell(Told release, String source, String by);
}
