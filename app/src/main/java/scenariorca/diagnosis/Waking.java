package scenariorca.diagnosis;

import java.math.BigDecimal;
import java.util.List;
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

    private Waking() {}

    /** Joins each sleeper with the change that most likely woke it. */
    static void join(List<Ranking.Scored> sleepers, List<Ranking.Scored> changes) {
        for (Ranking.Scored sleeper : sleepers) {
            Ranking.Scored best = null;
            double most = 0;
            for (Ranking.Scored change : changes) {
                double link = change.change() == null ? 0 : link(change.change(), sleeper);
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
        sleeper.card()
                .add(
                        EvidenceTerm.WOKEN,
                        link,
                        link == 1 ? reachedBy(change.title()) : change.title() + " may have woken it");
        change.card()
                .add(
                        EvidenceTerm.WAKES,
                        link * Sleeping.suspicion(sleeper.card()),
                        "it may have woken " + sleeper.title() + ", which stands out");
    }

    private static double link(InputChange waker, Ranking.Scored sleeper) {
        if (sleeper.candidate() == null || !Sleeping.canWake(waker.leaf())) {
            return 0;
        }
        if (sleeper.change() != null
                && isReached(waker.leaf(), sleeper.change().leaf().path())) {
            return 1;
        }
        boolean isSwitch = waker.leaf().after() != null && !waker.leaf().after().isNumber();
        if (isSwitch) {
            return sleeper.candidate().nodes().contains(waker.nodeId()) ? BESIDE : 0;
        }
        return ANYWHERE;
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
            BigDecimal index = new BigDecimal(place.group(1));
            if (index.compareTo(before) >= 0 && index.compareTo(after) < 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether the first suspect reaches the second, which none did before. */
    static boolean isPair(Suspect waker, Suspect sleeper) {
        String told = reachedBy(waker.title());
        return sleeper.evidence().stream()
                .anyMatch(row -> row.term() == EvidenceTerm.WOKEN && row.text().equals(told));
    }

    private static String reachedBy(String waker) {
        return waker + " reaches it now, and did not before";
    }
}
