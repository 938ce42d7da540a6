package scenariorca.spark;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.logs.LogSelection;
import scenariorca.logs.Redactor;
import scenariorca.logs.Severity;

/**
 * How a job reads lines; goes to where they are read.
 *
 * @param groups the log groups that are believed to be there; none for all
 * @param mainGroup group of what names none; null when there is no group
 * @param wanted the groups that are read; none for all
 * @param environment of lines that name none; null when unknown
 * @param keeping which lines are handed over
 * @param rules rules of the installation for what must not be stored
 * @param hasAddresses whether IP addresses are taken out, too
 * @param nowMillis when the batch was planned, since 1970
 */
record Reading(
        List<String> groups,
        @Nullable String mainGroup,
        List<String> wanted,
        @Nullable String environment,
        Keeping keeping,
        List<String> rules,
        boolean hasAddresses,
        long nowMillis)
        implements Serializable {
    /**
     * Which lines are handed over to the warehouse: what a load of its own would store.
     *
     * @param from the least severity. Example: {@code WARN}
     * @param samplePct of the lines below WARN that are left, how many percent
     * @param isKnownKept whether those that name something the warehouse knows are kept whatever they say
     */
    record Keeping(String from, int samplePct, boolean isKnownKept) implements Serializable {
        LogSelection selection() {
            return new LogSelection(Severity.valueOf(from), samplePct);
        }
    }

    Redactor redactor() {
        Redactor standard = Redactor.standard(hasAddresses);
        return rules.isEmpty() ? standard : standard.with(rules);
    }
}
