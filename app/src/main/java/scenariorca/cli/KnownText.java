package scenariorca.cli;

import org.jspecify.annotations.Nullable;
import scenariorca.cli.Screen.Look;
import scenariorca.report.KnownAt;
import scenariorca.report.PastVerdict;
import scenariorca.report.RunVerdicts;
import scenariorca.report.VerdictNews;

/** What was known then, for a terminal. */
final class KnownText {
    private KnownText() {}

    /** As of when the rest was known; nothing for now. */
    static void on(Screen screen, @Nullable KnownAt known) {
        if (known != null) {
            screen.text(
                    Look.DIM,
                    "This is what was known on %s, by load %d of %s."
                            .formatted(
                                    CellText.minute(known.at()),
                                    known.version(),
                                    CellText.minute(known.publishedAt())));
        }
    }

    static String of(PastVerdict told, Screen screen) {
        String headline = told.headline();
        screen.text(Look.BOLD, headline == null ? "No verdict had been told on this run." : headline);
        on(screen, told.knownAt());
        screen.blank();
        screen.text(
                Look.PLAIN,
                told.since().isEmpty()
                        ? "Nothing has changed it since."
                        : "What has changed it since, the newest first:");
        for (RunVerdicts.Said said : told.since()) {
            screen.text(
                    Look.PLAIN,
                    "load %d, %s: %s %.0f %%, %s"
                            .formatted(
                                    said.version(),
                                    CellText.minute(said.saidAt()),
                                    said.verdictClass(),
                                    100 * said.probability(),
                                    VerdictNews.because(said)));
            screen.labelled("said", Look.PLAIN, said.headline());
        }
        return screen.lines();
    }
}
