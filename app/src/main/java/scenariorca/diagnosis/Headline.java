package scenariorca.diagnosis;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.diagnosis.evidence.SlowDown;
import scenariorca.scenario.RunOutcome;

/** The verdict as a person would say it. */
final class Headline {

    private static final Set<EvidenceTerm> NAMING = EnumSet.of(
            EvidenceTerm.ERROR_TELLS,
            EvidenceTerm.LOG_TELLS,
            EvidenceTerm.RELEASED,
            EvidenceTerm.NEW_SINCE_RELEASE,
            EvidenceTerm.NEW_SINCE_PUBLICATION,
            EvidenceTerm.MODEL_PUBLISHED,
            EvidenceTerm.CHANGED_AT_FAILURE);
    private static final double PREFERRED = 1.5;
    private static final double CERTAIN = 0.9;
    private static final double LIKELY = 0.6;

    /** Below, a suspect is no lead. */
    private static final double LEAD = 0.3;

    /** So much is quoted of what a run says. */
    private static final int MAX_SAID = 120;

    private final RunEvidence evidence;
    private final Verdict.About about;
    private final List<FailingNode> first;
    private final List<Suspect> causes;
    private final List<Suspect> suspects;
    private final VerdictClass verdictClass;

    Headline(RunEvidence evidence, Finding finding) {
        this.evidence = evidence;
        this.about = finding.about();
        this.first = finding.first();
        this.causes = finding.causes();
        this.suspects = finding.suspects();
        this.verdictClass = finding.verdictClass();
    }

    String text() {
        return switch (about) {
            case FAILURE -> capital("run " + ended() + where() + ": " + why() + ".");
            case SLOWNESS -> slow();
            case RUNNING ->
                "Run has been in progress since " + Phrases.time(evidence.run().startedAt())
                        + "; there is nothing to explain yet.";
            case NOTHING -> nothing();
        };
    }

    private String ended() {
        return evidence.run().outcome() == RunOutcome.TIMEOUT ? "timed out" : "failed";
    }

    private String where() {
        return first.isEmpty() ? "" : " in " + Phrases.names(first);
    }

    private String why() {
        if (!causes.isEmpty()) {
            return causes.getFirst().isInput() ? inputs() : other(causes.getFirst());
        }
        if (verdictClass == VerdictClass.INPUT) {
            return "a changed input is probably to blame, but the evidence does not tell which for certain; it may be "
                    + lead(firstInput());
        }
        if (verdictClass != VerdictClass.UNKNOWN) {
            return suspects.stream()
                    .filter(suspect -> suspect.verdictClass() == verdictClass)
                    .findFirst()
                    .map(this::other)
                    .orElse("the cause is unknown");
        }
        boolean hasLead = !suspects.isEmpty()
                && suspects.getFirst().probability() >= LEAD
                && suspects.getFirst().hasEvidence();
        return "the cause is unknown" + (hasLead ? "; it may be " + lead(suspects.getFirst()) : "");
    }

    private Suspect firstInput() {
        return suspects.stream().filter(Suspect::isInput).findFirst().orElse(suspects.getFirst());
    }

    private static String lead(Suspect suspect) {
        return suspect.title();
    }

    /** As people say it: nothing before what is certain, "probably" before what is likely. */
    private static String sure(double probability) {
        return probability >= CERTAIN ? "" : probability >= LIKELY ? "probably " : "perhaps ";
    }

    private String inputs() {
        Suspect one = causes.getFirst();
        double together = causes.stream().mapToDouble(Suspect::probability).sum();
        String because = together >= CERTAIN ? "" : sure(together) + "because ";
        if (causes.size() == 1) {
            return because + told(one);
        }
        return because + told(one) + "; together with it, " + told(causes.get(1));
    }

    /** Example: {@code market_share was changed from 0.10 to 0.90 by jdoe, 13 minutes before}. */
    private String told(Suspect cause) {
        if (cause.change() == null || cause.changedAt() == null || cause.nodeId() == null) {
            return cause.title();
        }
        boolean isHere = first.size() == 1 && first.getFirst().nodeId().equals(cause.nodeId());
        String what = isHere ? cause.title().replaceAll(" of " + quoted(cause.nodeName()) + "$", "") : cause.title();
        String path = cause.leaves() > 1 ? " (at " + cause.change().path() + ")" : "";
        String by = cause.changedBy() == null || cause.changedBy().isEmpty() ? "" : " by " + cause.changedBy();
        return what + path + " " + Phrases.change(cause.change()) + by + ", "
                + Phrases.span(cause.changedAt(), evidence.run().startedAt()) + " before";
    }

    private static String quoted(@Nullable String name) {
        return Pattern.quote(name == null ? "" : name);
    }

    /** The strongest reasons; what names a release, a publication or what went wrong comes before counts about as strong. */
    private String other(Suspect cause) {
        Stream<String> weighed = cause.evidence().stream()
                .filter(row -> row.logOdds() > 0)
                .sorted(Comparator.comparingDouble(
                        row -> -row.logOdds() * (NAMING.contains(row.term()) ? PREFERRED : 1)))
                .limit(2)
                .map(row -> row.of() == null || row.hits() == null ? row.text() : counted(row));
        List<String> reasons = Stream.concat(said().stream(), weighed).toList();
        String why = reasons.isEmpty() ? "" : " (" + String.join("; ", reasons) + ")";
        boolean isTested = evidence.others().sameInputs().passed() > 0
                && !evidence.changes().isEmpty();
        String innocent = isTested ? "; no input is to blame, as the same inputs passed" : "";
        return "the cause is " + sure(cause.probability()) + cause.title() + why + innocent;
    }

    /** The first line of what the run itself says, in quotes; empty when it says nothing. */
    private Optional<String> said() {
        Optional<String> atNode = first.stream()
                .map(FailingNode::message)
                .filter(Objects::nonNull)
                .findFirst();
        return Optional.ofNullable(evidence.run().failReason())
                .or(() -> atNode)
                .flatMap(text -> text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .findFirst())
                .map(line -> "\"" + (line.length() <= MAX_SAID ? line : line.substring(0, MAX_SAID) + "...") + "\"");
    }

    private static String counted(EvidenceRow row) {
        return row.text() + ": " + row.hits();
    }

    private String slow() {
        SlowDown slow = evidence.slowDown();
        if (slow == null) {
            return nothing();
        }
        String ratio = String.format(Locale.ROOT, "%.1f", slow.seconds() / Math.max(0.001, slow.usualSeconds()));
        String since = slow.slowSinceAt() == null
                ? ""
                : ", slow since " + Phrases.time(slow.slowSinceAt()) + " (" + Phrases.count(slow.slowRuns(), "run")
                        + ")";
        String nodes = first.isEmpty()
                ? ""
                : SlowNodes.isInFew(slow)
                        ? ", most of it in " + Phrases.names(first)
                        : ", spread over " + slow.slowerNodes() + " nodes such as "
                                + first.getFirst().nodeName();
        return "Run took " + Phrases.length(slow.seconds()) + ", " + ratio
                + " times the usual " + Phrases.length(slow.usualSeconds())
                + since + nodes + ": " + slowReason(slow) + ".";
    }

    private String slowReason(SlowDown slow) {
        boolean isUntouched = evidence.changes().stream().noneMatch(change -> change.isUsed());
        if (!causes.isEmpty() && causes.getFirst().verdictClass() == VerdictClass.INPUT) {
            return inputs();
        }
        if (isUntouched && evidence.model().changes().isEmpty()) {
            String others = slow.othersRatio() > 1.3 ? "; other scenarios became slower too" : "";
            return "its inputs are the same as before, so look at the platform or the model" + others;
        }
        return why();
    }

    private String nothing() {
        if (evidence.run().outcome() == RunOutcome.UNKNOWN) {
            return "Run ended with a status nobody knows, and says nothing of an error; there is nothing to explain.";
        }
        var seconds = evidence.run().time().durationSeconds();
        String in = seconds == null ? "" : " in " + seconds.stripTrailingZeros().toPlainString() + " s";
        return "Run succeeded" + in + "; there is nothing to explain.";
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
