package scenariorca.cloudwatch;

import java.util.List;
import scenariorca.logs.LogSource;
import scenariorca.platform.Settings;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Opens the sources that are behind the AWS SDK. */
final class AwsSources {
    private static final int MAX_CALLS_PER_SECOND = 100;

    private AwsSources() {}

    static OpenLogSource inCloudWatch(Settings settings, List<WatchedGroup> groups, List<String> containing) {
        AwsClients clients = AwsClients.from(settings);
        CloudWatchLogsClient client = clients.logs(gate(settings));
        var failures = new AwsFailures(clients);
        LogSource source = containing.isEmpty()
                ? new CloudWatchLogSource(client, failures, CloudWatchLogSource.PAGE_EVENTS)
                : new InsightsLogSource(
                        client, failures, new InsightsQuery(containing), InsightsLogSource.Limits.OF_AWS);
        return new OpenLogSource(source, groups, false, "CloudWatch Logs in " + clients.place(), client::close);
    }

    static OpenLogSource inBucket(Settings settings, S3Address address, LogOptions options, List<WatchedGroup> groups) {
        AwsClients clients = AwsClients.from(settings);
        S3Client client = clients.s3();
        var files = new S3Files(client, new AwsFailures(clients), address);
        FileLogSource source = FileLogSource.of(files, LogSources.ownGroup(groups));
        return new OpenLogSource(
                source, LogSources.found(source, options, groups), true, address.toString(), client::close);
    }

    static RateGate gate(Settings settings) {
        return RateGate.perSecond(
                settings.number("CLOUDWATCH_CALLS_PER_SECOND", AwsClients.CALLS_PER_SECOND, 1, MAX_CALLS_PER_SECOND));
    }
}
