package scenariorca.diagnosis;

import java.util.List;

/**
 * What the steps found, before it is put into words.
 *
 * @param about what there was to explain
 * @param first the nodes where it went wrong
 * @param suspects all that are left, in order
 * @param causes those named as the cause
 * @param verdictClass what kind of thing the cause is
 */
record Finding(
        Verdict.About about,
        List<FailingNode> first,
        List<Suspect> suspects,
        List<Suspect> causes,
        VerdictClass verdictClass) {
    static Finding of(Verdict.About about, List<FailingNode> first, List<Suspect> suspects, Weights weights) {
        List<Suspect> causes = Naming.causes(suspects, weights);
        return new Finding(about, first, suspects, causes, Naming.verdictClass(causes, suspects, weights));
    }

    boolean isToExplain() {
        return about == Verdict.About.FAILURE || about == Verdict.About.SLOWNESS;
    }
}
