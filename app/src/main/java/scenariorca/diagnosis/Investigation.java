package scenariorca.diagnosis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.scenario.NodeId;
import scenariorca.scenario.RunOutcome;

/** Steps 3 to 7: the candidates, the innocent cleared, the rest with a scorecard each, causes that are no input among them. */
final class Investigation {
    private static final int PAIR_DISTANCE = 2;
    private static final double MANY_CHANGES = 100;

    /** Share from which a total is explained by a change, and not by chance. */
    private static final double CERTAIN = 0.9;

    private static final Set<EvidenceTerm> SPOKEN = EnumSet.of(
            EvidenceTerm.TEXT_NAMES_KEY,
            EvidenceTerm.TEXT_NAMES_VALUE,
            EvidenceTerm.NUMBER_DERIVED,
            EvidenceTerm.LIMIT_BROKEN,
            EvidenceTerm.PAIR_EXPLAINS_NUMBER);
    private static final List<VerdictClass> OTHERS =
            List.of(VerdictClass.MODEL, VerdictClass.PLATFORM, VerdictClass.UPSTREAM, VerdictClass.FLUKE);

    private final RunEvidence evidence;
    private final Weights weights;
    private final Scene scene;
    private final Deviation deviation;
    private final ErrorMatch match;
    private final InputTerms terms;
    private final RuleTerms rules;
    private final Speech speech;
    private final Clearing clearing;
    private final Optional<Excess> excess;
    private final List<Cleared> cleared = new ArrayList<>();
    private final List<Ranking.Scored> scored = new ArrayList<>();

    /** @param targets the nodes where it went wrong: first failing, or slow */
    Investigation(RunEvidence evidence, GraphReach reach, List<FailingNode> targets, Weights weights) {
        this.evidence = evidence;
        this.weights = weights;
        this.scene = Scene.of(evidence, reach, targets);
        this.deviation = new Deviation(scene);
        ErrorText text = new ErrorText(evidence, scene.firstNodes(), scene.upstream());
        boolean isSlow = evidence.run().outcome() == RunOutcome.SUCCESS;
        boolean isTimeout = evidence.run().outcome() == RunOutcome.TIMEOUT
                || evidence.failedCalcs().stream().anyMatch(calc -> calc.outcome() == RunOutcome.TIMEOUT);
        var names = new KeyNames(evidence);
        this.match = new ErrorMatch(text, scene, names, isTimeout || isSlow);
        this.terms = new InputTerms(scene, names, text);
        this.rules = new RuleTerms(evidence);
        this.speech = new Speech(evidence, text);
        this.clearing = new Clearing(scene);
        this.excess = Excess.in(text);
        cleared.addAll(clearing.rewrites());
        List<Candidate> inputs = scoreInputs();
        var classes = new ClassTerms(scene, speech, deviation, new ClassTerms.Inputs(inputs, spokenOf()));
        for (VerdictClass other : OTHERS) {
            if (isSlow && (other == VerdictClass.FLUKE || other == VerdictClass.UPSTREAM)) {
                continue; // it succeeded: nothing has to pass when repeated, and its data were there
            }
            var card = new Scorecard(other, weights);
            classes.add(other, card);
            scored.add(new Ranking.Scored("~" + other.word(), other, title(other), null, null, card));
        }
    }

    /** How surely the error or the log speaks of a value that changed, in whatever language, 0 to 1. */
    private double spokenOf() {
        return scored.stream()
                .flatMap(one -> SPOKEN.stream().map(term -> one.card().shares().getOrDefault(term, 0.0)))
                .max(Comparator.naturalOrder())
                .orElse(0.0);
    }

    private static String title(VerdictClass other) {
        return switch (other) {
            case MODEL -> "the model";
            case PLATFORM -> "the platform";
            case UPSTREAM -> "data from upstream";
            case FLUKE -> "a fluke";
            case INPUT, UNKNOWN -> "";
        };
    }

    Deviation deviation() {
        return deviation;
    }

    List<Cleared> cleared() {
        return cleared;
    }

    List<Ranking.Scored> scored() {
        return scored;
    }

    /** Returns those that were not cleared. */
    private List<Candidate> scoreInputs() {
        List<Candidate> left = new ArrayList<>();
        for (Candidate candidate : Candidate.of(evidence.changes())) {
            Cleared innocent = clearing.byPlaceAndTime(candidate);
            if (innocent == null) {
                left.add(candidate);
            } else {
                cleared.add(innocent);
            }
        }
        Map<String, String> pairs = PairTerms.find(nearValues(left), match.tellingNumbers());
        List<Candidate> scoredOnes = new ArrayList<>();
        double crowd = StrictMath.log(Math.max(1, left.size())) / StrictMath.log(MANY_CHANGES);
        for (Candidate candidate : left) {
            Ranking.Scored one = score(candidate, pairs.get(candidate.key()));
            Cleared innocent = clearing.byPassing(candidate, isNamed(one.card()) || mayWake(candidate));
            if (innocent == null) {
                one.card().add(EvidenceTerm.CROWD, crowd, "it is one of " + left.size() + " changes");
                scored.add(one);
                scoredOnes.add(candidate);
            } else {
                cleared.add(innocent);
            }
        }
        total();
        scoreSleeping();
        return scoredOnes;
    }

    /** What slept is suspected where something changed that may have woken it, be it where no edge leads from. */
    private void scoreSleeping() {
        boolean isWoken =
                evidence.changes().stream().anyMatch(change -> change.isUsed() && Sleeping.canWake(change.leaf()));
        List<Ranking.Scored> changes = List.copyOf(scored);
        List<Ranking.Scored> sleepers = new ArrayList<>();
        for (Candidate candidate : isWoken ? Sleeping.candidates(evidence) : List.<Candidate>of()) {
            Ranking.Scored one = clearing.byPlaceAndTime(candidate) == null ? score(candidate, null) : null;
            if (one != null && Sleeping.isSuspicious(one.card())) {
                one.card()
                        .add(
                                EvidenceTerm.ASLEEP,
                                1,
                                "it stood before the run it is compared with, which passed; a change since may have woken it");
                sleepers.add(one);
            }
        }
        Waking.join(sleepers, changes, new SeriesTerms(evidence.inputs().series()));
        scored.addAll(sleepers);
    }

    /** Where taking back one change brings a total within its limit, taking back another number does not. */
    private void total() {
        boolean isExplained = scored.stream()
                .anyMatch(one -> one.card().shares().getOrDefault(EvidenceTerm.SUM_EXPLAINS, 0.0) >= CERTAIN);
        for (Ranking.Scored one : isExplained ? scored : List.<Ranking.Scored>of()) {
            InputChange change = one.change();
            if (change != null
                    && Values.number(change.leaf().after()) != null
                    && !one.card().has(EvidenceTerm.SUM_EXPLAINS)) {
                one.card()
                        .add(
                                EvidenceTerm.TOTAL_STAYS,
                                1,
                                "without it the total that the error names would be beyond its limit, too");
            }
        }
    }

    /** A switch that passed alone may have woken what somebody typed beside it. */
    private boolean mayWake(Candidate candidate) {
        boolean isSwitch = candidate.leaves().stream()
                .anyMatch(change ->
                        change.leaf().after() != null && change.leaf().after().isBoolean());
        return isSwitch
                && evidence.inputs().sleeping().stream()
                        .anyMatch(asleep -> candidate.nodes().contains(asleep.nodeId()));
    }

    /** What is named, or may be wrong only together with another change, is not cleared because it passed alone. */
    private static boolean isNamed(Scorecard card) {
        return card.has(EvidenceTerm.TEXT_NAMES_KEY)
                || card.has(EvidenceTerm.TEXT_NAMES_VALUE)
                || card.has(EvidenceTerm.RULE_BROKEN)
                || card.has(EvidenceTerm.PAIR_EXPLAINS_NUMBER);
    }

    /** The score of the leaf that scores most; of equals the first path. */
    private Ranking.Scored score(Candidate candidate, @Nullable String pairNumber) {
        Set<NodeId> nodes = candidate.nodes();
        Scorecard best = null;
        InputChange loudest = candidate.first();
        for (InputChange change : candidate.leaves()) {
            var card = new Scorecard(VerdictClass.INPUT, weights);
            match.add(change, nodes, card);
            terms.add(change, nodes, card);
            excess.ifPresent(compared -> compared.add(change.leaf(), card));
            if (best == null || card.score() > best.score()) {
                best = card;
                loudest = change;
            }
        }
        Scorecard card = best == null ? new Scorecard(VerdictClass.INPUT, weights) : best;
        if (pairNumber != null) {
            card.addJoint(
                    EvidenceTerm.PAIR_EXPLAINS_NUMBER,
                    1,
                    "with another change it gives " + Outlier.plain(Double.parseDouble(pairNumber))
                            + ", which the error names",
                    "number " + pairNumber);
        }
        rules.add(candidate, card);
        card.add(EvidenceTerm.ERROR_TELLS_ANOTHER, speech.elsewhereShare(), "the error speaks of no value");
        new OutputTerms(scene, deviation).add(nodes, loudest.leaf(), card);
        JointTerms.add(card);
        return new Ranking.Scored(
                candidate.key(), VerdictClass.INPUT, title(candidate, loudest), candidate, loudest, card);
    }

    private String title(Candidate candidate, InputChange change) {
        String event = change.place().owner();
        String owner = event.isEmpty() ? " of" : " of event " + event + " on";
        return candidate.input() + owner + " " + scene.reach().nameOf(change.nodeId());
    }

    private List<PairTerms.Value> nearValues(List<Candidate> candidates) {
        List<PairTerms.Value> values = new ArrayList<>();
        for (Candidate candidate : candidates) {
            boolean isNear = candidate.nodes().stream()
                    .anyMatch(node -> scene.distance().getOrDefault(node, Integer.MAX_VALUE) <= PAIR_DISTANCE);
            for (InputChange change : isNear ? candidate.leaves() : List.<InputChange>of()) {
                BigDecimal number = Values.number(change.leaf().after());
                if (number != null && Values.isOrdinary(number)) {
                    values.add(new PairTerms.Value(candidate.key(), change, number));
                }
            }
        }
        return values;
    }
}
