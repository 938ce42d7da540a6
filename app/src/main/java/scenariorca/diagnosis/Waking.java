package scenariorca.diagnosis;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import scenariorca.comparison.LeafChange;
import scenariorca.diagnosis.evidence.InputChange;

/** What joins a value that slept with a change that may have woken it, and what each of the two gains by it. */
final class Waking {
    private static final Pattern PLACE = Pattern.compile("\\[(\\d{1,9})\\]");

    /** A switch of the same node: it turns on what stands beside it, but nobody knows which. */
    private static final double BESIDE = 0.5;

    private static final double ANYWHERE = 0.25;
    private static final String REACHED = "reached ";
    private static final String BESIDE_IT = "beside ";

    private Waking() {}

    /** Joins each sleeper with the change that most likely woke it. */
    static void join(List<Ranking.Scored> sleepers, List<Ranking.Scored> changes, SeriesTerms series) {
        for (Ranking.Scored sleeper : sleepers) {
            Ranking.Scored best = null;
            double most = 0;
            for (Ranking.Scored change : changes) {
                double link = change.change() == null ? 0 : link(change.change(), sleeper, series);
                if (link > most) {
                    most = link;
                    best = change;
                }
            }
            if (best != null) {
                tell(sleeper, best, most);
            }
        }
    }

    private static void tell(Ranking.Scored sleeper, Ranking.Scored change, double link) {
        String joint = (link == 1 ? REACHED : BESIDE_IT) + change.key() + " " + sleeper.key();
        String wakes = "it may have woken " + sleeper.title() + ", which stands out";
        double suspicion = link * Sleeping.suspicion(sleeper.card());
        if (link >= BESIDE) {
            String reaches = link == 1 ? " reaches it now, and did not before" : " may have woken it";
            sleeper.card().addJoint(EvidenceTerm.WOKEN, link, change.title() + reaches, joint);
            change.card().addJoint(EvidenceTerm.WAKES, suspicion, wakes, joint);
        } else {
            sleeper.card().add(EvidenceTerm.WOKEN, link, change.title() + " may have woken it");
            change.card().add(EvidenceTerm.WAKES, suspicion, wakes);
        }
    }

    private static double link(InputChange waker, Ranking.Scored sleeper, SeriesTerms series) {
        Candidate asleep = sleeper.candidate();
        if (asleep == null || !Sleeping.canWake(waker.leaf())) {
            return 0;
        }
        boolean isSwitch = waker.leaf().after() != null && !waker.leaf().after().isNumber();
        if (isSwitch) {
            return asleep.nodes().contains(waker.nodeId()) ? BESIDE : 0;
        }
        boolean isPlaced = false;
        for (InputChange leaf : asleep.leaves()) {
            OptionalInt place = series.place(leaf.nodeId(), leaf.leaf().path());
            isPlaced |= place.isPresent();
            boolean isReached = place.isPresent()
                    ? isBetween(waker.leaf(), place.getAsInt())
                    : isReached(waker.leaf(), leaf.leaf().path());
            if (isReached) {
                return 1;
            }
        }
        return isPlaced ? 0 : ANYWHERE;
    }

    private static boolean isBetween(LeafChange count, int place) {
        BigDecimal before = Values.number(count.before());
        BigDecimal after = Values.number(count.after());
        BigDecimal index = BigDecimal.valueOf(place);
        return before != null && after != null && index.compareTo(before) >= 0 && index.compareTo(after) < 0;
    }

    /** Whether a place of a list lies beyond what was counted before and within what is counted now. */
    private static boolean isReached(LeafChange count, String path) {
        BigDecimal before = Values.number(count.before());
        BigDecimal after = Values.number(count.after());
        if (before == null || after == null || !Values.isOrdinary(after) || !Values.isOrdinary(before)) {
            return false;
        }
        Matcher place = PLACE.matcher(path);
        while (place.find()) {
            if (isBetween(count, Integer.parseInt(place.group(1)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of two suspects reaches the other now, which none did before. */
    static boolean isPair(Suspect one, Suspect other) {
        return one.joints().stream()
                .anyMatch(joint -> joint.startsWith(REACHED) && other.joints().contains(joint));
    }
}
