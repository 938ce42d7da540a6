package scenariorca.logs;

/**
 * A part of a text that must not be stored.
 *
 * @param from where its evidence begins, such as its key
 * @param start its first character
 * @param end behind its last one
 * @param kind what it is. Example: {@code email}
 */
record Span(int from, int start, int end, String kind) {
    boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }
}
