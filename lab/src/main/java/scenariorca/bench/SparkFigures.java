package scenariorca.bench;

import java.util.List;

/**
 * What a job on a cluster takes, beside the load of the same objects on one machine.
 *
 * @param cores of the machine that all of it ran on
 * @param plainSeconds of {@code rca etl} on the same objects
 * @param runs of the job, by workers
 * @param lakeBytesPerLine what a line takes in the lake
 */
public record SparkFigures(int events, int cores, double plainSeconds, List<Run> runs, double lakeBytesPerLine) {
    public SparkFigures {
        runs = List.copyOf(runs);
    }

    /**
     * One run of the job.
     *
     * @param seconds from submitting to the end of the process, the start of the engine included
     * @param startSeconds of these, before the job does anything
     * @param takeInSeconds that the load took afterwards which takes in what was handed over
     */
    public record Run(int workers, double seconds, double startSeconds, double takeInSeconds) {
        /** Lines a second of the job itself, without the start of the engine. */
        double linesPerSecond(int events) {
            return events / Math.max(1e-3, seconds - startSeconds);
        }
    }

    public double plainLinesPerSecond() {
        return events / plainSeconds;
    }

    public double linesPerSecond(Run run) {
        return run.linesPerSecond(events);
    }

    /** How many times as fast the last run was as the first. */
    public double speedup() {
        return linesPerSecond(runs.getLast()) / linesPerSecond(runs.getFirst());
    }
}
