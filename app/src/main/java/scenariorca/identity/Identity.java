package scenariorca.identity;

import java.time.Instant;
import java.util.List;

/**
 * Who somebody is, by a token of the identity provider that has been verified.
 *
 * @param user the forecasting platform's name for them
 * @param roles as the provider names them
 * @param until when the token ends
 */
public record Identity(String user, List<String> roles, Instant until) {
    public Identity {
        roles = List.copyOf(roles);
    }
}
