package scenariorca.alerts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import scenariorca.platform.Json;

/**
 * Posts a message as JSON. {@code Rca-Signature: t=<seconds>,v1=<hex>} is the HMAC-SHA256, under the channel's secret, of the
 * seconds, a dot and the body; {@code Idempotency-Key} is the same on each try.
 */
final class WebhookDelivery implements Delivery {
    private static final String ALGORITHM = "HmacSHA256";

    private final AlertTarget.Webhook target;
    private final HttpPost post;

    WebhookDelivery(AlertTarget.Webhook target, HttpPost post) {
        this.target = target;
        this.post = post;
    }

    /** What is posted. */
    private record Body(String id, String thread, AlertMessage message) {}

    @Override
    public Outcome deliver(Outgoing outgoing) {
        String json = Json.write(new Body(outgoing.id(), outgoing.threadId(), outgoing.message()));
        long seconds = Instant.now().getEpochSecond();
        Map<String, String> headers = Map.of(
                "Idempotency-Key",
                outgoing.id(),
                "Rca-Signature",
                "t=%d,v1=%s".formatted(seconds, signature(target.secret(), seconds + "." + json)));
        return post.send(target.url(), headers, json, _ -> new Outcome.Delivered(null));
    }

    static String signature(String secret, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
