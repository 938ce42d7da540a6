package scenariorca.report;

import java.util.concurrent.Callable;
import scenariorca.warehouse.Viewer;

/** For whom questions are asked at this moment: whoever lets a caller in says so, and every report obeys. */
public final class ViewerContext {
    private static final ScopedValue<Viewer> VIEWER = ScopedValue.newInstance();

    private ViewerContext() {}

    /** Runs {@code task}, every question in which is asked for {@code viewer}. */
    public static <T, X extends Throwable> T as(Viewer viewer, ScopedValue.CallableOp<T, X> task) throws X {
        return ScopedValue.where(VIEWER, viewer).call(task);
    }

    /** The same task for another thread, asking for whom this one asks. */
    public static <T> Callable<T> carried(Callable<T> task) {
        Viewer asking = viewer();
        return () -> as(asking, task::call);
    }

    static Viewer viewer() {
        return VIEWER.orElse(Viewer.NOBODY);
    }
}
