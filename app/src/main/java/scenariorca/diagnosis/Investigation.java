package scenariorca.diagnosis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.scenario.NodeId;
import scenariorca.scenario.RunOutcome;

/** Steps 3 to 5: the candidates, the innocent cleared, the rest with a scorecard each, causes that are no input among them. */
final class Investigation {
    private static final int PAIR_DISTANCE = 2;

    private final RunEvidence evidence;
    private final Set<EvidenceTerm> leftOut;
    private final GraphReach reach;
    private final Map<NodeId, Integer> distance;
    private final Set<NodeId> firstNodes = new HashSet<>();
    private final ErrorMatch match;
    private final ErrorText text;
    private final InputTerms terms;
    private final Clearing clearing;
    private final List<Cleared> cleared = new ArrayList<>();
    private final List<Ranking.Scored> scored = new ArrayList<>();

    /** @param targets the nodes where it went wrong: first failing, or slow */
    Investigation(RunEvidence evidence, GraphReach reach, List<FailingNode> targets, Set<EvidenceTerm> leftOut) {
        this.evidence = evidence;
        this.leftOut = leftOut;
        this.reach = reach;
        targets.forEach(node -> firstNodes.add(node.nodeId()));
        this.distance = reach.upstream(firstNodes);
        // A target without edges is a node the graph does not know: nobody can be cleared by it.
        boolean isKnown = firstNodes.stream().anyMatch(reach::isConnected);
        Set<NodeId> upstream = isKnown ? distance.keySet() : Set.of();
        this.text = new ErrorText(evidence, targets, upstream);
        boolean isSlow = evidence.run().outcome() == RunOutcome.SUCCESS;
        boolean isTimeout = evidence.run().outcome() == RunOutcome.TIMEOUT
                || evidence.failedCalcs().stream().anyMatch(calc -> calc.outcome() == RunOutcome.TIMEOUT);
        this.match = new ErrorMatch(text, new NodeNames(evidence.graph()), firstNodes, isTimeout || isSlow);
        var scene = new Scene(evidence, reach, targets, upstream);
        this.terms = new InputTerms(scene, distance);
        this.clearing = new Clearing(scene);
        cleared.addAll(clearing.rewrites());
        scoreInputs();
        scoreClasses(scene);
    }

    List<Cleared> cleared() {
        return cleared;
    }

    List<Ranking.Scored> scored() {
        return scored;
    }

    private void scoreInputs() {
        List<Candidate> left = new ArrayList<>();
        for (Candidate candidate : Candidate.of(evidence)) {
            Cleared innocent = clearing.byPlaceAndTime(candidate);
            if (innocent == null) {
                left.add(candidate);
            } else {
                cleared.add(innocent);
            }
        }
        Map<String, String> pairs = PairTerms.find(nearValues(left), match.tellingNumbers());
        for (Candidate candidate : left) {
            Ranking.Scored one = score(candidate, pairs.get(candidate.key()));
            boolean isNamed = one.card().has(EvidenceTerm.TEXT_NAMES_KEY)
                    || one.card().has(EvidenceTerm.TEXT_NAMES_VALUE)
                    || one.card().has(EvidenceTerm.LIMIT_BROKEN)
                    || one.card().has(EvidenceTerm.PAIR_EXPLAINS_NUMBER);
            Cleared innocent = clearing.byPassing(candidate, isNamed);
            if (innocent == null) {
                scored.add(one);
            } else {
                cleared.add(innocent);
            }
        }
    }

    /** The score of the leaf that scores most; of equals the first path. */
    private Ranking.Scored score(Candidate candidate, @Nullable String pairNumber) {
        Set<NodeId> nodes = candidate.nodes();
        Scorecard best = null;
        InputChange loudest = candidate.first();
        for (InputChange change : candidate.leaves()) {
            var card = new Scorecard(EvidenceTerm.PRIOR_INPUT, leftOut);
            match.add(change, nodes, card);
            terms.add(change, nodes, card);
            if (pairNumber != null) {
                card.add(
                        EvidenceTerm.PAIR_EXPLAINS_NUMBER,
                        1,
                        "with another change it gives " + Outlier.plain(Double.parseDouble(pairNumber))
                                + ", which the error names");
            }
            if (best == null || card.score() > best.score()) {
                best = card;
                loudest = change;
            }
        }
        Scorecard card = best == null ? new Scorecard(EvidenceTerm.PRIOR_INPUT, leftOut) : best;
        return new Ranking.Scored(candidate.key(), VerdictClass.INPUT, title(loudest), candidate, loudest, card);
    }

    private String title(InputChange change) {
        String owner = change.owner().isEmpty() ? "" : " of event " + change.owner() + " on";
        return change.input() + (owner.isEmpty() ? " of" : owner) + " " + reach.nameOf(change.nodeId());
    }

    private List<PairTerms.Value> nearValues(List<Candidate> candidates) {
        List<PairTerms.Value> values = new ArrayList<>();
        for (Candidate candidate : candidates) {
            boolean isNear = candidate.nodes().stream()
                    .anyMatch(node -> distance.getOrDefault(node, Integer.MAX_VALUE) <= PAIR_DISTANCE);
            for (InputChange change : isNear ? candidate.leaves() : List.<InputChange>of()) {
                BigDecimal number = ErrorKind.number(change.leaf().after());
                if (number != null && Math.abs(number.scale()) < 100) {
                    values.add(new PairTerms.Value(candidate.key(), change, number));
                }
            }
        }
        return values;
    }

    private void scoreClasses(Scene scene) {
        var terms = new ClassTerms(scene, text, match.isAboutValues(), scored.size());
        var model = new Scorecard(EvidenceTerm.PRIOR_MODEL, leftOut);
        var platform = new Scorecard(EvidenceTerm.PRIOR_PLATFORM, leftOut);
        var upstream = new Scorecard(EvidenceTerm.PRIOR_UPSTREAM, leftOut);
        terms.model(model);
        terms.platform(platform);
        terms.upstream(upstream);
        scored.add(new Ranking.Scored("~model", VerdictClass.MODEL, "the model", null, null, model));
        scored.add(new Ranking.Scored("~platform", VerdictClass.PLATFORM, "the platform", null, null, platform));
        scored.add(new Ranking.Scored("~upstream", VerdictClass.UPSTREAM, "data from upstream", null, null, upstream));
    }
}
