package scenariorca.cloudwatch;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import scenariorca.files.LogFile;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** The bytes of an object; when the connection breaks, read on from where it broke, as long as the object is the same. */
final class ResumedObject extends InputStream {
    private static final int MAX_BREAKS = 5;

    private final S3Client client;
    private final AwsFailures failures;
    private final String bucket;
    private final LogFile file;
    private ResponseInputStream<GetObjectResponse> input;
    private final String entityTag;
    private final long size;
    private long position;
    private int breaks;

    ResumedObject(S3Client client, AwsFailures failures, String bucket, LogFile file) {
        this.client = client;
        this.failures = failures;
        this.bucket = bucket;
        this.file = file;
        this.input = open(null);
        this.entityTag = input.response().eTag();
        this.size = input.response().contentLength();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (true) {
            try {
                int count = input.read(bytes, offset, length);
                position += Math.max(0, count);
                return count;
            } catch (IOException e) {
                input.abort();
                if (position >= size) {
                    return -1;
                }
                if (++breaks > MAX_BREAKS) {
                    throw e;
                }
                input = open(entityTag);
            }
        }
    }

    @Override
    public int available() throws IOException {
        return input.available();
    }

    @Override
    public void close() throws IOException {
        if (position < size) {
            // Closing would read the rest first.
            input.abort();
        }
        input.close();
    }

    private ResponseInputStream<GetObjectResponse> open(@Nullable String same) {
        String range = position == 0 ? null : "bytes=" + position + "-";
        try {
            return client.getObject(
                    call -> call.bucket(bucket).key(file.name()).range(range).ifMatch(same));
        } catch (SdkException e) {
            throw failures.explain(e, "s3:GetObject", "s3://" + bucket + "/" + file.name());
        }
    }
}
