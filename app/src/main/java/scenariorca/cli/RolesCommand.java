package scenariorca.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scenariorca.App;
import scenariorca.access.AccessAdmin;
import scenariorca.access.Role;
import scenariorca.access.Scope;

/** {@code rca roles}: says what the roles of the identity provider and of the database see. */
@Command(
        name = "roles",
        description = "List what roles see beside their users' own scenarios; grant and withdraw it.",
        mixinStandardHelpOptions = true)
final class RolesCommand implements Callable<Integer> {
    private final Terminal terminal;

    RolesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (App app = App.openFilled(terminal.settings())) {
            List<Role> roles = new AccessAdmin(app.warehouse()).list().roles();
            if (roles.isEmpty()) {
                terminal.out().println("No role is granted anything: users see their own scenarios.");
                return 0;
            }
            terminal.out().printf("%-28s %-6s %s%n", "role", "scope", "sees");
            for (Role role : roles) {
                terminal.out()
                        .printf(
                                Locale.ROOT,
                                "%-28s %-6s %s%n",
                                role.name(),
                                role.scope().word(),
                                SeesOptions.text(role.viewer()));
            }
            return 0;
        }
    }

    @Command(description = "Say what a role sees from now on.", mixinStandardHelpOptions = true)
    int grant(
            @Parameters(paramLabel = "<role>", description = "As in the tokens, or a database role.") String name,
            @Mixin SeesOptions sees,
            @Option(names = "--edit", description = "It may also act on problems and tell of releases.")
                    boolean isEditor,
            @Option(names = "--admin", description = "It may also read /metrics.") boolean isAdmin) {
        try (App app = App.openFilled(terminal.settings())) {
            var role = Role.of(name, Scope.of(isAdmin, isEditor), sees.viewer());
            new AccessAdmin(app.warehouse()).grant(role);
            terminal.out().println(name + " sees " + SeesOptions.text(role.viewer()));
            return 0;
        }
    }

    @Command(description = "Leave a role with its users' own scenarios.", mixinStandardHelpOptions = true)
    int withdraw(@Parameters(paramLabel = "<role>", description = "The role's name.") String name) {
        try (App app = App.openFilled(terminal.settings())) {
            new AccessAdmin(app.warehouse()).withdraw(name);
            terminal.out().println("withdrawn from " + name);
            return 0;
        }
    }
}
