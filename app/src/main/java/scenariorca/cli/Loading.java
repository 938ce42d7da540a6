package scenariorca.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import scenariorca.pipeline.LoadRequest;
import scenariorca.pipeline.LoadStatus;
import scenariorca.pipeline.LoadSummary;
import scenariorca.pipeline.Pipeline;
import scenariorca.pipeline.Schedule;
import scenariorca.platform.Settings;

/** Loads in the background, by the settings' schedule, until it is stopped. */
final class Loading implements AutoCloseable {
    private static final int DEFAULT_SCHEDULE_MINUTES = 15;

    private static final int DEFAULT_STOP_SECONDS = 10;

    /** A load given up is told at the source and the warehouse within this time. */
    private static final Duration GIVING_UP = Duration.ofSeconds(5);

    private final Schedule schedule;

    /** A load under way may take so long to its end; then it is given up, and the warehouse stays as it was before it. */
    private final Duration grace;

    private @Nullable Thread thread;

    Loading(Pipeline pipeline, Settings settings, LoadStatus watch) {
        this.schedule = new Schedule(pipeline, interval(settings), watch, Clock.systemUTC());
        this.grace = Duration.ofSeconds(settings.number("ETL_STOP_SECONDS", DEFAULT_STOP_SECONDS, 0, 3600));
    }

    /** {@code ETL_SCHEDULE_SECONDS}, else {@code ETL_SCHEDULE_MINUTES}. */
    private static Duration interval(Settings settings) {
        int minutes = settings.number("ETL_SCHEDULE_MINUTES", DEFAULT_SCHEDULE_MINUTES, 1, 10_080);
        return settings.text("ETL_SCHEDULE_SECONDS").isPresent()
                ? Duration.ofSeconds(settings.number("ETL_SCHEDULE_SECONDS", 60, 1, 604_800))
                : Duration.ofMinutes(minutes);
    }

    Loading start(LoadRequest first, Consumer<LoadSummary> loaded) {
        thread = Thread.ofVirtual().name("rca-loads").start(() -> schedule.follow(first, loaded));
        return this;
    }

    /** No further load begins; returns when the load under way has ended or was given up. May be called again. */
    @Override
    public void close() {
        schedule.stop();
        Thread loads = thread;
        if (loads == null) {
            return;
        }
        try {
            if (!loads.join(grace)) {
                loads.interrupt();
                loads.join(GIVING_UP);
            }
        } catch (InterruptedException e) {
            loads.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
