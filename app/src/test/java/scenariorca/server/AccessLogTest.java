package scenariorca.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class AccessLogTest {
    @Test
    void every_part_of_a_line_that_a_caller_has_a_say_in_stays_one_word() {
        var logger = (Logger) LoggerFactory.getLogger("access");
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
        try {
            new AccessLog(true)
                    .write(new AccessLog.Entry(
                            "words-of-one",
                            "a b",
                            "10.0.0.1 GET /\nforged",
                            "G\tT",
                            "/runs\r\nforged",
                            200,
                            1_000_000));
        } finally {
            logger.detachAppender(lines);
        }

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .contains("cid=words-of-one subject=a\\u0020b from=10.0.0.1\\u0020GET\\u0020/\\u000aforged"
                        + " G\\u0009T /runs\\u000d\\u000aforged 200 1.0 ms");
    }
}
