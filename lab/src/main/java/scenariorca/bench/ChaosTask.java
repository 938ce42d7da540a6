package scenariorca.bench;

/**
 * What is disturbed.
 *
 * @see ChaosWork
 */
enum ChaosTask {
    /** The first load of the tables, and the verdicts. */
    TABLES("empty"),
    /** A load of what a platform did in its last days, and the verdicts. */
    CHANGES("behind"),
    /** A load of log events, and the verdicts they change. */
    LOGS("current"),
    /** Telling a channel of the problems that these loads found. */
    ALERTS("logged");

    /** The state of the warehouse it begins with. */
    private final String start;

    ChaosTask(String start) {
        this.start = start;
    }

    String start() {
        return start;
    }
}
