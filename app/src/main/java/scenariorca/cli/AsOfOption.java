package scenariorca.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import scenariorca.report.PastTime;

/** {@code --as-of}: what was known at a time instead of now. */
final class AsOfOption {
    @Option(
            names = "--as-of",
            paramLabel = "<time>",
            description = "What was known then: a time, a UTC day (its end), or the number of a load.")
    private @Nullable String asOf;

    /** Null for now. */
    @Nullable
    PastTime wanted() {
        return PastTime.of(asOf);
    }
}
