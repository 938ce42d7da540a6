package scenariorca.server;

import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.problems.Judgement;
import scenariorca.problems.ProblemActions;

/** Of a server that was started to read only: says so. */
final class ReadOnlyActions implements ProblemActions {
    @Override
    public String act(String problemId, Request request, String by) {
        throw refusal();
    }

    @Override
    public String judge(String problemId, Judgement judgement, String by) {
        throw refusal();
    }

    @Override
    public boolean tell(Told release, String source, String by) {
        throw refusal();
    }

    private static RcaException refusal() {
        return new RcaException(ErrorCode.FORBIDDEN, "This server only reads; act on the one that ./rca serve starts");
    }
}
