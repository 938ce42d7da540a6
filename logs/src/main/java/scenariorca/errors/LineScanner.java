package scenariorca.errors;

import static scenariorca.errors.ByteClasses.DELIMITER;
import static scenariorca.errors.ByteClasses.kind;
import static scenariorca.errors.ByteClasses.weight;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the variable parts of a line in one pass over its bytes, and the hash of what is left. Reused from line to
 * line; confined to one thread; allocates nothing but when {@link #text} is asked for.
 */
final class LineScanner {
    /** What is looked at of a line; the rest of a longer one is one variable part. */
    static final int MAX_BYTES = 8_192;

    static final String WILDCARD = "<*>";

    private static final int MAX_LEADING = 16;

    private static final int BLANK = Integer.MIN_VALUE;
    private static final long MASK_HASH = 0x51afd7ed558ccd4fL;
    private static final long BLANK_HASH = ' ';

    private byte[] line = new byte[0];
    private int end;
    /** Pairs of start and end: a literal, a variable part when the start is negative (its complement), or BLANK. */
    private int[] spans = new int[256];

    private int spanCount;
    /** Where a date ended, so that the time after it belongs to it. */
    private int dateEnd;
    /** The number that the line begins with and that may be a code; its end is 0 when there is none. */
    private int codeStart;

    private int codeEnd;
    private int first;

    /** The 64-bit hash of the line with its variable parts masked. */
    long scan(byte[] bytes, int from, int to) {
        line = bytes;
        end = Math.min(to, from + MAX_BYTES);
        spanCount = 0;
        dateEnd = -1;
        codeEnd = 0;
        int at = afterSpace(from);
        first = at;
        while (at < end) {
            int start = at;
            long counts = 0;
            while (at < end) {
                long weight = weight(bytes[at]);
                if (weight < 0) {
                    break;
                }
                counts += weight;
                at++;
            }
            word(start, at, counts);
            int gap = at;
            at = afterSpace(at);
            if (at < end) {
                space(gap, at);
            }
        }
        if (to > end) {
            mask(end, to);
        }
        return hash();
    }

    /** Whether the line scanned last begins with what may be a code. */
    boolean hasCode() {
        return codeEnd > 0;
    }

    /** What may be the code of the line scanned last. */
    String code() {
        return new String(line, codeStart, codeEnd - codeStart, StandardCharsets.UTF_8);
    }

    /** The hash of the line scanned last with its code, from the one without. */
    long hashWithCode(long hash) {
        return Fingerprint.mix(LineHash.literal(line, hash, codeStart, codeEnd));
    }

    /** The masked text of the line scanned last. */
    String text() {
        return text(false);
    }

    /** @param withCode whether the code stays */
    String text(boolean withCode) {
        var text = new StringBuilder();
        for (int span = 0; span < spanCount; span++) {
            int start = spans[2 * span];
            if (withCode && codeEnd > 0 && ~start >= codeStart && spans[2 * span + 1] == codeEnd) {
                text.append(new String(line, ~start, codeEnd - ~start, StandardCharsets.UTF_8));
            } else if (start >= 0) {
                text.append(new String(line, start, spans[2 * span + 1] - start, StandardCharsets.UTF_8));
            } else {
                text.append(start == BLANK ? " " : WILDCARD);
            }
        }
        return text.toString();
    }

    /** What stood where the variable parts of the line scanned last are, in order. */
    List<String> values() {
        var values = new ArrayList<String>();
        for (int span = 0; span < spanCount; span++) {
            if (isMask(span)) {
                int start = ~spans[2 * span];
                values.add(new String(line, start, spans[2 * span + 1] - start, StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    private int afterSpace(int from) {
        int at = from;
        while (at < end && weight(line[at]) < 0) {
            at++;
        }
        return at;
    }

    private void word(int start, int stop, long counts) {
        boolean isPlain = (counts & 0xffff_0000_ffffL) == 0 && counts < 2 * ByteClasses.ONE_DOT;
        if (isPlain) {
            literal(start, stop);
            return;
        }
        boolean hasAddress = (counts & 0xffff_0000_0000L) != 0;
        int at = start;
        while (at < stop) {
            at = kind(line[at]) == DELIMITER ? delimiter(at, stop) : piece(at, stop, hasAddress);
        }
    }

    private int delimiter(int at, int stop) {
        boolean isLessThan = line[at] == '<'
                && at + 1 < stop
                && ByteClasses.isDigit(line[at + 1])
                && (at == 0 || weight(line[at - 1]) < 0)
                && line[stop - 1] != '>';
        if (isLessThan) {
            mask(at, at + 1);
        } else {
            literal(at, at + 1);
        }
        return at + 1;
    }

    /** Takes one piece of a word and what belongs to it; returns where it ended. */
    private int piece(int start, int stop, boolean hasAddress) {
        long shape = 0;
        int close = start;
        for (; close < stop; close++) {
            long weight = Shape.weight(line[close]);
            if (weight < 0) {
                break;
            }
            shape += weight;
        }
        if (hasAddress || close < stop && line[close] == ':') {
            int wide = Addresses.end(line, start, close, stop);
            if (wide > start) {
                int whole = ByteClasses.isDigit(line[start]) ? Pieces.tailEnd(line, start, wide, stop) : wide;
                mask(start, whole);
                return whole;
            }
            if (isProtocolAfterPath(start, close)) {
                spanCount--;
                mask(start, close);
                return close;
            }
        }
        return judge(start, close, stop, shape);
    }

    private int judge(int start, int close, int stop, long shape) {
        int trimmed = close;
        long rest = shape;
        while (trimmed > start + 1 && Pieces.isTrailing(line[trimmed - 1])) {
            trimmed--;
            rest -= Shape.weight(line[trimmed]);
        }
        byte next = close < stop ? line[close] : (byte) ' ';
        int variable = Pieces.variableFrom(line, start, trimmed, next, rest);
        if (variable == trimmed) {
            literal(start, close);
            return close;
        }
        literal(start, variable);
        if (trimmed < close) {
            mask(variable, trimmed);
            literal(trimmed, close);
            return close;
        }
        if (codeEnd == 0 && isLeading(start) && LeadingCodes.isCode(line, start, close)) {
            codeStart = start;
            codeEnd = close;
            mask(variable, close);
            return close;
        }
        int tail = next == ':' || next == ',' ? Pieces.tailEnd(line, start, close, stop) : close;
        mask(variable, tail);
        if (Pieces.isDate(line, start, tail)) {
            dateEnd = tail;
        }
        return tail;
    }

    /** Whether the line begins there, perhaps after a bracket or a word: {@code ERROR: XR-4261}. */
    private boolean isLeading(int start) {
        int blanks = 0;
        for (int at = first; at < start && start - first <= MAX_LEADING; at++) {
            blanks += line[at] == ' ' ? 1 : 0;
            if (!ByteClasses.isLetter(line[at]) && " :[(".indexOf(line[at]) < 0) {
                return false;
            }
        }
        return blanks < 2 && start - first <= MAX_LEADING;
    }

    /** {@code HTTP/1.1} after a masked path is part of the request that is masked. */
    private boolean isProtocolAfterPath(int start, int stop) {
        boolean isProtocol = stop - start == 8
                && line[start] == 'H'
                && line[start + 3] == 'P'
                && line[start + 4] == '/'
                && line[start + 6] == '.';
        return isProtocol
                && spanCount > 1
                && isMask(spanCount - 2)
                && spans[2 * spanCount - 2] == start - 1
                && line[start - 1] == ' ';
    }

    private void space(int gap, int next) {
        boolean isTimeAfterDate = dateEnd == gap && Pieces.isClock(line, next, end);
        if (isTimeAfterDate) {
            return;
        }
        if (line[next - 1] == ' ') {
            literal(next - 1, next);
        } else {
            add(BLANK, 0);
        }
    }

    private void literal(int start, int stop) {
        if (start == stop) {
            return;
        }
        if (spanCount > 0 && spans[2 * spanCount - 2] >= 0 && spans[2 * spanCount - 1] == start) {
            spans[2 * spanCount - 1] = stop;
        } else {
            add(start, stop);
        }
    }

    private void mask(int start, int stop) {
        if (spanCount > 0 && isMask(spanCount - 1)) {
            spans[2 * spanCount - 1] = stop;
        } else {
            add(~start, stop);
        }
    }

    private boolean isMask(int span) {
        int start = spans[2 * span];
        return start < 0 && start != BLANK;
    }

    private void add(int start, int stop) {
        if (2 * spanCount == spans.length) {
            spans = Arrays.copyOf(spans, 2 * spans.length);
        }
        spans[2 * spanCount] = start;
        spans[2 * spanCount + 1] = stop;
        spanCount++;
    }

    private long hash() {
        long hash = spanCount;
        for (int span = 0; span < spanCount; span++) {
            int start = spans[2 * span];
            hash = start >= 0
                    ? LineHash.literal(line, hash, start, spans[2 * span + 1])
                    : LineHash.step(hash, start == BLANK ? BLANK_HASH : MASK_HASH);
        }
        return Fingerprint.mix(hash);
    }
}
