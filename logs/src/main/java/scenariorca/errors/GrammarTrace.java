package scenariorca.errors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scenariorca.errors.TraceGrammar.Line;
import scenariorca.errors.TraceGrammar.Role;

/** Reads a stack trace by its language's grammar: the exceptions of a chain, each with its frames. */
final class GrammarTrace {
    /** Languages whose traces need no more than their grammar, those told apart most surely first. */
    private static final List<TraceGrammar> GRAMMARS = List.of(
            TraceGrammar.of("dotnet"),
            TraceGrammar.of("go"),
            TraceGrammar.of("rust"),
            TraceGrammar.of("php"),
            TraceGrammar.of("ruby"),
            TraceGrammar.of("node"),
            TraceGrammar.of("julia"),
            TraceGrammar.of("r"));

    private final TraceGrammar grammar;
    private final List<Section> chain = new ArrayList<>();
    /** The exception that frames belong to now; negative before the first. */
    private int current = -1;

    private String before = "";
    private int frames;
    private boolean isHeadBare;

    private GrammarTrace(TraceGrammar grammar) {
        this.grammar = grammar;
    }

    /** One exception of the chain while it is read. */
    private static final class Section {
        String type;
        String said;
        final List<StackTrace.Frame> frames = new ArrayList<>();

        Section(String type, String said) {
            this.type = type;
            this.said = said;
        }
    }

    static Optional<StackTrace> find(List<String> lines) {
        for (TraceGrammar grammar : GRAMMARS) {
            var trace = new GrammarTrace(grammar);
            lines.forEach(trace::read);
            if (trace.isTrace()) {
                return Optional.of(trace.result());
            }
        }
        return Optional.empty();
    }

    private boolean isTrace() {
        boolean isNamed = chain.stream().anyMatch(section -> !section.type.isEmpty() || !section.said.isEmpty());
        return isNamed && frames > 0;
    }

    private void read(String text) {
        String line = text.stripTrailing();
        if (isHeadBare && !line.isBlank()) {
            isHeadBare = false;
            if (grammar.match(line, Role.FRAME, Role.INNER, Role.HEAD) == null && line.equals(line.strip())) {
                chain.get(current).said = line.startsWith("throw ") ? "" : line;
                before = line;
                return;
            }
        }
        @Nullable Line found = role(line);
        if (found != null) {
            take(found, line);
        }
        before = line.isBlank() ? before : line;
    }

    private @Nullable Line role(String line) {
        if (chain.isEmpty()) {
            @Nullable Line head = TraceGrammar.mayBeHead(line) ? grammar.match(line.strip(), Role.HEAD) : null;
            return head == null && grammar.isLoose() ? grammar.match(line, Role.FRAME) : head;
        }
        @Nullable Line inside = grammar.match(line, Role.CAUSE, Role.CLOSE, Role.PLACE, Role.FRAME);
        return inside == null && frames == 0 && TraceGrammar.mayBeHead(line) ? grammar.match(line, Role.HEAD) : inside;
    }

    private void take(Line found, String line) {
        switch (found.role()) {
            case HEAD, CAUSE -> open(found);
            case CLOSE -> current = Math.max(0, current - 1);
            case FRAME -> frame(found);
            case PLACE -> place(found);
            case CHAIN, INNER, END, NEXT -> throw new IllegalStateException(line);
        }
    }

    private void open(Line found) {
        String said = found.said() == null ? "" : found.said();
        int inner = said.indexOf(" ---> ");
        if (inner > 0) {
            // Older .NET prints the chain in one line, the exception that decides last.
            String last = said.substring(said.lastIndexOf(" ---> ") + 6);
            int colon = last.indexOf(": ");
            chain.add(new Section(
                    colon < 0 ? last : last.substring(0, colon), colon < 0 ? "" : last.substring(colon + 2)));
        } else {
            chain.add(new Section(found.type() == null ? "" : found.type(), said));
        }
        current = chain.size() - 1;
        isHeadBare = found.type() == null && said.isEmpty() && found.role() == Role.HEAD;
        if (found.call() != null) {
            frame(found);
        }
    }

    private void frame(Line found) {
        if (chain.isEmpty()) {
            chain.add(said(before));
            current = 0;
        }
        frames++;
        String file = found.file() == null ? "" : found.file();
        String name = FrameNames.of(grammar.language(), found.call() == null ? "" : found.call(), file);
        chain.get(current).frames.add(new StackTrace.Frame(name, !Frameworks.has(grammar.language(), name, file)));
    }

    /** The line before the first frame, which names the exception where no head was recognised. */
    private static Section said(String line) {
        int colon = line.lastIndexOf(": ");
        String first = colon < 0 ? line : line.substring(0, colon);
        String type = first.substring(Math.max(first.lastIndexOf(' '), first.lastIndexOf(']')) + 1);
        boolean isType = type.matches("(?:[\\w$]+[.:\\\\]+)*[A-Z]\\w*") && (colon > 0 || type.equals(line));
        return isType ? new Section(type, colon < 0 ? "" : line.substring(colon + 2)) : new Section("", line.strip());
    }

    private void place(Line found) {
        List<StackTrace.Frame> known = chain.get(current).frames;
        if (known.isEmpty() || found.file() == null) {
            return;
        }
        int last = known.size() - 1;
        StackTrace.Frame frame = known.get(last);
        boolean isOwn = frame.isOwn() && !Frameworks.has(grammar.language(), frame.name(), found.file());
        known.set(last, new StackTrace.Frame(frame.name(), isOwn));
    }

    private StackTrace result() {
        int root = 0;
        for (int at = 0; at < chain.size(); at++) {
            boolean isNamed =
                    !chain.get(at).type.isEmpty() || !chain.get(at).said.isEmpty();
            boolean wasNamed =
                    !chain.get(root).type.isEmpty() || !chain.get(root).said.isEmpty();
            root = isNamed && (grammar.isLastDeciding() || !wasNamed) ? at : root;
        }
        Section decides = chain.get(root);
        var own = new ArrayList<>(decides.frames);
        boolean hasOwn = own.stream().anyMatch(StackTrace.Frame::isOwn);
        if (!hasOwn) {
            chain.stream().filter(one -> one != decides).forEach(one -> own.addAll(one.frames));
        }
        return new StackTrace(decides.type, decides.said, own);
    }
}
