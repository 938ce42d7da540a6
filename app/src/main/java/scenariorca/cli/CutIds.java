package scenariorca.cli;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Ids of a list cut to eight digits, as commands take them. One that begins as another of the list is told whole as well. */
final class CutIds {
    private static final int DIGITS = 8;
    private static final int WHOLE = 36;

    /** How many ids begin so. */
    private final Map<String, Long> beginnings;

    CutIds(Collection<?> ids) {
        beginnings = ids.stream()
                .map(Object::toString)
                .distinct()
                .collect(Collectors.groupingBy(CutIds::cut, Collectors.counting()));
    }

    String cell(Object id) {
        return isShared(id) ? cut(id.toString()) + "…" : cut(id.toString());
    }

    /** The text, after the whole id where the cell does not say which is meant. */
    String told(Object id, String text) {
        if (!isShared(id)) {
            return text;
        }
        return text.isEmpty() ? id.toString() : id + ": " + text;
    }

    private boolean isShared(Object id) {
        return beginnings.getOrDefault(cut(id.toString()), 0L) > 1;
    }

    /** What is no id, such as a name, stays as it is. */
    private static String cut(String id) {
        return id.length() == WHOLE && id.charAt(DIGITS) == '-' ? id.substring(0, DIGITS) : id;
    }
}
