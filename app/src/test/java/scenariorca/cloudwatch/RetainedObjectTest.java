package scenariorca.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scenariorca.platform.RcaException;

final class RetainedObjectTest {
    private final S3Stub stub = new S3Stub("audit-bucket");

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void an_object_is_written_with_the_time_until_which_nobody_may_remove_it() {
        RetainedObject.put(
                stub.settings(), "s3://audit-bucket/heads/12.json", "{}\n", Instant.parse("2027-11-30T12:00:00Z"));

        assertThat(new String(stub.written("heads/12.json"), StandardCharsets.UTF_8))
                .contains("{}");
        assertThat(stub.headers("heads/12.json"))
                .containsEntry("x-amz-object-lock-mode", "COMPLIANCE")
                .containsEntry("x-amz-object-lock-retain-until-date", "2027-11-30T12:00:00Z");
    }

    @Test
    void a_refusal_names_the_right_that_is_missing() {
        stub.fail(new Fault.Refused(403, "AccessDenied"));

        assertThatThrownBy(() -> RetainedObject.put(stub.settings(), "s3://audit-bucket/12.json", "{}", null))
                .isInstanceOf(RcaException.class)
                .hasMessageContaining("s3:PutObject");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://audit-bucket", "s3://audit-bucket/", "s3://audit-bucket/heads/", "s3://"})
    void an_address_without_a_name_is_refused_before_any_call(String address) {
        assertThatThrownBy(() -> RetainedObject.put(stub.settings(), address, "{}", null))
                .isInstanceOf(RcaException.class)
                .hasMessageContaining("s3://bucket/");
        assertThat(stub.calls()).isEmpty();
    }
}
