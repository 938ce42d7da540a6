package scenariorca.alerts;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Hands messages to one receiver, in the form it takes. Waits for its answer, never for long. */
interface Delivery {
    Outcome deliver(Outgoing outgoing);

    /** Whether the receiver forgets what is not repeated. */
    default boolean isForgetful() {
        return false;
    }

    /**
     * A message on its way.
     *
     * @param message what it says
     * @param id the same on each try
     * @param threadId the same for all messages of a turn
     * @param reference what the receiver called the first message of the turn; null for the first
     */
    record Outgoing(
            AlertMessage message,
            String id,
            String threadId,
            @Nullable String reference) {}

    /** How a try ended. */
    sealed interface Outcome {
        /** @param reference what the receiver calls this message; null where it calls it nothing */
        record Delivered(@Nullable String reference) implements Outcome {}

        /** The receiver works, but does not take this message. */
        record Refused(String why) implements Outcome {}

        /** @param pause the receiver asks to be left alone so long; zero when it says nothing */
        record Failed(String why, Duration pause) implements Outcome {}
    }

    /** Of a channel. @param source tells installations apart. Example: rca.example.com */
    static Delivery to(AlertTarget target, String source) {
        return switch (target) {
            case AlertTarget.Webhook webhook -> new WebhookDelivery(webhook, new HttpPost());
            case AlertTarget.Slack slack -> new SlackDelivery(slack, new HttpPost());
            case AlertTarget.Teams teams -> new TeamsDelivery(teams, new HttpPost());
            case AlertTarget.Mail mail -> new MailDelivery(mail, source);
            case AlertTarget.PagerDuty pager -> new PagerDutyDelivery(pager, source, new HttpPost());
            case AlertTarget.Alertmanager manager -> new AlertmanagerDelivery(manager, source, new HttpPost());
        };
    }
}
