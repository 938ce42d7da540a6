package scenariorca.errors;

/**
 * How much one distinct value of a kind says that where it stands there is a variable part: from 0 to 1, more than 1 in sum is
 * enough.
 *
 * @param firstWord a plain word at the start of a line
 * @param capitals a word in capital letters
 * @param plainWord a plain word elsewhere
 * @param identifier a word built like a name
 */
public record HoleWeights(double firstWord, double capitals, double plainWord, double identifier) {
    /** Those of the product. */
    public static final HoleWeights STANDARD = new HoleWeights(1.0 / 8, 1.0 / 12, 1.0 / 4, 1.0 / 2);
}
