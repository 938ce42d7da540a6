package scenariorca.logs;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A text read in another way, such as without escapes, that knows where each of its characters stands in the stored text. */
final class TextView {
    private final String text;
    /** Where each character begins and ends in the stored text; null when the view is that text. */
    private final int @Nullable [] starts;

    private final int @Nullable [] ends;

    private TextView(String text, int @Nullable [] starts, int @Nullable [] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    static TextView of(String stored) {
        return new TextView(stored, null, null);
    }

    String text() {
        return text;
    }

    /** Where a character stands in the stored text. */
    int start(int at) {
        return starts == null ? at : starts[at];
    }

    int end(int at) {
        return ends == null ? at + 1 : ends[at];
    }

    /** A span of this view as one of the stored text. */
    Span stored(Span span) {
        return new Span(start(span.from()), start(span.start()), end(span.end() - 1), span.kind());
    }

    /** Writes a view of a view, character by character. */
    static final class Writer {
        private final TextView source;
        private final StringBuilder text;
        private int[] starts;
        private int[] ends;

        Writer(TextView source) {
            this.source = source;
            this.text = new StringBuilder(source.text.length());
            this.starts = new int[source.text.length()];
            this.ends = new int[source.text.length()];
        }

        /** Adds a character that stands for those of the source from one place to another. */
        void add(char letter, int from, int to) {
            if (text.length() == starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2 + 1);
                ends = Arrays.copyOf(ends, ends.length * 2 + 1);
            }
            starts[text.length()] = source.start(from);
            ends[text.length()] = source.end(to - 1);
            text.append(letter);
        }

        int length() {
            return text.length();
        }

        TextView view() {
            return new TextView(text.toString(), starts, ends);
        }
    }
}
