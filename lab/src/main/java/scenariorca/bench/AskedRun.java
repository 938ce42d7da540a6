package scenariorca.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import scenariorca.preflight.Outlook;

/**
 * A run asked about before it was started.
 *
 * @param platform where
 * @param hasFailed what became of it
 * @param truthClass what kind of thing made it fail; empty when it passed, or nobody knows
 * @param outlook all that was known before
 * @param nanos how long the answer took
 */
public record AskedRun(Platform platform, boolean hasFailed, String truthClass, Outlook outlook, long nanos) {
    /**
     * A simulated platform.
     *
     * @param domain its trade. Example: insurance
     */
    public record Platform(long seed, String domain) {}

    /** Keeps runs in a file, to be judged again in seconds. */
    public static void keep(List<AskedRun> asked, Path path) {
        try (CaseFile file = CaseFile.write(path)) {
            asked.forEach(file::add);
        }
    }

    /** The runs of a file, in its order. */
    public static List<AskedRun> read(Path path) {
        List<AskedRun> asked = new ArrayList<>();
        CaseFile.read(path, AskedRun.class, asked::add);
        return asked;
    }
}
