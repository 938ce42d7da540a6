package scenariorca.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import scenariorca.logs.LogRequest;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import software.amazon.awssdk.core.exception.SdkClientException;

final class AwsFailuresTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final CloudWatchStub stub = new CloudWatchStub(List.of());

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void a_missing_permission_is_named() {
        RcaException failure = refused(new Fault.Refused(400, "AccessDeniedException"));

        assertThat(failure.code()).isEqualTo(ErrorCode.CONFIGURATION);
        assertThat(failure).hasMessageContainingAll("logs:FilterLogEvents", "/forecast/api", "eu-west-1");
    }

    @Test
    void credentials_that_expired_are_told_from_unknown_ones() {
        assertThat(refused(new Fault.Refused(400, "ExpiredTokenException"))).hasMessageContaining("have expired");
        assertThat(refused(new Fault.Refused(400, "UnrecognizedClientException")))
                .hasMessageContaining("does not know the credentials");
    }

    @Test
    void throttling_without_end_is_a_service_out_of_reach() {
        stub.fail(Collections.nCopies(20, Fault.THROTTLED).toArray(Fault[]::new));

        RcaException failure = failure(stub.settings());

        assertThat(failure.code()).isEqualTo(ErrorCode.UNREACHABLE);
        assertThat(failure).hasMessageContaining("allows no more calls");
        assertThat(stub.calls()).hasSize(4);
    }

    @Test
    void an_endpoint_that_does_not_answer_is_out_of_reach() {
        Settings nobody = stub.settings().with("AWS_ENDPOINT_URL", "http://127.0.0.1:1");

        RcaException failure = failure(nobody);

        assertThat(failure.code()).isEqualTo(ErrorCode.UNREACHABLE);
        assertThat(failure).hasMessageContainingAll("http://127.0.0.1:1", "AWS_ENDPOINT_URL");
    }

    @Test
    void missing_credentials_are_told_with_the_profile() {
        System.setProperty("aws.disableEc2Metadata", "true");
        Settings none = Settings.of(Map.of("AWS_ENDPOINT_URL", stub.url(), "AWS_PROFILE", "nobody-has-this"));

        RcaException failure = failure(none);

        assertThat(failure.code()).isEqualTo(ErrorCode.CONFIGURATION);
        assertThat(failure).hasMessageContainingAll("no AWS credentials", "nobody-has-this", "AWS_ACCESS_KEY_ID");
    }

    @Test
    void an_unknown_region_is_suspected_when_its_host_is_not_found() {
        AwsClients clients = AwsStub.clients(Settings.of(Map.of("AWS_REGION", "eu-nowhere-7")));
        var cause = SdkClientException.create("host", new UnknownHostException("logs.eu-nowhere-7.amazonaws.com"));

        RcaException failure = new AwsFailures(clients).explain(cause, "logs:FilterLogEvents", "log group x");

        assertThat(failure).hasMessageContainingAll("no region eu-nowhere-7", "AWS_REGION");
    }

    @Test
    void wrong_settings_are_named_before_any_call() {
        assertThat(failure(Settings.of(Map.of("AWS_REGION", "EU West"))))
                .hasMessageContainingAll("AWS_REGION", "EU West", "eu-west-1");
        assertThat(failure(Settings.of(Map.of("AWS_REGION", "eu-west-1", "AWS_ENDPOINT_URL", "localhost:4566"))))
                .hasMessageContaining("AWS_ENDPOINT_URL");
    }

    @Test
    void no_message_holds_a_secret_or_what_the_service_said() {
        for (String type : List.of("AccessDeniedException", "InvalidParameterException", "WhateverElse")) {
            assertThat(refused(new Fault.Refused(400, type)).getMessage())
                    .doesNotContain("never-shown", "AKIATEST")
                    .doesNotContain("\n");
        }
    }

    @Test
    void the_check_names_every_group_that_cannot_be_read() {
        Settings settings = stub.settings().with(LogSources.GROUPS, "/a, /b=prod ,/c");

        assertThat(CloudWatchCheck.look(settings, NOW)).contains("all log groups (3) in eu-west-1", "AKIA…");
        stub.fail(
                new Fault.Refused(400, "AccessDeniedException"),
                Fault.NONE,
                new Fault.Refused(400, "ResourceNotFoundException"));
        assertThat(catchThrowableOfType(RcaException.class, () -> CloudWatchCheck.look(settings, NOW)))
                .hasMessageContainingAll("logs:FilterLogEvents on log group /a", "no log group /c");
        assertThat(CloudWatchCheck.look(Settings.of(Map.of()), NOW)).contains("not configured");
    }

    private RcaException refused(Fault fault) {
        stub.fail(fault);
        return failure(stub.settings());
    }

    private static RcaException failure(Settings settings) {
        return catchThrowableOfType(RcaException.class, () -> {
            AwsClients clients = AwsStub.clients(settings);
            new CloudWatchLogSource(clients.logs(RateGate.perSecond(1_000_000)), new AwsFailures(clients), 10)
                    .fetch(new LogRequest("/forecast/api", NOW, NOW.plusSeconds(1), 10), _ -> {});
        });
    }
}
