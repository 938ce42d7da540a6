package scenariorca.cloudwatch;

import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Turns what AWS and its SDK say into one line: what, where, how to mend it. The SDK's own text is left out, for it may name
 * keys and tokens; {@code --debug} shows it.
 */
final class AwsFailures {
    private final AwsClients clients;

    AwsFailures(AwsClients clients) {
        this.clients = clients;
    }

    /**
     * @param action the permission that is needed. Example: {@code logs:FilterLogEvents}
     * @param resource what it is needed on. Example: {@code log group /forecast/api}
     */
    RcaException explain(SdkException failure, String action, String resource) {
        return failure instanceof AwsServiceException answered
                ? answered(answered, action, resource)
                : unanswered(failure, resource);
    }

    /** The name AWS gives an error. */
    static String code(AwsServiceException failure) {
        return failure.awsErrorDetails() == null
                ? ""
                : Objects.requireNonNullElse(failure.awsErrorDetails().errorCode(), "");
    }

    private RcaException answered(AwsServiceException failure, String action, String resource) {
        String where = resource + " in " + clients.place();
        return switch (code(failure)) {
            case "AccessDeniedException", "AccessDenied", "AuthorizationErrorException" ->
                configuration(
                        "AWS does not allow %s on %s; add that permission to the role or user of these credentials"
                                .formatted(action, where),
                        failure);
            case "ExpiredTokenException", "ExpiredToken", "TokenRefreshRequired", "RequestExpired" ->
                configuration(
                        "the AWS credentials for %s have expired; log in again, or set fresh ones".formatted(where),
                        failure);
            case "UnrecognizedClientException",
                    "InvalidClientTokenId",
                    "InvalidAccessKeyId",
                    "InvalidToken",
                    "InvalidSignatureException",
                    "SignatureDoesNotMatch",
                    "IncompleteSignature" ->
                configuration(
                        "AWS does not know the credentials used for %s; check AWS_PROFILE or the AWS_ACCESS_KEY_ID pair, and this machine's clock"
                                .formatted(where),
                        failure);
            case "ResourceNotFoundException", "NoSuchBucket", "NoSuchKey" ->
                new RcaException(
                        ErrorCode.NOT_FOUND,
                        "there is no %s; check the name, the region and the account".formatted(where),
                        failure);
            case "PermanentRedirect", "AuthorizationHeaderMalformed" ->
                configuration(
                        "%s is not there: the bucket is in another region; set AWS_REGION".formatted(where), failure);
            default -> other(failure, where);
        };
    }

    private static RcaException other(AwsServiceException failure, String where) {
        if (failure.isThrottlingException()) {
            return new RcaException(
                    ErrorCode.UNREACHABLE,
                    "AWS allows no more calls on %s just now, after several tries; something else in the account reads logs too: try again later"
                            .formatted(where),
                    failure);
        }
        String what = "AWS answered %d %s for %s".formatted(failure.statusCode(), code(failure), where);
        return failure.statusCode() >= 500
                ? new RcaException(ErrorCode.UNREACHABLE, what + ", after several tries; try again later", failure)
                : new RcaException(ErrorCode.PROBLEM, what + "; run with --debug for all it said", failure);
    }

    private RcaException unanswered(SdkException failure, String resource) {
        String said = Objects.requireNonNullElse(failure.getMessage(), "").toLowerCase(Locale.ROOT);
        if (said.contains("unable to load credentials") || said.contains("profile file contained no credentials")) {
            String profile =
                    clients.profile().map(name -> " in profile " + name).orElse("");
            return configuration(
                    "there are no AWS credentials%s for %s; set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run where a role is attached"
                            .formatted(profile, resource),
                    failure);
        }
        if (hasCause(failure, UnknownHostException.class) && !clients.isKnownRegion()) {
            return configuration(
                    "AWS has no region %s as far as is known here; set AWS_REGION to one such as eu-west-1"
                            .formatted(clients.place()),
                    failure);
        }
        return new RcaException(
                ErrorCode.UNREACHABLE,
                "AWS in %s does not answer, after several tries; check the network, a proxy, and AWS_ENDPOINT_URL"
                        .formatted(clients.place()),
                failure);
    }

    private static RcaException configuration(String message, Throwable cause) {
        return new RcaException(ErrorCode.CONFIGURATION, message, cause);
    }

    private static boolean hasCause(@Nullable Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
