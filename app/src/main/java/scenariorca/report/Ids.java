package scenariorca.report;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/** Ids as people give them: whole, or their first digits as pages and tickets show them. */
public final class Ids {
    private static final Pattern BEGINNING = Pattern.compile("[0-9a-fA-F-]{4,36}");
    private static final int WHOLE = 36;
    private static final int MANY = 5;

    private final SearchReport search;

    public Ids(SearchReport search) {
        this.search = search;
    }

    /**
     * The run that is meant.
     *
     * @throws RcaException INVALID_INPUT when the text is no id, or the beginning of several; NOT_FOUND when no run has it
     */
    public UUID run(String text) {
        return find(text, List.of("run"));
    }

    /** The scenario that is meant. */
    public UUID scenario(String text) {
        return find(text, List.of("scenario"));
    }

    /** The run or scenario that is meant. */
    public UUID runOrScenario(String text) {
        return find(text, List.of("run", "scenario"));
    }

    /** The problem that is meant. */
    public String problem(String text) {
        return shortened("problem", text);
    }

    /** The fingerprint of the error pattern that is meant. */
    public String pattern(String text) {
        return shortened("error_pattern", text);
    }

    private String shortened(String kind, String text) {
        String given = text.strip().toLowerCase(Locale.ROOT);
        List<String> found = search.beginning(kind, given, MANY + 1).content();
        if (found.isEmpty()) {
            throw Check.notFound(kind.replace('_', ' '), text);
        }
        if (found.size() > 1) {
            String more = found.size() > MANY ? " and more" : "";
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "several ids begin with %s: %s%s; give more digits"
                            .formatted(
                                    given,
                                    String.join(", ", found.stream().limit(MANY).toList()),
                                    more));
        }
        return found.getFirst();
    }

    private UUID find(String text, List<String> kinds) {
        String given = text.strip();
        if (!BEGINNING.matcher(given).matches()) {
            throw new RcaException(
                    ErrorCode.INVALID_INPUT,
                    "'%s' is no id: give the whole id of a %s, or at least its first four digits"
                            .formatted(given, String.join(" or ", kinds)));
        }
        List<SearchHit> hits =
                search.answer(given, new PageRequest(PageRequest.MAX_LIMIT, null)).content().items().stream()
                        .filter(hit -> hit.rank() == 1 && hit.id().startsWith(given.toLowerCase(Locale.ROOT)))
                        .toList();
        List<SearchHit> wanted =
                hits.stream().filter(hit -> kinds.contains(hit.kind())).toList();
        if (wanted.size() == 1) {
            return UUID.fromString(wanted.getFirst().id());
        }
        throw wanted.isEmpty() ? none(given, kinds, hits) : several(given, wanted);
    }

    private static RcaException several(String given, List<SearchHit> hits) {
        String some = hits.stream()
                .limit(MANY)
                .map(hit -> hit.kind() + " " + hit.id())
                .collect(Collectors.joining(", "));
        String more = hits.size() > MANY ? " and " + (hits.size() - MANY) + " more" : "";
        return new RcaException(
                ErrorCode.INVALID_INPUT,
                "%d ids begin with %s: %s%s; give more digits".formatted(hits.size(), given, some, more));
    }

    private static RcaException none(String given, List<String> kinds, List<SearchHit> others) {
        String what = "no %s has %s %s"
                .formatted(
                        String.join(" or ", kinds),
                        given.length() == WHOLE ? "the id" : "an id that begins with",
                        given);
        if (others.size() == 1) {
            SearchHit other = others.getFirst();
            String way = other.kind().equals("scenario")
                    ? "; ./rca compare %s tells its last working run from its first failing one".formatted(other.id())
                    : "";
            return new RcaException(
                    ErrorCode.NOT_FOUND,
                    "%s: it is the id of the %s %s%s".formatted(what, other.kind(), other.label(), way));
        }
        return new RcaException(ErrorCode.NOT_FOUND, what + "; if it is new, ./rca etl --incremental loads it");
    }
}
