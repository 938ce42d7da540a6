package scenariorca;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.cloudwatch.FolderLogSource;
import scenariorca.logs.LogSelection;
import scenariorca.logs.LogSource;
import scenariorca.logs.Redactor;
import scenariorca.pipeline.LogPlan;

/** Plans for loads of log events in tests: everything of a source by default, with knobs to turn. */
public record LogPlans(
        LogSource source,
        List<String> groups,
        Instant now,
        boolean isWhole,
        int retentionDays,
        int maxEvents,
        LogSelection selection) {
    /** All files of a folder. */
    public static LogPlans files(Path folder, Instant now) {
        var source = new FolderLogSource(folder, null);
        return new LogPlans(source, source.groups(), now, true, 0, Integer.MAX_VALUE, LogSelection.ALL);
    }

    /** A service that is read in windows. */
    public static LogPlans service(LogSource source, Instant now, String... groups) {
        return new LogPlans(source, List.of(groups), now, false, 0, 10_000, LogSelection.ALL);
    }

    public LogPlans at(Instant time) {
        return new LogPlans(source, groups, time, isWhole, retentionDays, maxEvents, selection);
    }

    public LogPlans from(LogSource other) {
        return new LogPlans(other, groups, now, isWhole, retentionDays, maxEvents, selection);
    }

    public LogPlans keeping(int days) {
        return new LogPlans(source, groups, now, isWhole, days, maxEvents, selection);
    }

    public LogPlans atMost(int events) {
        return new LogPlans(source, groups, now, isWhole, retentionDays, events, selection);
    }

    public LogPlans only(LogSelection lines) {
        return new LogPlans(source, groups, now, isWhole, retentionDays, maxEvents, lines);
    }

    public LogPlan plan() {
        return plan(null);
    }

    public LogPlan plan(@Nullable String environment) {
        return new LogPlan(
                source,
                groups.stream()
                        .map(name -> new LogPlan.Group(name, environment))
                        .toList(),
                isWhole,
                null,
                30,
                Duration.ofHours(2),
                retentionDays,
                maxEvents,
                selection,
                Redactor.standard(false),
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
