package scenariorca.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A private key or certificate that a stream writes line by line, an event each.
 *
 * @param kind what stands in its place
 * @param others events in a row that were no part of it
 */
record KeyBlock(String kind, int others) {
    private static final Pattern BEGIN = Pattern.compile("-{4,5} ?BEGIN ([A-Z0-9 ]{1,40}?) ?-{4,5}");
    private static final Pattern END = Pattern.compile("-{4,5} ?END [A-Z0-9 ]{1,40}?-{4,5}");
    private static final Pattern LINE = Pattern.compile("\\s*(?:[A-Za-z0-9+/]{1,80}={0,2}|=[A-Za-z0-9+/]{4})\\s*");
    private static final Pattern HEADER =
            Pattern.compile("\\s*(?:Proc-Type|DEK-Info|Comment|Version|Hash|Subject|X-[\\w-]+): .*");
    /** The end of a line that begins with something else, such as its time. */
    private static final Pattern TAIL = Pattern.compile("(?<=\\s)[A-Za-z0-9+/]{40,80}={0,2}\\s*$");

    /** Lines of other threads that may come between; then the end was lost. */
    private static final int MAX_OTHERS = 20;

    /** The block that a text begins and does not end; null when there is none. */
    static @Nullable KeyBlock after(String text) {
        if (text.indexOf("BEGIN ") < 0) {
            return null;
        }
        Matcher begin = BEGIN.matcher(text);
        KeyBlock open = null;
        while (begin.find()) {
            boolean isEnded =
                    END.matcher(text).region(begin.end(), text.length()).find();
            String kind = begin.group(1).contains("PRIVATE KEY") ? "private_key" : "certificate";
            open = isEnded ? null : new KeyBlock(kind, 0);
        }
        return open;
    }

    /** Whether a text holds a part of the block. */
    boolean isWithin(String text) {
        return text.lines().anyMatch(KeyBlock::isPart);
    }

    private static boolean isPart(String line) {
        return LINE.matcher(line).matches()
                || HEADER.matcher(line).matches()
                || END.matcher(line).find()
                || TAIL.matcher(line).find();
    }

    /** The text without the block's parts. */
    String without(String text) {
        List<String> lines = new ArrayList<>();
        String marker = "[" + kind + "]";
        for (String line : text.lines().toList()) {
            if (!isPart(line)) {
                lines.add(line);
                continue;
            }
            Matcher tail = TAIL.matcher(line);
            boolean isTail = tail.find() && !LINE.matcher(line).matches();
            lines.add(isTail ? line.substring(0, tail.start()) + marker : marker);
        }
        return String.join("\n", lines);
    }

    /** A text that begins the block and does not end it, without all of it, which is the rest up to a line of another record. */
    String withoutBegin(String text) {
        Matcher begin = BEGIN.matcher(text);
        int start = -1;
        int end = -1;
        while (begin.find()) {
            start = begin.start();
            end = begin.end();
        }
        if (start < 0) {
            return text;
        }
        String rest = text.substring(end)
                .lines()
                .dropWhile(line -> !LineJoin.isRecord(line))
                .collect(Collectors.joining("\n"));
        return text.substring(0, start) + "[" + kind + "]" + (rest.isEmpty() ? "" : "\n" + rest);
    }

    /** The block behind a text; null when it is over. */
    @Nullable
    KeyBlock next(String text) {
        if (END.matcher(text).find()) {
            return null;
        }
        if (isWithin(text)) {
            return new KeyBlock(kind, 0);
        }
        return others < MAX_OTHERS ? new KeyBlock(kind, others + 1) : null;
    }
}
