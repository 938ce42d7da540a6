package scenariorca.diagnosis;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.scenario.ModelNode;

/**
 * What an error names that is nothing of this platform's own: an identifier that no node and no key has a word of, and a day
 * shortly before the run, when a delivery was due or came last. Needs no language.
 */
final class ForeignTerms {
    private static final Pattern IDENTIFIER = Pattern.compile(
            "(?<![\\p{L}\\p{N}_./:\\\\-])\\p{L}[\\p{L}\\p{N}]*(?:_[\\p{L}\\p{N}]+)+(?![\\p{L}\\p{N}_(])");
    private static final Pattern DAY =
            Pattern.compile("(?<![\\d-])(20\\d\\d)([-./]?)(\\d\\d)\\2(\\d\\d)(?![\\d]|[T ]\\d\\d:)");
    private static final Pattern DAY_LAST = Pattern.compile("(?<!\\d)(\\d\\d)([./-])(\\d\\d)\\2(20\\d\\d)(?!\\d)");
    private static final int RECENT_DAYS = 45;
    private static final int LONGEST = 1_000;

    private final RunEvidence evidence;
    private final Set<String> own = new HashSet<>();

    ForeignTerms(RunEvidence evidence) {
        this.evidence = evidence;
        for (ModelNode node : evidence.graph().nodes()) {
            own.addAll(Words.of(node.name()).tokens());
        }
        for (InputChange change : evidence.changes()) {
            own.addAll(Words.of(change.leaf().path()).tokens());
        }
    }

    void add(ErrorText text, Scorecard card) {
        for (ErrorText.Line line : text.lines()) {
            if (line.isDirect()) {
                String said = line.text().length() > LONGEST ? line.text().substring(0, LONGEST) : line.text();
                card.add(
                        EvidenceTerm.NAMES_FOREIGN,
                        line.weight() * foreign(said),
                        "the error names something that is no node and no input of this model");
                card.add(
                        EvidenceTerm.NAMES_RECENT_DAY,
                        line.weight() * (isRecentDay(said) ? 1 : 0),
                        "the error names a day shortly before the run, which no changed input holds");
            }
        }
    }

    /** The largest share of unknown words in an identifier. */
    private double foreign(String text) {
        double most = 0;
        Matcher matcher = IDENTIFIER.matcher(text);
        while (matcher.find()) {
            List<String> words = Words.of(matcher.group()).tokens();
            long unknown = words.stream().filter(word -> !own.contains(word)).count();
            most = Math.max(most, words.isEmpty() ? 0 : unknown / (double) words.size());
        }
        return most;
    }

    private boolean isRecentDay(String text) {
        Matcher first = DAY.matcher(text);
        while (first.find()) {
            if (isRecent(first.group(1), first.group(3), first.group(4), first.group())) {
                return true;
            }
        }
        Matcher last = DAY_LAST.matcher(text);
        while (last.find()) {
            if (isRecent(last.group(4), last.group(3), last.group(1), last.group())
                    || isRecent(last.group(4), last.group(1), last.group(3), last.group())) {
                return true;
            }
        }
        return false;
    }

    private boolean isRecent(String year, String month, String day, String written) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            long before = ChronoUnit.DAYS.between(
                    date, LocalDate.ofInstant(evidence.run().startedAt(), ZoneOffset.UTC));
            return before >= 0 && before <= RECENT_DAYS && !isOfAnInput(written);
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    private boolean isOfAnInput(String written) {
        return evidence.changes().stream()
                .anyMatch(change -> String.valueOf(change.leaf().after()).contains(written)
                        || String.valueOf(change.leaf().before()).contains(written)
                        || change.leaf().path().contains(written));
    }
}
