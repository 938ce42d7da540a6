package scenariorca.identity;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * One try of one browser to sign in: what ties the answer that comes back to it.
 *
 * @param state comes back with the code
 * @param nonce comes back in the token
 * @param verifier proves to the provider that who began is who ends (PKCE)
 */
public record AuthorizationRequest(String state, String nonce, String verifier) {
    private static final int BYTES = 32;

    public static AuthorizationRequest make() {
        return new AuthorizationRequest(random(), random(), random());
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
