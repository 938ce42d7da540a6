package scenariorca.web;

import gg.jte.TemplateOutput;

/**
 * The text of a page. Whatever a log line or an input may hold, nothing leaves that a browser would act on instead of
 * showing: control characters become their pictures, and those that turn the direction of writing are named.
 */
final class SafeOutput implements TemplateOutput {
    private static final int CONTROL_PICTURES = 0x2400;

    private final StringBuilder text = new StringBuilder(16_384);

    @Override
    public void writeContent(String value) {
        writeContent(value, 0, value.length());
    }

    @Override
    public void writeContent(String value, int beginIndex, int endIndex) {
        int from = beginIndex;
        for (int at = beginIndex; at < endIndex; at++) {
            char c = value.charAt(at);
            if (isHarmful(c)) {
                text.append(value, from, at);
                append(c);
                from = at + 1;
            }
        }
        text.append(value, from, endIndex);
    }

    private static boolean isHarmful(char c) {
        return c < 0x20
                ? c != '\n' && c != '\t'
                : c >= 0x7f
                        && (c <= 0x9f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff);
    }

    private void append(char c) {
        if (c == '\r') {
            return;
        }
        if (c < 0x20) {
            text.append((char) (CONTROL_PICTURES + c));
        } else if (c == 0x7f) {
            text.append('␡');
        } else if (c <= 0x9f) {
            text.append('�');
        } else {
            text.append("[U+")
                    .append(Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT))
                    .append(']');
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
