package scenariorca.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import scenariorca.LogLoadOptions;
import scenariorca.cloudwatch.LogOptions;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;

/** The options of a command that say which log events it loads. */
final class LogChoice {
    private static final String DEMO = "(demo)";
    private static final int MAX_DAYS = 36_500;

    @Option(names = "--cloudwatch-days", paramLabel = "<n>", description = "Read log events of the last n days.")
    private @Nullable Integer days;

    @Option(
            names = "--mock-cloudwatch",
            paramLabel = "<dir>",
            arity = "0..1",
            fallbackValue = DEMO,
            description = "Read log events from files, by default those of the demo, instead of CloudWatch.")
    private @Nullable String mock;

    @Option(
            names = "--log-group",
            paramLabel = "<name>",
            description = "Read this log group instead of CLOUDWATCH_LOG_GROUPS; repeatable.")
    private List<String> groups = new ArrayList<>();

    @Option(
            names = "--log-files",
            paramLabel = "<place>",
            description = "Read log events from the files of an export or a subscription filter.")
    private @Nullable String files;

    @Option(
            names = "--environment",
            paramLabel = "<name>",
            description = "dev, sit, uat or prod: where log events come from that do not say it.")
    private @Nullable String environment;

    @Option(
            names = "--cloudwatch-insights",
            paramLabel = "<text>",
            description = "Read only log events with this text, by Logs Insights; repeatable. Needs --cloudwatch-days.")
    private List<String> searched = new ArrayList<>();

    @Option(
            names = "--retention-days",
            paramLabel = "<n>",
            description = "Drop log lines older than n days; their counts stay.")
    private @Nullable Integer retentionDays;

    /** Whether log events are what the command is about. */
    boolean isAsked() {
        return days != null || mock != null || files != null || !groups.isEmpty() || !searched.isEmpty();
    }

    LogLoadOptions ask(Settings settings) {
        check("--cloudwatch-days", days);
        check("--retention-days", retentionDays);
        checkSearch();
        var options = new LogOptions(mockFolder(settings), files, groups, environment, searched);
        return new LogLoadOptions(options, days, retentionDays);
    }

    private void checkSearch() {
        if (searched.isEmpty()) {
            return;
        }
        if (mock != null || files != null) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "--cloudwatch-insights searches CloudWatch; it cannot go with --mock-cloudwatch or --log-files");
        }
        if (days == null) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "--cloudwatch-insights needs --cloudwatch-days: every gigabyte searched is billed");
        }
        if (searched.size() > LogOptions.MAX_SEARCHED || searched.stream().anyMatch(String::isBlank)) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "--cloudwatch-insights takes 1 to %d texts, none of them empty".formatted(LogOptions.MAX_SEARCHED));
        }
    }

    private static void check(String option, @Nullable Integer days) {
        if (days != null && (days < 1 || days > MAX_DAYS)) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "%s is %d; it must be a whole number from 1 to %d".formatted(option, days, MAX_DAYS));
        }
    }

    private @Nullable Path mockFolder(Settings settings) {
        if (mock == null) {
            return null;
        }
        Path folder = mock.equals(DEMO) ? settings.home().resolve("demo").resolve("logs") : Path.of(mock);
        if (!Files.isDirectory(folder)) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "--mock-cloudwatch: there is no folder %s; give one, or make it by ./rca demo or ./rca simulate --logs"
                            .formatted(folder));
        }
        return folder;
    }
}
