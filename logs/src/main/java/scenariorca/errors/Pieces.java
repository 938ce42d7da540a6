package scenariorca.errors;

import static scenariorca.errors.ByteClasses.DELIMITER;
import static scenariorca.errors.ByteClasses.isDigit;
import static scenariorca.errors.ByteClasses.isLetter;
import static scenariorca.errors.ByteClasses.isUpper;
import static scenariorca.errors.ByteClasses.kind;

/** Judges one piece of a word (what stands between two delimiters): which part of it is a value. */
final class Pieces {
    private static final int UNDECIDED = -1;
    private static final int UUID_LENGTH = 36;
    private static final int MIN_HEX_LENGTH = 6;
    private static final int LONGEST_KEY = 8;
    private static final int DATE_LENGTH = 10;
    private static final int MIN_MACHINE_NAME = 2;

    private Pieces() {}

    static int end(byte[] line, int start, int stop) {
        int at = start;
        while (at < stop && kind(line[at]) != DELIMITER) {
            at++;
        }
        return at;
    }

    /** Leaves out what ends a sentence or marks a percentage. */
    static int trimEnd(byte[] line, int start, int end) {
        int at = end;
        while (at > start + 1 && isTrailing(line[at - 1])) {
            at--;
        }
        return at;
    }

    static boolean isTrailing(byte octet) {
        return octet == '.' || octet == '!' || octet == '?' || octet == '%';
    }

    /** Where the value in the piece begins: {@code end} when there is none. {@code next} is the byte after it. */
    static int variableFrom(byte[] line, int start, int end, byte next) {
        return variableFrom(line, start, end, next, Shape.of(line, start, end));
    }

    /** As above, when the shape of the piece is known. */
    static int variableFrom(byte[] line, int start, int end, byte next, long shape) {
        if (end - start > Shape.MAX_BYTES) {
            return start;
        }
        if (Shape.digits(shape) == end - start) {
            return start;
        }
        if (Shape.slashes(shape) == 1) {
            return Shape.dots(shape) >= 2 ? start : aroundSlash(line, start, end);
        }
        if (Shape.ats(shape) > 0) {
            return aroundAt(line, start, end);
        }
        if (Shape.digits(shape) == 0) {
            return Shape.dots(shape) >= 2 && Names.isHost(line, start, end) ? start : end;
        }
        if (line[start] == '.' && Shape.dots(shape) > 1) {
            int number = afterDots(line, start, end);
            return number > start ? number : end;
        }
        if (isDigit(line[start]) || isSigned(line, start, end)) {
            return TechnicalTerms.contain(line, start, end) ? end : start;
        }
        return afterLetter(line, start, end, next, shape);
    }

    private static int afterLetter(byte[] line, int start, int end, byte next, long shape) {
        int dashes = Shape.dashes(shape);
        if (dashes == 4 && end - start == UUID_LENGTH) {
            return start;
        }
        if (Shape.dots(shape) > 0) {
            int dotted = dotted(line, start, end, shape);
            if (dotted != UNDECIDED) {
                return dotted;
            }
        }
        if (dashes > 0) {
            int tail = afterPrefix(line, start, end);
            if (tail > start) {
                return TechnicalTerms.contain(line, start, end) ? end : tail;
            }
        }
        if (Shape.underscores(shape) > 0) {
            boolean isName = Shape.digits(shape) == 1 && !isDigit(line[end - 1]);
            return isName || TechnicalTerms.contain(line, start, end) ? end : start;
        }
        return plain(line, start, end, next, shape);
    }

    private static int dotted(byte[] line, int start, int end, long shape) {
        int number = afterDots(line, start, end);
        if (number > start) {
            return number;
        }
        if (Shape.dots(shape) >= 2) {
            if (Names.isClass(line, start, end)) {
                return end;
            }
            if (Names.isHost(line, start, end)) {
                return start;
            }
        }
        return line[start] == 'v' && isDigit(line[start + 1]) ? start : UNDECIDED;
    }

    /** Letters and digits: numbered things are values, names that happen to have a digit are not. */
    private static int plain(byte[] line, int start, int end, byte next, long shape) {
        int digits = Shape.digits(shape);
        int length = end - start;
        if (Shape.dashes(shape) >= 2 && isDigit(line[end - 1])) {
            return start;
        }
        boolean isKey = next == '=' && length <= LONGEST_KEY && Shape.dashes(shape) == 0;
        if (digits == 1 || isKey) {
            return end;
        }
        if (length >= MIN_HEX_LENGTH && Shape.hexDigits(shape) == length) {
            return start;
        }
        boolean isCall = next == '(' && digits <= 2;
        boolean isName = isCall || digits * 6 <= length && longestRun(line, start, end) == 1;
        return isName || TechnicalTerms.contain(line, start, end) ? end : start;
    }

    private static int longestRun(byte[] line, int start, int end) {
        int longest = 0;
        int run = 0;
        for (int at = start; at < end; at++) {
            run = isDigit(line[at]) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static boolean isSigned(byte[] line, int start, int end) {
        byte first = line[start];
        boolean hasSign = first == '-' || first == '+' || first == '$' || first == '.' || first == '~';
        return hasSign && end - start > 1 && isDigit(line[start + 1]);
    }

    /** {@code node-129}, {@code node-D7}: letters, a dash, a number or the name of a machine. Else {@code start}. */
    private static int afterPrefix(byte[] line, int start, int end) {
        int at = start;
        while (at < end && isLetter(line[at])) {
            at++;
        }
        int letters = at - start;
        if (letters < 2 || at == end) {
            return start;
        }
        if (line[at] != '-') {
            return start;
        }
        at++;
        return at < end && (isDigit(line[at]) || isMachineName(line, at, end)) ? at : start;
    }

    /** {@code core.2275}, {@code enable......0}: a word, dots, a number. Else {@code start}. */
    private static int afterDots(byte[] line, int start, int end) {
        int at = end;
        while (at > start && isDigit(line[at - 1])) {
            at--;
        }
        int number = at;
        while (at > start && line[at - 1] == '.') {
            at--;
        }
        boolean isWord = (at == start || at - start >= 2 && isLetter(line[start])) && number > at && number < end;
        for (int index = start; index < at && isWord; index++) {
            boolean isLevel = index + 1 == at && index > start && !(at - start == 2 && line[start] == 'v');
            isWord = isLetter(line[index]) || line[index] == '-' || isLevel;
        }
        return isWord ? number : start;
    }

    private static boolean isNumber(byte[] line, int start, int end) {
        for (int at = start; at < end; at++) {
            if (!isDigit(line[at])) {
                return false;
            }
        }
        return end > start;
    }

    /** {@code FNANLI5}: capitals and digits up to the first dot. */
    private static boolean isMachineName(byte[] line, int start, int end) {
        int digits = 0;
        int at = start;
        for (; at < end && line[at] != '.' && line[at] != '/'; at++) {
            if (!isDigit(line[at]) && !isUpper(line[at])) {
                return false;
            }
            digits += isDigit(line[at]) ? 1 : 0;
        }
        return digits > 0 && at - start >= MIN_MACHINE_NAME;
    }

    private static int aroundSlash(byte[] line, int start, int end) {
        int slash = start;
        while (line[slash] != '/' && line[slash] != '\\') {
            slash++;
        }
        int left = slash == start ? slash : variableFrom(line, start, slash, (byte) '/');
        if (left < slash) {
            return left;
        }
        return slash + 1 == end ? end : variableFrom(line, slash + 1, end, (byte) ' ');
    }

    /** {@code name@example.org} is one value; {@code Type@7317849d} is a name and a value. */
    private static int aroundAt(byte[] line, int start, int end) {
        int at = end - 1;
        while (at > start && line[at] != '@') {
            at--;
        }
        if (at == start || at + 1 == end) {
            return end;
        }
        boolean isHost = Names.hasDot(line, at + 1, end);
        if (Names.isTypeLike(line, start, at)) {
            return variableFrom(line, at + 1, end, (byte) ' ') == at + 1 ? at + 1 : end;
        }
        return isHost || variableFrom(line, at + 1, end, (byte) ' ') == at + 1 ? start : end;
    }

    /** What else belongs to a value that ended at {@code close}: ports, clock times, digit groups. */
    static int tailEnd(byte[] line, int start, int close, int stop) {
        int at = close;
        while (at + 1 < stop && (line[at] == ':' || line[at] == ',')) {
            int next = end(line, at + 1, stop);
            if (next == at + 1) {
                return at;
            }
            int trimmed = trimEnd(line, at + 1, next);
            boolean belongs = line[at] == ':'
                    ? variableFrom(line, at + 1, trimmed, (byte) ' ') == at + 1
                    : isGroupOfThree(line, at + 1, trimmed) && isShortNumber(line, start, at);
            if (!belongs) {
                return at;
            }
            at = trimmed;
            if (trimmed < next) {
                return at;
            }
        }
        return at;
    }

    private static boolean isGroupOfThree(byte[] line, int start, int end) {
        return end - start >= 3 && isNumber(line, start, start + 3) && (end - start == 3 || !isDigit(line[start + 3]));
    }

    /** Up to three digits before a comma, or more groups of three, or the seconds of a clock time. */
    private static boolean isShortNumber(byte[] line, int start, int end) {
        int at = end;
        while (at > start && isDigit(line[at - 1])) {
            at--;
        }
        return end - at > 0 && end - at <= 3;
    }

    /** {@code 2017-05-16} or {@code 2017/05/16}. */
    static boolean isDate(byte[] line, int start, int end) {
        return end - start == DATE_LENGTH
                && isNumber(line, start, start + 4)
                && line[start + 4] == line[start + 7]
                && !isDigit(line[start + 4])
                && isNumber(line, start + 5, start + 7)
                && isNumber(line, start + 8, end);
    }

    /** Whether {@code hh:} begins there. */
    static boolean isClock(byte[] line, int start, int stop) {
        return start + 3 < stop
                && isNumber(line, start, start + 2)
                && line[start + 2] == ':'
                && isDigit(line[start + 3]);
    }
}
