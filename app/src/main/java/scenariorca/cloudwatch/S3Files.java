package scenariorca.cloudwatch;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import scenariorca.files.LogFile;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The objects of a bucket whose keys begin with a prefix. */
final class S3Files implements LogFiles {
    private final S3Client client;
    private final AwsFailures failures;
    private final S3Address address;

    S3Files(S3Client client, AwsFailures failures, S3Address address) {
        this.client = client;
        this.failures = failures;
        this.address = address;
    }

    @Override
    public List<LogFile> list() {
        var files = new ArrayList<LogFile>();
        try {
            for (S3Object object : client.listObjectsV2Paginator(
                            call -> call.bucket(address.bucket()).prefix(address.prefix()))
                    .contents()) {
                if (LogFile.mayHoldEvents(object.key()) && object.size() > 0) {
                    files.add(new LogFile(object.key(), object.size(), object.lastModified()));
                }
                if (files.size() > MAX_FILES) {
                    throw new RcaException(
                            ErrorCode.INVALID_INPUT,
                            "%s holds more than %,d objects; give a longer prefix".formatted(address(), MAX_FILES));
                }
            }
        } catch (SdkException e) {
            throw failures.explain(e, "s3:ListBucket", "bucket " + address.bucket());
        }
        files.sort(Comparator.comparing(LogFile::name));
        return files;
    }

    @Override
    public InputStream open(LogFile file) throws IOException {
        return new ResumedObject(client, failures, address.bucket(), file);
    }

    @Override
    public String address() {
        return address.toString();
    }
}
