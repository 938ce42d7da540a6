package scenariorca.errors;

import java.time.Instant;
import java.util.Set;

/** What a person decided about patterns. Never deleted, only undone by a later one. */
public sealed interface PatternEdit {
    /** Unique among the edits. */
    String id();

    Author author();

    /**
     * Who made an edit.
     *
     * @param name the person
     * @param at when
     * @param reason in their words; may be empty
     */
    record Author(String name, Instant at, String reason) {}

    /**
     * These patterns are one error.
     *
     * @param fingerprints at least two; the smallest becomes the fingerprint of all
     */
    record Merge(String id, Author author, Set<String> fingerprints) implements PatternEdit {
        public Merge {
            fingerprints = Set.copyOf(fingerprints);
            if (fingerprints.size() < 2) {
                throw new IllegalArgumentException("a merge needs at least two patterns, found " + fingerprints.size());
            }
        }
    }

    /**
     * One variable part of a pattern is no variable part: each of its values is a pattern of its own.
     *
     * @param fingerprint the pattern
     * @param word position of the word in the pattern's text, from 0
     */
    record Split(String id, Author author, String fingerprint, int word) implements PatternEdit {
        public Split {
            if (word < 0) {
                throw new IllegalArgumentException("word is a position from 0, found " + word);
            }
        }
    }

    /**
     * A pattern is of this category, whatever the rules say.
     *
     * @param fingerprint the pattern
     */
    record Category(String id, Author author, String fingerprint, ErrorCategory category) implements PatternEdit {}

    /**
     * An earlier edit no longer holds.
     *
     * @param edit id of that edit
     */
    record Undo(String id, Author author, String edit) implements PatternEdit {}
}
