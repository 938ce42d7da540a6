package scenariorca.report;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** All ids that begin alike. */
record IdRange(UUID low, UUID high) {
    /** Shorter beginnings of an id match too much to be meant as one. */
    private static final int MIN_PREFIX = 4;

    private static final int UUID_DIGITS = 32;
    private static final Pattern PREFIX = Pattern.compile("[0-9a-f]+(-[0-9a-f]*)*");

    /** Empty when the text is no beginning of an id. */
    static Optional<IdRange> of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String digits = lower.replace("-", "");
        boolean isPrefix = digits.length() >= MIN_PREFIX
                && digits.length() <= UUID_DIGITS
                && PREFIX.matcher(lower).matches();
        if (!isPrefix) {
            return Optional.empty();
        }
        int missing = UUID_DIGITS - digits.length();
        return Optional.of(new IdRange(uuid(digits + "0".repeat(missing)), uuid(digits + "f".repeat(missing))));
    }

    private static UUID uuid(String digits) {
        return new UUID(
                Long.parseUnsignedLong(digits.substring(0, 16), 16), Long.parseUnsignedLong(digits.substring(16), 16));
    }
}
