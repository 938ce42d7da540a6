package scenariorca.cloudwatch;

import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/** A place in S3. @param prefix what keys begin with; empty for the whole bucket */
record S3Address(String bucket, String prefix) {
    private static final String SCHEME = "s3://";

    static boolean isOne(String text) {
        return text.startsWith(SCHEME);
    }

    /** @throws RcaException INVALID_INPUT when there is no bucket in it */
    static S3Address parse(String text) {
        String path = text.substring(SCHEME.length());
        int slash = path.indexOf('/');
        String bucket = slash < 0 ? path : path.substring(0, slash);
        if (!bucket.matches("[A-Za-z0-9._-]{3,255}")) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT, "\"%s\" names no bucket; write s3://bucket/prefix".formatted(text));
        }
        return new S3Address(bucket, slash < 0 ? "" : path.substring(slash + 1));
    }

    @Override
    public String toString() {
        return SCHEME + bucket + "/" + prefix;
    }
}
