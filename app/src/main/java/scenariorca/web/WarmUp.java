package scenariorca.web;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scenariorca.platform.RcaException;
import scenariorca.report.PageRequest;
import scenariorca.report.Reports;
import scenariorca.report.RunRow;
import scenariorca.report.RunsReport;

/**
 * Pages written before anybody asks for one, and thrown away: the first pages of a program that has just started take ten
 * times as long as later ones, and nobody should wait for that.
 */
public final class WarmUp {
    private static final Filters.Ordered AS_THEY_COME = new Filters.Ordered(null, null, null);
    private static final Logger log = LoggerFactory.getLogger("rca.serve");
    private static final int RUNS = 50;
    private static final Filters.Asked ALL = new Filters.Asked(null, null, null, null, null);
    private static final ScenarioPage.Asked NO_PART =
            new ScenarioPage.Asked(null, null, null, null, null, null, null, null);

    private final Reports reports;
    private final Pages pages;

    public WarmUp(Reports reports, Pages pages) {
        this.reports = reports;
        this.pages = pages;
    }

    /**
     * Writes one page after the other until the time is over. What goes wrong is told to whoever asks for the page.
     *
     * @return how many were written
     */
    public int write(Duration atMost) {
        long start = System.nanoTime();
        int written = 0;
        try {
            List<RunRow> failed = reports.runs()
                    .answer(RunsReport.Filter.of(null, "failed", "timeout"), new PageRequest(RUNS, null))
                    .content()
                    .items();
            for (int place = 0; place < Math.max(1, failed.size()); place++) {
                for (Supplier<Object> page : about(failed.isEmpty() ? null : failed.get(place))) {
                    if (System.nanoTime() - start > atMost.toNanos()) {
                        return written;
                    }
                    if (page.get() instanceof View view) {
                        pages.write(view);
                        written++;
                    }
                }
            }
        } catch (RcaException e) {
            log.debug("no more pages are written in advance", e);
        }
        return written;
    }

    /** Every kind of page that is asked for often, about one run where there is one. */
    private List<Supplier<Object>> about(@Nullable RunRow run) {
        var overviews = new OverviewController(reports);
        var reliability = new ReliabilityController(reports);
        List<Supplier<Object>> always = List.of(
                () -> new StartController(reports).start(),
                () -> overviews.overview(ALL, null, null, AS_THEY_COME, null),
                () -> reliability.reliability(ALL, null, null, AS_THEY_COME, null));
        if (run == null) {
            return always;
        }
        String user = run.runBy();
        String fingerprint = run.fingerprint();
        List<Supplier<Object>> one = List.of(
                () -> new RunPageController(reports).run(run.runId(), null, null, null),
                () -> new ScenarioPageController(reports).scenario(run.scenarioId(), NO_PART),
                () -> compared(run),
                () -> user == null ? "" : new JourneyController(reports).journey(user, null, 30, null, AS_THEY_COME),
                () -> fingerprint == null
                        ? ""
                        : new PatternPageController(reports).pattern(fingerprint, AS_THEY_COME, 30),
                () -> new StartController(reports).search(String.valueOf(run.scenarioName()), null));
        return Stream.concat(one.stream(), always.stream()).toList();
    }

    private Object compared(RunRow run) {
        UUID good = reports.runPlace().answer(run.runId()).content().lastGoodRunId();
        return good == null ? "" : new CompareController(reports).compare(good, run.runId());
    }
}
