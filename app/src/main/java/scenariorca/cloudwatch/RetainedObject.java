package scenariorca.cloudwatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** Writes an object to S3 that nobody can write over or remove for a while. */
public final class RetainedObject {
    private RetainedObject() {}

    /** Whether {@code text} is an address in S3. Example: {@code s3://audit/heads/12.json}. */
    public static boolean isAddress(String text) {
        return S3Address.isOne(text);
    }

    /**
     * Writes {@code content} to {@code address}.
     *
     * @param until retained so long, in compliance mode; null leaves it to the bucket's own rule
     * @throws RcaException INVALID_INPUT when the address names no object, UNREACHABLE when S3 does not take it
     */
    public static void put(Settings settings, String address, String content, @Nullable Instant until) {
        S3Address place = S3Address.parse(address);
        if (place.prefix().isEmpty() || place.prefix().endsWith("/")) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT, "%s names no object; write s3://bucket/name.json".formatted(address));
        }
        AwsClients clients = AwsClients.from(settings);
        PutObjectRequest.Builder call = PutObjectRequest.builder()
                .bucket(place.bucket())
                .key(place.prefix())
                .contentType("application/json")
                .ifNoneMatch("*"); // nothing is written over
        if (until != null) {
            call.objectLockMode(ObjectLockMode.COMPLIANCE).objectLockRetainUntilDate(until);
        }
        try (S3Client client = clients.s3()) {
            client.putObject(call.build(), RequestBody.fromString(content));
        } catch (SdkException e) {
            throw new AwsFailures(clients).explain(e, "s3:PutObject", "object " + address);
        }
    }
}
