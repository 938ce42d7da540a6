package scenariorca.server;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Which connections go too far: more than their share from one address, and requests that are not there as a whole in time,
 * however regularly a piece of them comes. A connection that waits for its next request, or for its answer, has all the time.
 */
final class ConnectionGuard {
    /** From its first byte, or from connecting, to the end of its head. */
    static final Duration HEAD = Duration.ofSeconds(15);

    /** From its first byte to the end of its body, the answer included: bodies here are forms of a few bytes. */
    static final Duration WHOLE = Duration.ofSeconds(30);

    private static final int IPV6_NETWORK_BYTES = 8;

    private final int mostFromOne;
    private final Set<String> proxies;
    private final LongSupplier nanos;
    private final Map<String, Stage> stages = new ConcurrentHashMap<>();

    /** Where a connection is; {@code since} is when its request began. */
    private record Stage(Kind kind, long since) {}

    private enum Kind {
        HEAD,
        BODY,
        ANSWER,
        IDLE
    }

    /**
     * @param mostFromOne connections of one address at a time; 0 for no limit
     * @param proxies addresses that bring many people's requests, and have no limit
     */
    ConnectionGuard(int mostFromOne, Set<String> proxies, LongSupplier nanos) {
        this.mostFromOne = mostFromOne;
        this.proxies = Set.copyOf(proxies);
        this.nanos = nanos;
    }

    /** Whether one more connection may come from an address, beside those that are open. */
    boolean admits(InetAddress address, Collection<InetAddress> open) {
        if (mostFromOne == 0 || proxies.contains(address.getHostAddress())) {
            return true;
        }
        byte[] network = network(address);
        return open.stream()
                        .filter(other -> Arrays.equals(network(other), network))
                        .count()
                < mostFromOne;
    }

    /** Whoever has one IPv6 address has a network of them. */
    private static byte[] network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES) : bytes;
    }

    void opened(String connection) {
        stages.putIfAbsent(connection, new Stage(Kind.HEAD, nanos.getAsLong()));
    }

    /** Bytes came: of a request under way, or the first of the next. */
    void received(String connection) {
        long now = nanos.getAsLong();
        stages.compute(
                connection,
                (_, known) -> known == null || known.kind() == Kind.IDLE ? new Stage(Kind.HEAD, now) : known);
    }

    /** The head of a request is there. */
    void headRead(String connection, boolean hasBody) {
        long now = nanos.getAsLong();
        stages.compute(
                connection,
                (_, known) -> new Stage(hasBody ? Kind.BODY : Kind.ANSWER, known == null ? now : known.since()));
    }

    /** A request was answered; what is left of its body is nobody's business. */
    void answered(String connection) {
        stages.put(connection, new Stage(Kind.IDLE, nanos.getAsLong()));
    }

    /** Whether a connection's request takes too long to arrive. */
    boolean isOverdue(String connection) {
        Stage stage = stages.get(connection);
        if (stage == null) {
            return false;
        }
        long age = nanos.getAsLong() - stage.since();
        return switch (stage.kind()) {
            case HEAD -> age > HEAD.toNanos();
            case BODY -> age > WHOLE.toNanos();
            case ANSWER, IDLE -> false;
        };
    }

    /** Forgets the connections that are not among these. */
    void keepOnly(Set<String> open) {
        stages.keySet().retainAll(open);
    }
}
