package scenariorca.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import scenariorca.platform.ChannelHealth;

/** What is measured of the channels of this program's alerts. */
final class AlertMetrics {
    private AlertMetrics() {}

    static void register(MeterRegistry registry, ChannelHealth channels) {
        for (String channel : channels.channels()) {
            Gauge.builder("rca_alert_channel_failing", channels, health -> health.isFailing(channel) ? 1 : 0)
                    .tag("channel", channel)
                    .description("1 while a channel takes no message, else 0")
                    .register(registry);
        }
    }
}
