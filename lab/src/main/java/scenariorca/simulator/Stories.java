package scenariorca.simulator;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * The five stories of the profile {@code standard}: their ids are the same in every installation and for every seed,
 * their times follow from the end of the simulated time.
 *
 * @param day the day of the stories: the last working day (Monday to Friday) whose noon UTC is not after the end
 * @param monday the Monday of the release: the last one at least two days before that day
 */
public record Stories(LocalDate day, LocalDate monday) {
    /** How many scenarios the strict release breaks in story 3. */
    public static final int STRICT_SCENARIOS = 9;
    /** How many runs of theirs fail. */
    public static final int STRICT_RUNS = 32;

    static final String STRICT_RELEASE = "2026.47.0";

    /**
     * A story: what a user says, and where to look.
     *
     * @param number 1 to 5
     * @param told what the user says
     * @param user who says it, or who acted
     * @param scenarioId where it happened; the first of several in stories 3 and 4
     * @param runId the run to ask about; in story 2 the last one, which went well
     * @param at when
     */
    public record Story(
            int number, String told, String user, UUID scenarioId, String scenarioName, UUID runId, Instant at) {}

    /** The stories of a simulation that ends at this time. */
    public static Stories endingAt(Instant end) {
        LocalDate day = end.atZone(ZoneOffset.UTC).toLocalDate();
        while (!WorkingHours.isWorkday(day)
                || day.atTime(12, 0).toInstant(ZoneOffset.UTC).isAfter(end)) {
            day = day.minusDays(1);
        }
        LocalDate monday = day.minusDays(2);
        while (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            monday = monday.minusDays(1);
        }
        return new Stories(day, monday);
    }

    /** All five, in order. */
    public List<Story> all() {
        return List.of(
                new Story(
                        1,
                        "My run failed, I don't know why.",
                        "jdoe",
                        scenario(1, 1),
                        "NSCLC EU Base Case",
                        run(1, 1),
                        at(11, 5)),
                new Story(
                        2,
                        "I submitted my scenario and it disappeared.",
                        "mwilson",
                        scenario(2, 1),
                        "Breast Cancer US Submission",
                        run(2, 1),
                        at(10, 35)),
                new Story(
                        3,
                        "Many scenarios fail validation.",
                        "rmueller",
                        scenario(3, 1),
                        "Psoriasis Japan Maintenance 1",
                        run(3, 1),
                        releasedAt()),
                new Story(
                        4,
                        "Nobody changed anything and it fails.",
                        "hzhang",
                        scenario(4, 1),
                        "Breast Cancer US Base Case",
                        run(4, 1),
                        at(9, 31)),
                new Story(
                        5,
                        "It got slow.",
                        User.SCHEDULER,
                        scenario(5, 1),
                        "Multiple Myeloma EU Base Case",
                        run(5, 1),
                        at(4, 30)));
    }

    /** Id of a story's scenario. Example: 5ce00001-0000-4000-8000-000000000001. */
    public static UUID scenario(int story, int number) {
        return id(0x5ce00000L, story, number);
    }

    /** Id of a story's run. Example: f0e00001-0000-4000-8000-000000000001. */
    public static UUID run(int story, int number) {
        return id(0xf0e00000L, story, number);
    }

    /** Correlation id of one of a story's requests. Example: c0e00001-0000-4000-8000-000000000001. */
    public static UUID request(int story, int number) {
        return id(0xc0e00000L, story, number);
    }

    private static UUID id(long prefix, int story, int number) {
        return new UUID((prefix + story) << 32 | 0x4000L, 0x8000000000000000L | number);
    }

    /** A time on the day of the stories, UTC. */
    Instant at(int hour, int minute) {
        return day.atTime(hour, minute).toInstant(ZoneOffset.UTC);
    }

    /** A time some working days before the day of the stories, UTC. */
    Instant at(int workdaysBefore, int hour, int minute) {
        LocalDate earlier = day;
        for (int i = 0; i < workdaysBefore; ) {
            earlier = earlier.minusDays(1);
            i += WorkingHours.isWorkday(earlier) ? 1 : 0;
        }
        return earlier.atTime(hour, minute).toInstant(ZoneOffset.UTC);
    }

    /** When the strict release of story 3 is deployed. */
    public Instant releasedAt() {
        return monday.atTime(9, 0).toInstant(ZoneOffset.UTC);
    }

    /** Beginning of story 4's outage, which lasts {@value #OUTAGE_MINUTES} minutes. */
    public Instant outageAt() {
        return at(9, 12);
    }

    static final int OUTAGE_MINUTES = 35;

    /** Since when story 5's nodes are slower. */
    public Instant slowSince() {
        return day.minusDays(8).atTime(20, 0).toInstant(ZoneOffset.UTC);
    }
}
