package scenariorca.errors;

/**
 * What lines have in common.
 *
 * @param fingerprint stable id, 16 hex digits. Example: {@code 9f2c01d7a4b8e630}
 * @param text the words they share, variable parts as {@code <*>}
 */
public record MinedPattern(String fingerprint, String text) {
    static MinedPattern of(String text) {
        return new MinedPattern(Fingerprint.of(text), text);
    }
}
