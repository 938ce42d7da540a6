package scenariorca.platform;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which of the channels that tell people of problems take messages at the moment. Any thread may ask or tell. */
public final class ChannelHealth {
    /** What does not work when a channel takes no message. */
    public static final String ALERTS = "alerts";

    private final List<String> channels;
    private final Map<String, Instant> failingSince = new ConcurrentHashMap<>();

    /** @param channels their names */
    public ChannelHealth(List<String> channels) {
        this.channels = List.copyOf(channels);
    }

    public List<String> channels() {
        return channels;
    }

    /** @param since of when the message is that its receiver did not take; null when none waits for that */
    public void note(String channel, @Nullable Instant since) {
        if (since == null) {
            failingSince.remove(channel);
        } else {
            failingSince.put(channel, since);
        }
    }

    public boolean isFailing(String channel) {
        return failingSince.containsKey(channel);
    }

    /** One for all channels that fail, without their names; none while all work. */
    public List<Outage> outages() {
        Optional<Instant> first = failingSince.values().stream().min(Comparator.naturalOrder());
        return first
                .map(since -> new Outage(
                        ALERTS,
                        since,
                        "%d of %d channels take no message".formatted(failingSince.size(), channels.size()),
                        "messages wait and are handed over again; ./rca alerts says which channel, and why"))
                .stream()
                .toList();
    }
}
