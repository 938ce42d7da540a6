package scenariorca.cloudwatch;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * How AWS is reached: region, credentials and endpoint of the settings, and where they say nothing, of the SDK's default
 * chain (environment, profile, web identity, role of the container or the machine).
 */
final class AwsClients {
    /** What FilterLogEvents allows an account in a region. */
    static final int CALLS_PER_SECOND = 5;

    private static final int MAX_ATTEMPTS = 8;
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration FIRST_THROTTLED_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Duration ATTEMPT = Duration.ofSeconds(90);

    private final Settings settings;
    private final Region region;
    private final @Nullable URI endpoint;
    private final AwsCredentialsProvider credentials;
    private final RetryStrategy retries;

    private AwsClients(Settings settings, RetryStrategy retries) {
        this.settings = settings;
        this.endpoint =
                settings.text("AWS_ENDPOINT_URL").map(AwsClients::endpoint).orElse(null);
        this.region = region(settings, endpoint != null);
        this.credentials = credentials(settings);
        this.retries = retries;
    }

    /** @throws RcaException CONFIGURATION when there is no region, or an address that is none */
    static AwsClients from(Settings settings) {
        return from(
                settings,
                AwsRetryStrategy.adaptiveRetryStrategy().toBuilder()
                        .maxAttempts(settings.number("AWS_MAX_ATTEMPTS", MAX_ATTEMPTS, 1, 100))
                        .backoffStrategy(BackoffStrategy.exponentialDelay(FIRST_WAIT, LONGEST_WAIT))
                        .throttlingBackoffStrategy(BackoffStrategy.exponentialDelay(FIRST_THROTTLED_WAIT, LONGEST_WAIT))
                        .build());
    }

    static AwsClients from(Settings settings, RetryStrategy retries) {
        return new AwsClients(settings, retries);
    }

    CloudWatchLogsClient logs(RateGate gate) {
        return with(
                        CloudWatchLogsClient.builder(),
                        ClientOverrideConfiguration.builder().addExecutionInterceptor(new GatedCalls(gate)))
                .build();
    }

    S3Client s3() {
        // An endpoint of one's own rarely has a name per bucket.
        return with(S3Client.builder(), ClientOverrideConfiguration.builder())
                .forcePathStyle(endpoint != null)
                .crossRegionAccessEnabled(endpoint == null)
                .build();
    }

    /** Where this leads, for people. Example: {@code eu-west-1} */
    String place() {
        return endpoint == null ? region.id() : region.id() + " at " + endpoint;
    }

    boolean isKnownRegion() {
        return Region.regions().contains(region);
    }

    Optional<String> profile() {
        return settings.text("AWS_PROFILE");
    }

    /** Whose credentials are used, by access key id cut short. @throws SdkException when there are none */
    String keyId() {
        String id = credentials.resolveIdentity().join().accessKeyId();
        return id.substring(0, Math.min(4, id.length())) + "…";
    }

    private <B extends AwsClientBuilder<B, C>, C> B with(B builder, ClientOverrideConfiguration.Builder overrides) {
        builder.region(region)
                .credentialsProvider(credentials)
                .overrideConfiguration(overrides
                        .retryStrategy(retries)
                        .apiCallAttemptTimeout(ATTEMPT)
                        .build());
        return endpoint == null ? builder : builder.endpointOverride(endpoint);
    }

    private static URI endpoint(String text) {
        try {
            var uri = new URI(text);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // reported below, as an address without a host is
        }
        throw new RcaException(
                ErrorCode.CONFIGURATION,
                "AWS_ENDPOINT_URL is no http address; write it as https://host:port, or leave it empty for AWS itself");
    }

    private static Region region(Settings settings, boolean hasEndpoint) {
        String name = settings.text("AWS_REGION")
                .or(() -> settings.text("AWS_DEFAULT_REGION"))
                .orElse("");
        if (name.matches("[a-z0-9-]+")) {
            return Region.of(name);
        }
        if (!name.isEmpty()) {
            throw new RcaException(
                    ErrorCode.CONFIGURATION,
                    "AWS_REGION is \"%s\"; it must be a region such as eu-west-1".formatted(name));
        }
        if (hasEndpoint) {
            return Region.US_EAST_1;
        }
        try {
            return DefaultAwsRegionProviderChain.builder()
                    .profileName(settings.text("AWS_PROFILE", "default"))
                    .build()
                    .getRegion();
        } catch (SdkException e) {
            throw new RcaException(
                    ErrorCode.CONFIGURATION, "no AWS region is set; set AWS_REGION, such as eu-west-1", e);
        }
    }

    private static AwsCredentialsProvider credentials(Settings settings) {
        String id = settings.text("AWS_ACCESS_KEY_ID", "");
        String secret = settings.text("AWS_SECRET_ACCESS_KEY", "");
        if (id.isEmpty() || secret.isEmpty()) {
            var chain = DefaultCredentialsProvider.builder();
            settings.text("AWS_PROFILE").ifPresent(chain::profileName);
            return chain.build();
        }
        AwsCredentials given = settings.text("AWS_SESSION_TOKEN")
                .<AwsCredentials>map(token -> AwsSessionCredentials.create(id, secret, token))
                .orElseGet(() -> AwsBasicCredentials.create(id, secret));
        return StaticCredentialsProvider.create(given);
    }
}
