package scenariorca.logs;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import scenariorca.errors.ErrorClassifier;
import scenariorca.errors.PatternMiner;

/**
 * How many lines a second one core reads with this library, step by step and as a whole: CPU time of one thread, the best of
 * some rounds, on made lines of four services (JSON, logfmt, a Java logger, an access log), 3 in 100 with an error.
 */
public final class LogsBenchmark {
    private static final int LINES = 100_000;
    private static final int ROUNDS = 8;

    private LogsBenchmark() {}

    /** No arguments; prints one line per step. */
    public static void main(String[] arguments) {
        List<RawLogEvent> raw = lines(new Random(1));
        List<LogEvent> events = raw.stream().map(LogEvent::of).toList();
        var redactor = Redactor.standard(false);
        var parser = new LogParser();
        var miner = new PatternMiner();
        List<byte[]> messages = events.stream()
                .map(event -> parser.parse(event).message().getBytes(StandardCharsets.UTF_8))
                .toList();
        print("redact", events, event -> redactor.redact(event.message()));
        print("parse", events, parser::parse);
        print("group", messages, message -> miner.learn(message, 0, message.length));
        print("read", List.of(raw), page -> Logs.read(page, redactor, ErrorClassifier.standard()));
    }

    private static <T> void print(String step, List<T> things, Consumer<T> work) {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = thread.getCurrentThreadCpuTime();
            things.forEach(work);
            best = Math.max(best, LINES / ((thread.getCurrentThreadCpuTime() - start) / 1e9));
        }
        System.out.printf(Locale.ROOT, "%-7s %,11.0f lines/s%n", step, best);
    }

    private static List<RawLogEvent> lines(Random random) {
        var lines = new ArrayList<RawLogEvent>();
        Instant from = Instant.parse("2026-03-02T10:00:00Z");
        for (int number = 0; number < LINES; number++) {
            Instant at = from.plusMillis(number);
            String stream = "web-" + number % 4;
            lines.add(new RawLogEvent("/shop", stream, String.valueOf(number), at, null, message(at, random)));
        }
        return lines;
    }

    private static String message(Instant at, Random random) {
        UUID request = new UUID(random.nextLong(), random.nextLong());
        int order = random.nextInt(100_000);
        int kind = random.nextInt(100);
        if (kind < 3) {
            return at + " ERROR [worker-1] shop.Till - cannot charge order " + order + " of user" + order % 90
                    + "@example.com: card expired";
        }
        if (kind < 50) {
            return "{\"timestamp\":\"" + at
                    + "\",\"level\":\"INFO\",\"service\":\"shop\",\"logger\":\"shop.Till\",\"request_id\":\"" + request
                    + "\",\"user\":\"jdoe\",\"message\":\"order " + order + " priced in " + order % 90 + " ms\"}";
        }
        if (kind < 70) {
            return "time=" + at + " level=info msg=\"stock checked\" order=" + order + " items=" + order % 9
                    + " request_id=" + request;
        }
        if (kind < 90) {
            return at + " INFO  [worker-" + order % 8 + "] shop.Queue - order " + order + " queued, depth " + order % 9;
        }
        return "10.0.0." + order % 250 + " - - [02/Mar/2026:10:00:00 +0000] \"GET /orders/" + order + " HTTP/1.1\" 200 "
                + order + " \"-\" \"curl/8.5\"";
    }
}
