package scenariorca.errors;

import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.errors.TraceGrammar.Line;
import scenariorca.errors.TraceGrammar.Role;

/** Follows the lines of a message and says which further lines go on with a stack trace in it. Confined to one thread. */
public final class OpenTrace {
    private static final List<TraceGrammar> GRAMMARS = TraceGrammar.all();

    /** Bits of the languages the trace can be in: the first lines of some look alike. 0 while there is none. */
    private int languages;
    /** What the last line was that was not blank; null before the first line of a trace. */
    private @Nullable Role last;
    /** Whether the head said neither which exception it is nor why: the line after it does. */
    private boolean isBare;

    private boolean isEnded;
    /** Whether the exception's own line is still to come. */
    private boolean isUnnamed;

    /** The languages in which a line goes on, and as what. */
    private record Part(int languages, Role role) {}

    /** Takes note of a line of the message. */
    public void read(String line) {
        if (line.isBlank()) {
            return;
        }
        @Nullable Part part = part(line);
        boolean isNext = part == null && isBare && hasNext();
        isBare = false;
        if (part != null) {
            languages = part.languages;
            last = part.role;
            isEnded |= part.role == Role.END;
            isEnded &= part.role != Role.HEAD;
            isUnnamed &= part.role != Role.HEAD;
        } else if (isNext) {
            last = Role.NEXT;
        } else if (TraceGrammar.mayBeHead(line)) {
            begin(line.strip());
        }
    }

    /** Whether a trace has begun. */
    public boolean isOpen() {
        return languages != 0;
    }

    /** Whether its last exception is printed; only languages that print it last can say so. */
    public boolean isEnded() {
        return isEnded;
    }

    /** Whether the line goes on with the trace that is open. */
    public boolean goesOn(String line) {
        return languages != 0 && (line.isBlank() || isBare && hasNext() || part(line) != null);
    }

    /** Whether a line begins a trace, in any language. */
    public static boolean isHead(String line) {
        return TraceGrammar.mayBeHead(line)
                && GRAMMARS.stream().anyMatch(grammar -> grammar.match(line, Role.HEAD) != null);
    }

    /** Whether a line begins a trace without a word of the exception, which may stand in the message before it. */
    public static boolean isBareHead(String line) {
        return TraceGrammar.mayBeHead(line)
                && GRAMMARS.stream()
                        .map(grammar -> grammar.match(line, Role.HEAD))
                        .anyMatch(head -> head != null && head.type() == null && head.said() == null);
    }

    /** Whether a line can only be the middle of a trace; languages whose calls look like anything else do not count. */
    public static boolean isMiddle(String line) {
        return GRAMMARS.stream()
                .filter(grammar ->
                        !grammar.language().equals("go") && !grammar.language().equals("r"))
                .anyMatch(grammar -> grammar.match(line, Role.FRAME, Role.CAUSE, Role.CHAIN, Role.CLOSE) != null);
    }

    private @Nullable Part part(String line) {
        int found = 0;
        @Nullable Role role = null;
        for (int bit = 0; bit < GRAMMARS.size(); bit++) {
            @Nullable Line match = (languages & 1 << bit) == 0 ? null : match(GRAMMARS.get(bit), line);
            if (match != null) {
                found |= 1 << bit;
                role = match.role();
            }
        }
        return role == null ? null : new Part(found, role);
    }

    private @Nullable Line match(TraceGrammar grammar, String line) {
        @Nullable
        Line found =
                grammar.match(line, Role.FRAME, Role.CAUSE, Role.CHAIN, Role.CLOSE, Role.PLACE, Role.INNER, Role.END);
        if (found != null && found.role() == Role.END && isEnded) {
            return null;
        }
        return found == null && (last == Role.CHAIN || isUnnamed) ? grammar.match(line, Role.HEAD) : found;
    }

    private boolean hasNext() {
        for (int bit = 0; bit < GRAMMARS.size(); bit++) {
            if ((languages & 1 << bit) != 0 && GRAMMARS.get(bit).match("", Role.NEXT) != null) {
                return true;
            }
        }
        return false;
    }

    private void begin(String line) {
        int heads = 0;
        for (int bit = 0; bit < GRAMMARS.size(); bit++) {
            @Nullable Line head = GRAMMARS.get(bit).match(line, Role.HEAD);
            if (head != null) {
                heads |= 1 << bit;
                isBare |= head.type() == null && head.said() == null;
            }
        }
        if (heads != 0) {
            languages = heads;
            last = Role.HEAD;
            isEnded = false;
            isUnnamed = isBare;
        }
    }
}
