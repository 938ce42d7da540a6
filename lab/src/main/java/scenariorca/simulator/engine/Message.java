package scenariorca.simulator.engine;

import java.util.Locale;

/** The engine's messages, the same in every locale. */
final class Message {
    private Message() {}

    static String of(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
