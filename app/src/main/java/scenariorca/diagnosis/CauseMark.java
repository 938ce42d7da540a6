package scenariorca.diagnosis;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words by which an error tells that its cause is no input: the one list of them. */
enum CauseMark {
    MEMORY(
            VerdictClass.PLATFORM,
            "the engine ran out of memory",
            "out ?of ?memory|\\boom\\b|oomkilled|heap space|gc overhead|cannot allocate|memory (?:limit|exhausted)|"
                    + "metaspace|exit(?:ed)?(?: with)?(?: code)? 137|no space left|disk (?:is )?full"),
    CREDENTIAL(
            VerdictClass.PLATFORM,
            "a credential was refused",
            "credential|expired ?token|token (?:has |is )?expired|security token|access ?denied|unauthori[sz]ed|"
                    + "authentication failed|\\b40[13]\\b|certificate (?:has )?expired|password authentication|signature expired"),
    DEPENDENCY(
            VerdictClass.PLATFORM,
            "a service it needs did not answer",
            "connection (?:refused|reset|timed out|closed|aborted)|service ?unavailable|temporarily unavailable|"
                    + "\\b50[234]\\b|bad gateway|gateway time|unknown ?host|name resolution|no route to host|broken pipe|read timed out|circuit ?breaker|"
                    + "unreachable|too many (?:requests|connections)|throttl|rate exceeded|upstream connect|(?:service|server|host|endpoint|pool)\\b.{0,40}\\b(?:down|not available|unavailable|not respond\\w*|exhausted)"),
    CONCURRENCY(
            VerdictClass.PLATFORM,
            "the database refused a concurrent change",
            "deadlock|could not serialize|serialization failure|concurrent (?:update|change|modification|edit|write)|"
                    + "concurrentmodification|optimistic ?lock|lock (?:wait )?timeout|could not obtain lock|row was updated or deleted|stale ?(?:object|state|version)|"
                    + "(?:changed|modified|updated) (?:by another|concurrently|while|during)|version conflict|\\b40[0P]01\\b"),
    CODE(
            VerdictClass.PLATFORM,
            "the program itself is at fault",
            "nosuchmethod|nosuchfield|noclassdeffound|classnotfound|abstractmethoderror|unsupportedclassversion|"
                    + "incompatibleclasschange|linkageerror|illegalaccesserror|bootstrapmethod|attributeerror|importerror|modulenotfound|nameerror|not (?:yet )?implemented|"
                    + "unsupportedoperation|segmentation fault|core dumped|assertionerror|internal error|since (?:release|version|build)"),
    MACHINE(
            VerdictClass.PLATFORM,
            "the machine or its process went away",
            "worker (?:lost|died|terminated|crashed|was killed|evicted)|process (?:killed|crashed)|node (?:drained|evicted|not ready)|"
                    + "evicted|spot (?:interruption|instance)|sig(?:kill|term|segv)|preempted|shut(?:ting)? ?down|container (?:killed|restarted|exited)|pod\\b.{0,30}(?:killed|evicted|restarted)"),
    CYCLE(VerdictClass.MODEL, "the model's graph has a cycle", "cycl(?:e|ic)|circular|not a dag|topological"),
    MODEL(
            VerdictClass.MODEL,
            "the model itself is at fault",
            "unknown (?:model )?node|no such node|node (?:.{0,40} )?(?:does not exist|has no (?:formula|source|upstream|parent))|"
                    + "dangling|orphan(?:ed)? node|missing edge|no formula|formula (?:is )?(?:missing|invalid)|model (?:definition|graph)|graph (?:is )?(?:invalid|inconsistent)"),
    UPSTREAM(
            VerdictClass.UPSTREAM,
            "data from upstream was late or missing",
            "upstream (?:data|feed|dataset|file|table|source|delivery|load|extract)|(?:data|feed|file|dataset|delivery|extract|snapshot|partition|load)\\b.{0,60}\\b"
                    + "(?:late|delayed|stale|overdue|not (?:yet )?(?:arrived|delivered|available|landed|loaded|refreshed|received|published|complete)|out of date|outdated)|"
                    + "(?:waiting|awaiting) (?:for|on)? ?.{0,40}(?:data|feed|delivery|file|dataset)|stale (?:data|feed|snapshot)|"
                    + "(?:data ?set|feed|file|delivery|extract|snapshot|partition)\\b.{0,60}\\b(?:incomplete|partial|truncated|missing periods)|"
                    + "\\d+ of \\d+ (?:periods|files|partitions|parts|deliveries|months|tables)\\b");

    private static final Set<String> PLATFORM_CATEGORIES =
            Set.of("memory", "dependency", "network", "permission", "database", "concurrency", "config");
    private static final Set<String> VALUE_CATEGORIES =
            Set.of("validation", "calculation", "missing_input", "data_format");

    private final VerdictClass verdictClass;
    private final String meaning;
    private final Pattern words;

    CauseMark(VerdictClass verdictClass, String meaning, String words) {
        this.verdictClass = verdictClass;
        this.meaning = meaning;
        this.words = Pattern.compile(words);
    }

    VerdictClass verdictClass() {
        return verdictClass;
    }

    /** As a person reads it. Example: {@code the engine ran out of memory}. */
    String meaning() {
        return meaning;
    }

    boolean isIn(String text) {
        return words.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether an error category is one of machines. */
    static boolean isOfPlatform(@Nullable String category) {
        return category != null && PLATFORM_CATEGORIES.contains(category.toLowerCase(Locale.ROOT));
    }

    /** Whether an error category is one of values. */
    static boolean isOfValues(@Nullable String category) {
        return category != null && VALUE_CATEGORIES.contains(category.toLowerCase(Locale.ROOT));
    }
}
