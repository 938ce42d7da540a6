package scenariorca.bench;

import java.util.List;

/** What is done to the product, again and again. */
enum ChaosKind {
    TABLES_KILLED("load of tables killed", List.of(ChaosTask.TABLES, ChaosTask.CHANGES), 6),
    LOGS_KILLED("load of logs killed", List.of(ChaosTask.LOGS), 4),
    ALERTS_KILLED("alerts' sender killed", List.of(ChaosTask.ALERTS), 3),
    WAREHOUSE_KILLED("warehouse's server killed", List.of(ChaosTask.values()), 3),
    SOURCE_KILLED("source's server killed", List.of(ChaosTask.TABLES, ChaosTask.CHANGES), 2),
    DISK_FULL("warehouse's disk full", List.of(ChaosTask.TABLES, ChaosTask.CHANGES, ChaosTask.LOGS), 1),
    CLOCK_BACK("clock set back", List.of(ChaosTask.LOGS, ChaosTask.ALERTS), 1);

    private final String words;
    private final List<ChaosTask> tasks;
    private final int share;

    ChaosKind(String words, List<ChaosTask> tasks, int share) {
        this.words = words;
        this.tasks = tasks;
        this.share = share;
    }

    String words() {
        return words;
    }

    /** What it is done to. */
    List<ChaosTask> tasks() {
        return tasks;
    }

    /** How many of 20 times it is this. */
    int share() {
        return share;
    }
}
