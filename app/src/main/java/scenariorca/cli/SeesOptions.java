package scenariorca.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.warehouse.Viewer;

/** The options that say what somebody sees. */
final class SeesOptions {
    @Option(names = "--all", description = "Sees every scenario.")
    private boolean isAll;

    @Option(
            names = "--area",
            paramLabel = "<area>",
            description = "Sees the scenarios of this therapeutic area; may be given several times.")
    private List<String> areas = new ArrayList<>();

    @Option(names = "--user", paramLabel = "<user>", description = "Sees the scenarios this user created.")
    private @Nullable String user;

    /** @throws RcaException INVALID_INPUT when nothing is said, or everything and more */
    Viewer viewer() {
        boolean isSome = user != null || !areas.isEmpty();
        if (isAll == isSome) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT, "say what it sees: --all, or --area and --user (each as often as needed)");
        }
        return isAll ? Viewer.ALL : new Viewer(false, areas, user);
    }

    static String text(Viewer viewer) {
        if (viewer.seesAll()) {
            return "all";
        }
        var parts = new ArrayList<>(viewer.areas());
        if (viewer.user() != null) {
            parts.add("scenarios of " + viewer.user());
        }
        return parts.isEmpty() ? "nothing" : String.join(", ", parts);
    }
}
