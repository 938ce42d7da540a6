package scenariorca.pipeline;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import scenariorca.platform.RcaException;

/** Loads again and again. A load that fails is said and tried again at the next turn; nothing is lost meanwhile. */
public final class Schedule {
    private final Pipeline pipeline;
    private final Duration interval;

    public Schedule(Pipeline pipeline, int minutes) {
        this.pipeline = pipeline;
        this.interval = Duration.ofMinutes(minutes);
    }

    /** Returns when the thread is interrupted. */
    public void follow(Progress progress, Consumer<LoadSummary> loaded) {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(interval.toMillis());
                try {
                    loaded.accept(pipeline.run(new LoadRequest.Incremental(), progress));
                    pipeline.diagnose(progress);
                } catch (RcaException e) {
                    progress.say("load failed, next try in " + interval.toMinutes() + " min: " + e.getMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
