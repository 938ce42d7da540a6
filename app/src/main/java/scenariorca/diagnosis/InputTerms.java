package scenariorca.diagnosis;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.Baseline;
import scenariorca.comparison.ChangeKind;
import scenariorca.diagnosis.evidence.GraphChange;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.diagnosis.evidence.ValueStats;
import scenariorca.scenario.NodeId;
import tools.jackson.databind.JsonNode;

/** Step 5 for a leaf of an input, but for what the error says: where it sits, what it looks like, what became of it. */
final class InputTerms {
    private static final int ENOUGH_PEERS = 3;

    /** A date moved by so many years moved as far as a number that became a hundred times as large. */
    private static final double FAR_YEARS = 10;

    /** Orders of magnitude from which on a number moved: half as much more. */
    private static final double NOTABLE = 0.2;

    private static final double SECONDS_OF_DAY = 86_400;
    private static final double UNSURE = 0.3;

    private final RunEvidence evidence;
    private final GraphReach reach;
    private final Map<NodeId, Integer> distance;
    private final Map<NodeId, Double> pathShare = new HashMap<>();
    private final Set<NodeId> newNodes;
    private final KeyNames names;
    private final EarlierTerms earlier;
    private final SeriesTerms series;
    private final PeriodTerms periods;
    private final ErrorText text;

    InputTerms(Scene scene, KeyNames names, ErrorText text) {
        this.names = names;
        this.periods = new PeriodTerms(text, scene.evidence().inputs().series());
        this.earlier = new EarlierTerms(scene);
        this.series = new SeriesTerms(scene.evidence().inputs().series());
        this.text = text;
        this.evidence = scene.evidence();
        this.reach = scene.reach();
        this.distance = scene.distance();
        this.newNodes = evidence.model().changes().stream()
                .filter(change -> change.kind() == GraphChange.Kind.NODE_ADDED && change.nodeId() != null)
                .map(GraphChange::nodeId)
                .collect(Collectors.toSet());
        for (FailingNode node : scene.first()) {
            reach.pathShares(node.nodeId()).forEach((id, share) -> pathShare.merge(id, share, Math::max));
        }
    }

    void add(InputChange change, Set<NodeId> nodes, Scorecard card) {
        place(change, nodes, card);
        if (newNodes.contains(change.nodeId())) {
            card.add(EvidenceTerm.NEW_NODE, 1, "it is the first input of a node that the model did not have before");
        }
        series.add(change.leaf(), card);
        series.addNamed(change.leaf(), text, names, card);
        periods.add(change, series, card);
        look(change, card);
        validation(change, card);
        int inert = Objects.requireNonNullElse(change.seen().inert(), 0);
        card.addCount(
                EvidenceTerm.INERT,
                inert / (inert + 1.0),
                "when it was changed before, its node put out the very same as without the change",
                inert,
                inert);
        History.add(evidence, change, card);
        earlier.add(change, card);
        ConfirmedTerms.add(evidence, VerdictClass.INPUT, change.nodeId(), change.input(), card);
        timing(change, card);
    }

    private void place(InputChange change, Set<NodeId> nodes, Scorecard card) {
        NodeId nearest = null;
        for (NodeId node : nodes) {
            Integer steps = distance.get(node);
            if (steps != null && (nearest == null || steps < distance.getOrDefault(nearest, Integer.MAX_VALUE))) {
                nearest = node;
            }
        }
        if (nearest == null) {
            return;
        }
        int steps = distance.getOrDefault(nearest, 0);
        String where = steps == 0
                ? "it is an input of the node that failed first"
                : reach.nameOf(nearest) + " is " + Phrases.count(steps, "step")
                        + " upstream of the node that failed first";
        if (steps == 0) {
            card.add(EvidenceTerm.AT_FAILURE, 1, where);
        } else {
            card.add(EvidenceTerm.NEAR_FAILURE, 1.0 / steps, where);
        }
        double share = pathShare.getOrDefault(nearest, 0.0);
        if (steps > 0) {
            card.add(
                    EvidenceTerm.ON_ALL_PATHS,
                    share,
                    Math.round(share * 100) + " % of the paths to the failing node pass through it");
        }
    }

    /** What the value looks like, by itself and among others. */
    static void look(InputChange change, Scorecard card) {
        shape(change, card);
        outliers(change, card);
    }

    private static void shape(InputChange change, Scorecard card) {
        BigDecimal before = Values.number(change.leaf().before());
        BigDecimal after = Values.number(change.leaf().after());
        boolean wasThere =
                change.leaf().before() != null && !change.leaf().before().isNull();
        if (wasThere && Values.isGone(change.leaf())) {
            card.add(EvidenceTerm.VALUE_GONE, 1, "the value is gone");
        } else if (change.leaf().kind() == ChangeKind.TYPE_CHANGED) {
            card.add(EvidenceTerm.TYPE_CHANGED, 1, "it became another type of value");
        }
        if (before == null || after == null) {
            double years = Values.yearsApart(change.leaf());
            card.add(EvidenceTerm.MAGNITUDE, Math.min(1, years / FAR_YEARS), "how much it changed");
            return;
        }
        if (before.signum() * after.signum() < 0) {
            card.add(EvidenceTerm.SIGN_CHANGED, after.signum() < 0 ? 1 : 0.3, "its sign changed");
        }
        if (after.signum() == 0 && before.signum() != 0) {
            card.add(EvidenceTerm.BECAME_ZERO, 1, "it became zero");
        }
        double factor = Values.factor(change.leaf());
        boolean isMeasure = !ChangeFit.isTime(change.leaf()) && !Sleeping.countsFurther(change.leaf());
        if (isMeasure && factor > 0 && before.signum() == after.signum()) {
            card.add(EvidenceTerm.SLIGHT, 1 - factor / NOTABLE, "the number hardly moved");
        }
        card.add(EvidenceTerm.SCALE_CHANGED, scale(factor), "it changed by a factor of about " + powerOfTen(factor));
        card.add(EvidenceTerm.MAGNITUDE, Math.min(1, factor / 2), "how much it changed");
    }

    private static String powerOfTen(double exponent) {
        long power = Math.round(exponent);
        return power > 6 ? "10^" + power : String.format(Locale.ROOT, "%,d", (long) Math.pow(10, power));
    }

    /** A factor of 100 or 1,000 is a unit mistaken; of 10 a digit too many, or a plan. */
    private static double scale(double factor) {
        double power = Math.rint(factor);
        double miss = Math.abs(factor - power);
        if (power < 1 || miss > 0.12) {
            return 0;
        }
        double exactness = miss < 0.02 ? 1 : 0.5;
        return power == 1 ? 0.4 * exactness : exactness;
    }

    private static void outliers(InputChange change, Scorecard card) {
        BigDecimal after = Values.number(change.leaf().after());
        ValueStats history = change.seen().history();
        ValueStats peers = change.seen().peers();
        if (after != null) {
            double value = after.doubleValue();
            card.addCount(
                    EvidenceTerm.OUTSIDE_HISTORY,
                    Outlier.of(value, history, ENOUGH_PEERS),
                    "outside what this input held before (" + Outlier.range(history) + ")",
                    history.same(),
                    history.count());
            card.addCount(
                    EvidenceTerm.OUTSIDE_PEERS,
                    Outlier.of(value, peers, ENOUGH_PEERS),
                    "outside what other scenarios that succeeded use (" + Outlier.range(peers) + ")",
                    peers.same(),
                    peers.count());
            likePeers(peers, card);
            return;
        }
        boolean isText = change.leaf().after() != null && change.leaf().after().isString();
        if (isText) {
            likePeers(peers, card);
        }
        if (isText && !isLabel(change) && peers.count() >= ENOUGH_PEERS && peers.same() == 0 && history.same() == 0) {
            card.addCount(EvidenceTerm.NEW_CATEGORY, 1, "no scenario that succeeded uses this text", 0, peers.count());
        }
    }

    /** A date or a number of an order is always another one: a text that held digits and still does is no word. */
    private static boolean isLabel(InputChange change) {
        return holdsDigit(change.leaf().before()) && holdsDigit(change.leaf().after());
    }

    private static boolean holdsDigit(@Nullable JsonNode node) {
        return node != null && node.isString() && node.stringValue().chars().anyMatch(Character::isDigit);
    }

    /** A value that others use, too, is no mistake by itself. */
    private static void likePeers(ValueStats peers, Scorecard card) {
        if (peers.count() >= ENOUGH_PEERS) {
            card.addCount(
                    EvidenceTerm.LIKE_PEERS,
                    peers.same() / (peers.same() + 2.0),
                    "other scenarios that succeed use the same value",
                    peers.same(),
                    peers.count());
        }
    }

    private void validation(InputChange change, Scorecard card) {
        if (Boolean.TRUE.equals(change.version().isValidated())) {
            return;
        }
        String message = change.version().validationMessage();
        boolean isNamed = message != null && names.share(Words.of(message), names.of(change.input())) > 0;
        if (isNamed) {
            card.add(EvidenceTerm.NOT_VALIDATED, 1, "its validation failed: " + clipped(message));
        } else if (Boolean.TRUE.equals(change.version().wasValidated())
                && Boolean.FALSE.equals(change.version().isValidated())) {
            card.add(EvidenceTerm.NOT_VALIDATED, 0.4, "it was validated before and is not now");
        }
    }

    /** How surely an earlier failure was the same one: an error that many scenarios have is hardly any. */
    private double sameness() {
        return evidence.run().fingerprint() == null
                ? UNSURE
                : 1 / (1 + StrictMath.log(Math.max(1, evidence.spread().scenariosInMonth())));
    }

    private static String clipped(@Nullable String message) {
        return message == null ? "" : message.length() > 160 ? message.substring(0, 160) + "…" : message;
    }

    private void timing(InputChange change, Scorecard card) {
        Baseline baseline = evidence.baseline();
        boolean isOwn = baseline != null && baseline.kind() == Baseline.Kind.LAST_SUCCESS;
        if (!isOwn && change.set().isInitial()) {
            card.add(EvidenceTerm.SET_AT_CREATION, 1, "it has this value since the scenario was created");
        }
        if (baseline != null
                && baseline.firstFailureAt() != null
                && baseline.failures() > 1
                && !change.set().isInitial()
                && change.set().differsSince().isAfter(baseline.firstFailureAt())) {
            card.addRun(
                    EvidenceTerm.CAME_AFTER_FAILURE,
                    sameness(),
                    "changed after the scenario had begun to fail this way",
                    String.valueOf(baseline.firstFailureId()));
        }
        double seconds = Duration.between(
                        change.set().changedAt(), evidence.run().startedAt())
                .abs()
                .toSeconds();
        card.add(EvidenceTerm.RECENCY, StrictMath.exp(-seconds / SECONDS_OF_DAY), "how recent it is");
    }
}
