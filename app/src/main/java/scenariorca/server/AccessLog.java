package scenariorca.server;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request: who asked for what, and what came of it. Its logger is {@code access}. Nothing a caller sends
 * can begin a line of its own, and no query goes in, as searches hold names.
 */
final class AccessLog {
    private static final Logger log = LoggerFactory.getLogger("access");
    private static final int MAX_PATH = 300;

    private final boolean isOn;

    AccessLog(boolean isOn) {
        this.isOn = isOn;
    }

    /**
     * What is told of a request.
     *
     * @param correlationId as the answer's header X-Correlation-Id has it
     * @param subject the caller's name
     * @param address where it came from
     */
    record Entry(
            String correlationId, String subject, String address, String method, String path, int status, long nanos) {}

    void write(Entry entry) {
        if (isOn) {
            log.info(
                    "cid={} subject={} from={} {} {} {} {} ms",
                    entry.correlationId(),
                    clean(entry.subject()),
                    clean(entry.address()), // a proxy may hand on what a caller says of it
                    clean(entry.method()),
                    clean(entry.path()),
                    entry.status(),
                    String.format(Locale.ROOT, "%.1f", entry.nanos() / 1e6));
        }
    }

    /** One word of visible ASCII. */
    static String clean(String text) {
        var clean = new StringBuilder(Math.min(text.length(), MAX_PATH));
        for (int at = 0; at < text.length() && at < MAX_PATH; at++) {
            char c = text.charAt(at);
            if (c > ' ' && c < 0x7f) {
                clean.append(c);
            } else {
                clean.append(String.format("\\u%04x", (int) c));
            }
        }
        return text.length() > MAX_PATH ? clean + "..." : clean.toString();
    }
}
