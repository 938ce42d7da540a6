package scenariorca.simulator;

import java.util.List;
import java.util.Locale;

/** What kind of platform is simulated. */
public enum Profile {
    /** Some fifty scenarios over 45 days, with the five stories. */
    STANDARD(45, 26, 0.5, 0.3, 1, 5, 0.03, 1.0),
    /** Few runs after many edits, up to hundreds at once. */
    HEAVY_EDITOR(25, 30, 0.8, 0.45, 3, 30, 0.35, 0.7),
    /** The platform stumbles several times a day; most runs succeed when repeated. */
    FLAKY_RUNS(25, 36, 0.7, 0.12, 1, 4, 0.02, 0.8),
    /** Nothing goes wrong. */
    CLEAN(25, 30, 0.6, 0.0, 1, 5, 0.02, 0.8),
    /** A day on which one thing after another fails. */
    INCIDENT(12, 40, 0.9, 0.12, 1, 4, 0.02, 1.0),
    /** Volume: large models, many runs, short logs. */
    SCALE(45, 60, 0.75, 0.15, 1, 4, 0.02, 0.25),
    /** Many trades on many engines, each choice drawn by the seed; a stage of its own sets it up. */
    VARIED(14, 50, 0, 0, 0, 0, 0, 1);

    private final int days;
    private final int scenarios;
    private final double sessions;
    private final double mistakes;
    private final int fewestEdits;
    private final int mostEdits;
    private final double uploads;
    private final double logDetail;

    Profile(
            int days,
            int scenarios,
            double sessions,
            double mistakes,
            int fewestEdits,
            int mostEdits,
            double uploads,
            double logDetail) {
        this.days = days;
        this.scenarios = scenarios;
        this.sessions = sessions;
        this.mistakes = mistakes;
        this.fewestEdits = fewestEdits;
        this.mostEdits = mostEdits;
        this.uploads = uploads;
        this.logDetail = logDetail;
    }

    /** The word for it. Example: heavy_editor. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many days before the end it begins. */
    int days() {
        return days;
    }

    /** Scenarios at scale 1, starters and copies not counted. */
    int scenarios() {
        return scenarios;
    }

    /** Factor of the users' sessions per day. */
    double sessions() {
        return sessions;
    }

    /** Chance that an average user's session holds a mistake. */
    double mistakes() {
        return mistakes;
    }

    int fewestEdits() {
        return fewestEdits;
    }

    int mostEdits() {
        return mostEdits;
    }

    /** Chance that an edit is an uploaded spreadsheet. */
    double uploads() {
        return uploads;
    }

    /** How many of the usual log lines are written, 0 to 1. */
    double logDetail() {
        return logDetail;
    }

    /** The models its scenarios are of. */
    List<ModelSpec> models() {
        return switch (this) {
            case SCALE ->
                List.of(
                        ModelSpec.named("Lymphoma Global"),
                        ModelSpec.named("Multiple Myeloma EU"),
                        ModelSpec.named("Breast Cancer US"));
            case HEAVY_EDITOR ->
                List.of(
                        ModelSpec.named("Lymphoma Global"),
                        ModelSpec.named("NSCLC EU"),
                        ModelSpec.named("Psoriasis Japan"));
            case VARIED -> List.of();
            case STANDARD, FLAKY_RUNS, CLEAN, INCIDENT -> ModelSpec.ALL.subList(0, 6);
        };
    }

    /** The kinds of mistakes its users make. In the standard profile a long duration is a story of its own. */
    List<MistakeKind> kinds() {
        return List.of(MistakeKind.values()).stream()
                .filter(kind -> this != STANDARD || kind != MistakeKind.DURATION_OUT_OF_RANGE)
                .toList();
    }
}
