package scenariorca.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/** What is found when a set-up is looked at, check by check. */
final class Examination {
    private final List<Finding> findings = new ArrayList<>();

    /**
     * What a check found.
     *
     * @param check what was looked at
     * @param isFine whether nothing needs doing
     * @param finding what was found and, if need be, what to do
     */
    record Finding(String check, boolean isFine, String finding) {}

    /** Looks, and notes what comes out; a failure is a finding. Returns what was seen, if it is fine. */
    Optional<String> check(String name, Callable<String> look) {
        @Nullable String seen = null;
        String wrong = "";
        try {
            seen = look.call();
        } catch (RcaException e) {
            wrong = e.getMessage();
        } catch (Exception e) { // the edge of a check: the others must be made whatever one throws
            wrong = "could not be checked: " + e.getMessage();
        }
        findings.add(new Finding(name, seen != null, seen == null ? wrong : seen));
        return Optional.ofNullable(seen);
    }

    static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new RcaException(ErrorCode.PROBLEM, otherwise);
        }
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    boolean isFine() {
        return findings.stream().allMatch(Finding::isFine);
    }
}
