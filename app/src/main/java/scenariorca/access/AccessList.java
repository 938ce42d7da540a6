package scenariorca.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import scenariorca.warehouse.Query;

/** Every key and role at one moment. */
public final class AccessList {
    public static final AccessList EMPTY = new AccessList(List.of(), List.of());

    private final List<ApiKey> keys;
    private final Map<String, ApiKey> byHash;
    private final Map<String, Role> roles;

    public AccessList(List<ApiKey> keys, List<Role> roles) {
        this.keys = List.copyOf(keys);
        this.byHash = keys.stream().collect(Collectors.toMap(ApiKey::hash, Function.identity()));
        this.roles = roles.stream().collect(Collectors.toMap(Role::name, Function.identity()));
    }

    /** @param query makes a query of a file */
    static AccessList read(Function<String, Query> query) {
        return new AccessList(
                query.apply("access/keys.sql").list(ApiKey.class),
                query.apply("access/roles.sql").list(Role.class));
    }

    /** Keys by name, revoked and expired ones included. */
    public List<ApiKey> keys() {
        return keys;
    }

    /** The key with this hash. Looked up by hash, so that the time it takes says nothing about a key. */
    public Optional<ApiKey> key(String hash) {
        return Optional.ofNullable(byHash.get(hash));
    }

    public Optional<Role> role(String name) {
        return Optional.ofNullable(roles.get(name));
    }

    /** Roles by name. */
    public List<Role> roles() {
        return roles.values().stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }
}
