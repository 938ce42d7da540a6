package scenariorca.alerts;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a channel is reached. None of these prints its secret: addresses of chat rooms are secrets, too. */
public sealed interface AlertTarget {
    /** As {@code type} in the settings. Example: {@code slack}. */
    String type();

    /** Where it is, in words without a secret. Example: {@code hooks.slack.com}. */
    String place();

    /** Any program that takes JSON; {@code secret} signs it. */
    record Webhook(URI url, String secret) implements AlertTarget {
        @Override
        public String type() {
            return "webhook";
        }

        @Override
        public String place() {
            return url.getAuthority();
        }

        @Override
        public String toString() {
            return type() + " " + place();
        }
    }

    /**
     * A Slack channel: by the address of an incoming webhook alone, or by a bot's token, which lets later messages answer the
     * first in its thread.
     *
     * @param url the webhook, or with a token the address of chat.postMessage
     * @param bot the token and the channel's id; null for a webhook
     */
    record Slack(URI url, @Nullable Bot bot) implements AlertTarget {
        record Bot(String token, String channel) {
            @Override
            public String toString() {
                return channel;
            }
        }

        @Override
        public String type() {
            return "slack";
        }

        @Override
        public String place() {
            return bot == null ? url.getAuthority() : bot.channel() + " at " + url.getAuthority();
        }

        @Override
        public String toString() {
            return type() + " " + place();
        }
    }

    /** A Microsoft Teams channel, by the address of a workflow that posts cards. */
    record Teams(URI url) implements AlertTarget {
        @Override
        public String type() {
            return "teams";
        }

        @Override
        public String place() {
            return url.getAuthority();
        }

        @Override
        public String toString() {
            return type() + " " + place();
        }
    }

    /** People's mailboxes. */
    record Mail(Server server, String from, List<String> to) implements AlertTarget {
        /** How the connection to a mail server is protected. */
        enum Protection {
            NONE,
            STARTTLS,
            TLS
        }

        /**
         * A mail server.
         *
         * @param user null for none
         * @param password null for none
         */
        record Server(
                String host,
                int port,
                Protection protection,
                @Nullable String user,
                @Nullable String password) {
            @Override
            public String toString() {
                return host + ":" + port;
            }
        }

        public Mail {
            to = List.copyOf(to);
        }

        @Override
        public String type() {
            return "email";
        }

        @Override
        public String place() {
            return String.join(", ", to) + " by " + server;
        }
    }

    /** A PagerDuty service, by its Events API v2 integration. */
    record PagerDuty(URI url, String routingKey) implements AlertTarget {
        @Override
        public String type() {
            return "pagerduty";
        }

        @Override
        public String place() {
            return url.getAuthority();
        }

        @Override
        public String toString() {
            return type() + " " + place();
        }
    }

    /**
     * A Prometheus Alertmanager.
     *
     * @param url without the path of its API. Example: http://alertmanager:9093
     * @param authorization value of that header; null for none
     */
    record Alertmanager(URI url, @Nullable String authorization) implements AlertTarget {
        @Override
        public String type() {
            return "alertmanager";
        }

        @Override
        public String place() {
            return url.getAuthority();
        }

        @Override
        public String toString() {
            return type() + " " + place();
        }
    }
}
