package scenariorca.cli;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import scenariorca.cli.Screen.Look;
import scenariorca.report.RunVerdicts;
import scenariorca.report.VerdictNews;

/** What was said of a run, and what people said of that, for a terminal. */
final class VerdictHistoryText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private VerdictHistoryText() {}

    /** The newest verdict first. */
    static String of(RunVerdicts run, Screen screen) {
        screen.text(Look.BOLD, "What was said of run " + run.runId());
        screen.blank();
        if (run.verdicts().isEmpty()) {
            screen.text(Look.PLAIN, "Nothing yet: it neither failed nor was slow, or no load has explained it.");
        }
        for (RunVerdicts.Said said : run.verdicts()) {
            screen.text(
                    Look.PLAIN,
                    "%d. %s, version %d, %s %.0f %%, %s"
                            .formatted(
                                    said.verdictNo(),
                                    TIME.format(said.saidAt()),
                                    said.version(),
                                    said.verdictClass(),
                                    100 * said.probability(),
                                    VerdictNews.because(said)));
            screen.labelled("said", Look.PLAIN, said.headline());
            screen.labelled("rules", Look.DIM, said.rulesVersion());
        }
        judgements(screen, run.judgements());
        return screen.lines();
    }

    private static void judgements(Screen screen, List<RunVerdicts.Judged> judgements) {
        for (RunVerdicts.Judged judged : judgements) {
            screen.blank();
            screen.text(
                    Look.PLAIN,
                    "%s, %s found the verdict %s%s%s"
                            .formatted(
                                    TIME.format(judged.actedAt()),
                                    judged.actedBy(),
                                    judged.judgement(),
                                    judged.cause() == null ? "" : ": it was " + judged.cause(),
                                    judged.isUndone() ? " (taken back)" : ""));
            screen.labelled("note", Look.PLAIN, judged.note() == null ? "" : judged.note());
        }
    }
}
