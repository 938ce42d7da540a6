package scenariorca.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;

/** Looks whether the log groups of the settings can be read. */
public final class CloudWatchCheck {
    private CloudWatchCheck() {}

    /**
     * What was found, when nothing needs doing.
     *
     * @throws RcaException naming each group that cannot be read, and what to do
     */
    public static String look(Settings settings, Instant now) {
        List<WatchedGroup> groups = LogSources.groups(settings, LogOptions.NONE);
        if (groups.isEmpty()) {
            return "not configured: %s names no log group to load from".formatted(LogSources.GROUPS);
        }
        return AwsCheck.look(settings, groups, new TimeSlice(now.minus(Duration.ofMinutes(15)), now));
    }

    /** Apart, so that the AWS SDK is loaded only where there is something to look at. */
    private static final class AwsCheck {
        static String look(Settings settings, List<WatchedGroup> groups, TimeSlice slice) {
            // Somebody waits: fewer tries than a load makes.
            AwsClients clients = AwsClients.from(settings, AwsRetryStrategy.standardRetryStrategy());
            var failures = new AwsFailures(clients);
            String key = key(clients, failures);
            var problems = new ArrayList<RcaException>();
            try (var client = clients.logs(AwsSources.gate(settings))) {
                for (WatchedGroup group : groups) {
                    FilterCalls.look(client, failures, group.name(), slice).ifPresent(problems::add);
                    if (!problems.isEmpty() && problems.getLast().code() == ErrorCode.UNREACHABLE) {
                        break;
                    }
                }
            }
            if (problems.isEmpty()) {
                return "all log groups (%d) in %s can be read with key %s"
                        .formatted(groups.size(), clients.place(), key);
            }
            throw new RcaException(
                    problems.getFirst().code(),
                    String.join(
                            "; ",
                            problems.stream()
                                    .map(RcaException::getMessage)
                                    .distinct()
                                    .toList()),
                    problems.getFirst());
        }

        private static String key(AwsClients clients, AwsFailures failures) {
            try {
                return clients.keyId();
            } catch (SdkException e) {
                throw failures.explain(e, "sts:AssumeRole", "CloudWatch Logs");
            }
        }
    }
}
