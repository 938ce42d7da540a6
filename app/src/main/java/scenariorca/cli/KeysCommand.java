package scenariorca.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scenariorca.App;
import scenariorca.access.AccessAdmin;
import scenariorca.access.ApiKey;
import scenariorca.access.Scope;

/** {@code rca keys}: makes, lists and revokes API keys. */
@Command(name = "keys", description = "List API keys; make and revoke them.", mixinStandardHelpOptions = true)
final class KeysCommand implements Callable<Integer> {
    private final Terminal terminal;

    KeysCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (App app = App.openFilled(terminal.settings())) {
            List<ApiKey> keys = new AccessAdmin(app.warehouse()).list().keys();
            if (keys.isEmpty()) {
                terminal.out().println("There is no key; ./rca keys create <name> --all makes one.");
                return 0;
            }
            Instant now = Instant.now();
            terminal.out().printf("%-20s %-6s %-11s %-8s %s%n", "name", "scope", "made", "state", "sees");
            for (ApiKey key : keys) {
                terminal.out()
                        .printf(
                                Locale.ROOT,
                                "%-20s %-6s %-11s %-8s %s%n",
                                key.name(),
                                key.scope().word(),
                                key.createdAt()
                                        .truncatedTo(ChronoUnit.DAYS)
                                        .toString()
                                        .substring(0, 10),
                                state(key, now),
                                SeesOptions.text(key.viewer()));
            }
            return 0;
        }
    }

    @Command(description = "Make a key. It is printed once, and kept only as a hash.", mixinStandardHelpOptions = true)
    int create(
            @Parameters(paramLabel = "<name>", description = "What to call it. Example: grafana.") String name,
            @Mixin SeesOptions sees,
            @Option(names = "--edit", description = "It may also act on problems and tell of releases.")
                    boolean isEditor,
            @Option(names = "--admin", description = "It may also read /metrics.") boolean isAdmin,
            @Option(names = "--expires-in-days", paramLabel = "<n>", description = "Refuse it after n days.") @Nullable
                    Integer days) {
        try (App app = App.openFilled(terminal.settings())) {
            Instant expiresAt = days == null ? null : Instant.now().plus(Duration.ofDays(days));
            String key = new AccessAdmin(app.warehouse())
                    .create(name, Scope.of(isAdmin, isEditor), sees.viewer(), expiresAt);
            terminal.out().println(key);
            terminal.err().println("Send it as X-API-Key. It cannot be shown again.");
            return 0;
        }
    }

    @Command(description = "Revoke a key: running servers refuse it within seconds.", mixinStandardHelpOptions = true)
    int revoke(@Parameters(paramLabel = "<name>", description = "The key's name.") String name) {
        try (App app = App.openFilled(terminal.settings())) {
            new AccessAdmin(app.warehouse()).revoke(name);
            terminal.out().println("revoked " + name);
            return 0;
        }
    }

    private static String state(ApiKey key, Instant now) {
        if (key.isGood(now)) {
            return "good";
        }
        return key.revokedAt() == null ? "expired" : "revoked";
    }
}
