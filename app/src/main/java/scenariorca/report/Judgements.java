package scenariorca.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.Suspect;
import scenariorca.diagnosis.Verdict;
import scenariorca.diagnosis.VerdictClass;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.problems.Judgement;

/** Makes of what a person says of a verdict what can be kept. */
public final class Judgements {
    private Judgements() {}

    /**
     * A judgement of a verdict.
     *
     * @param said right or wrong
     * @param suspect what the cause was: the title of a suspect, its rank, or its class where it is no input; anything else is
     *     kept as that person's words. Null: what the verdict says, when it is right
     * @throws RcaException INVALID_INPUT when {@code said} is neither, or nothing was said that could be right
     */
    public static Judgement of(Verdict verdict, String said, @Nullable String suspect, @Nullable String note) {
        boolean isRight = said.equals("right");
        if (!isRight && !said.equals("wrong")) {
            throw Check.invalid("verdict", "right or wrong", said);
        }
        if (isRight && suspect == null && verdict.verdictClass() == VerdictClass.UNKNOWN) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "The verdict names no cause that could be right; say which suspect it was, or that it is wrong");
        }
        Optional<Suspect> known = suspect == null ? said(verdict, isRight) : suspect(verdict.suspects(), suspect);
        String cause = suspect == null
                ? named(verdict, isRight)
                : known.map(Suspect::title).orElse(suspect);
        return new Judgement(
                verdict.runId().value(),
                isRight,
                note,
                cause,
                known.map(Judgements::known).orElse(null));
    }

    private static Optional<Suspect> said(Verdict verdict, boolean isRight) {
        return isRight
                ? verdict.suspects().stream()
                        .filter(one -> one.verdictClass() == verdict.verdictClass())
                        .filter(one -> one.verdictClass() != VerdictClass.INPUT
                                || verdict.causes().contains(one))
                        .findFirst()
                : Optional.empty();
    }

    private static @Nullable String named(Verdict verdict, boolean isRight) {
        if (!isRight) {
            return null;
        }
        return verdict.causes().isEmpty()
                ? verdict.verdictClass().word()
                : verdict.causes().stream().map(Suspect::title).collect(Collectors.joining(" and "));
    }

    private static Optional<Suspect> suspect(List<Suspect> suspects, String asked) {
        return suspects.stream()
                .filter(one -> one.title().equals(asked)
                        || String.valueOf(one.rank()).equals(asked)
                        || one.verdictClass() != VerdictClass.INPUT
                                && one.verdictClass().word().equals(asked))
                .findFirst();
    }

    private static Judgement.Known known(Suspect suspect) {
        return new Judgement.Known(
                suspect.verdictClass().word(),
                suspect.nodeId() == null ? null : suspect.nodeId().value(),
                suspect.input());
    }
}
