package scenariorca.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import scenariorca.report.Answer;
import scenariorca.report.Freshness;

/** The answers one page is made of. They agree unless a load was published while they were asked for. */
final class Answers {
    private @Nullable Freshness freshness;
    private boolean isMixed;

    <T> T take(Answer<T> answer) {
        Freshness known = freshness;
        Freshness next = answer.freshness();
        if (known == null) {
            freshness = next;
        } else {
            isMixed |= known.version() != next.version() || isOtherDay(known.day(), next.day());
            freshness = known.day() == null ? next : known;
        }
        return answer.content();
    }

    private static boolean isOtherDay(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one != null && other != null && !one.equals(other);
    }

    /** What the page was read from; null before the first answer. */
    @Nullable
    Freshness freshness() {
        return freshness;
    }

    /** Null when the page was read from more than one state: it is right to show it, and wrong to keep it. */
    @Nullable
    Freshness forKeeping() {
        return isMixed ? null : freshness;
    }
}
