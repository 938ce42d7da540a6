package scenariorca.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.Series;

/**
 * Whether the period an error names is one that a change is of. A forecast runs forward: what stands in a later period has not
 * broken an earlier one, and what counts further has broken none that it counted before.
 */
final class PeriodTerms {
    private static final double COUNTS = 0.4;
    private static final int MONTHS = 12;
    private static final int QUARTERS = 4;
    private static final int WEEKS = 53;

    private static final Pattern LABEL = Pattern.compile("(?<![\\p{N}\\p{L}.-])(?:(?<year>(?:19|20|21)\\d\\d)[-_/]?"
            + "(?:[qQ](?<quarter>[1-4])|[wW](?<week>\\d\\d)|[-_/mM](?<month>0[1-9]|1[0-2]))"
            + "|[qQ](?<quarterFirst>[1-4])[-_/ ](?<quarterYear>(?:19|20|21)\\d\\d)"
            + "|(?<monthFirst>0[1-9]|1[0-2])[-_/](?<monthYear>(?:19|20|21)\\d\\d)"
            + "|(?<bareYear>(?:19[89]|20\\d)\\d))(?![\\p{N}\\p{L}_]|[-_/.,:]\\d)");

    private final List<Period> named = new ArrayList<>();
    private final List<Period> starts = new ArrayList<>();

    /**
     * A period.
     *
     * @param perYear how many a year has: 1, 4, 12 or 53
     * @param number how many came before since the year 0
     */
    private record Period(int perYear, int number) {
        static Period of(String year, int perYear, String of) {
            return new Period(perYear, Integer.parseInt(year) * perYear + Integer.parseInt(of) - 1);
        }
    }

    PeriodTerms(ErrorText text, List<Series> series) {
        text.lines().stream()
                .filter(line -> line.weight() >= COUNTS)
                .map(line -> first(line.text()))
                .flatMap(Optional::stream)
                .forEach(named::add);
        series.stream()
                .filter(one -> !one.keys().isEmpty())
                .map(one -> first(one.keys().getFirst()))
                .flatMap(Optional::stream)
                .forEach(starts::add);
    }

    /** The first period a text names; empty without one. A day is none. */
    private static Optional<Period> first(String text) {
        Matcher matcher = LABEL.matcher(text);
        return matcher.find() ? Optional.of(period(matcher)) : Optional.empty();
    }

    private static Period period(Matcher matcher) {
        if (matcher.group("quarterYear") != null) {
            return Period.of(matcher.group("quarterYear"), QUARTERS, matcher.group("quarterFirst"));
        }
        if (matcher.group("monthYear") != null) {
            return Period.of(matcher.group("monthYear"), MONTHS, matcher.group("monthFirst"));
        }
        if (matcher.group("bareYear") != null) {
            return Period.of(matcher.group("bareYear"), 1, "1");
        }
        String year = matcher.group("year");
        if (matcher.group("quarter") != null) {
            return Period.of(year, QUARTERS, matcher.group("quarter"));
        }
        return matcher.group("week") != null
                ? Period.of(year, WEEKS, matcher.group("week"))
                : Period.of(year, MONTHS, matcher.group("month"));
    }

    void add(InputChange change, SeriesTerms series, Scorecard card) {
        for (Period told : named) {
            Period own = own(change, told, series);
            if (own == null) {
                counted(change, told, card);
            } else if (own.number() == told.number()) {
                card.add(EvidenceTerm.PERIOD_NAMED, 1, "the error names the period it is of");
            } else if (own.number() > told.number()) {
                card.add(EvidenceTerm.PERIOD_LATER, 1, "the error names an earlier period than the one it is of");
            }
        }
    }

    private void counted(InputChange change, Period told, Scorecard card) {
        Integer start = start(told);
        if (start == null || !Sleeping.countsFurther(change.leaf())) {
            return;
        }
        int place = told.number() - start;
        boolean isReached = place >= Values.whole(change.leaf().before())
                && place < Values.whole(change.leaf().after());
        if (isReached) {
            card.add(EvidenceTerm.PERIOD_NAMED, 1, "the error names a period that it reaches now, and did not before");
        } else if (place >= 0 && place < Values.whole(change.leaf().before())) {
            card.add(EvidenceTerm.PERIOD_LATER, 1, "the error names a period that it reached before, too");
        }
    }

    /** The period a leaf is of: named by its path, or by its place in a series; null for one that is of none. */
    private @Nullable Period own(InputChange change, Period told, SeriesTerms series) {
        Optional<Period> labelled = first(change.leaf().path().replaceAll("[\\[\\]\"=.]", " "));
        if (labelled.isPresent()) {
            return labelled.get().perYear() == told.perYear() ? labelled.get() : null;
        }
        OptionalInt place = series.place(change.nodeId(), change.leaf().path());
        Integer start = start(told);
        return place.isPresent() && start != null ? new Period(told.perYear(), start + place.getAsInt()) : null;
    }

    /** Where forecasts begin: the earliest period of any series of such periods; null when none is known. */
    private @Nullable Integer start(Period told) {
        OptionalInt earliest = starts.stream()
                .filter(one -> one.perYear() == told.perYear())
                .mapToInt(Period::number)
                .min();
        return earliest.isPresent() ? earliest.getAsInt() : null;
    }
}
