package scenariorca.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import scenariorca.errors.ErrorClassifier;
import scenariorca.logs.LogEvent;
import scenariorca.logs.LogLine;
import scenariorca.logs.LogParser;
import scenariorca.logs.Redactor;
import scenariorca.logs.Severity;
import scenariorca.logs.Stitcher;

/** How fast one core redacts and reads log lines and finds their patterns. */
record LogSpeed(double parse, double redact, double pattern) {
    private static final int ROUNDS = 20;

    static LogSpeed of(SyntheticLogSource source, int count) {
        List<LogEvent> events = new ArrayList<>();
        var stitcher = new Stitcher();
        source.page(0, count).forEach(event -> events.addAll(stitcher.add(event)));
        events.addAll(stitcher.flush());
        var redactor = Redactor.standard(false);
        var parser = new LogParser();
        List<LogLine> lines = events.stream().map(parser::parse).toList();
        List<String> errors = lines.stream()
                .filter(line -> line.severity().compareTo(Severity.WARN) >= 0)
                .map(LogLine::message)
                .toList();
        ErrorClassifier classifier = ErrorClassifier.standard();
        return new LogSpeed(
                perSecond(events, parser::parse),
                perSecond(events, event -> redactor.redact(event.message())),
                perSecond(errors, classifier::learnLine));
    }

    /** Of CPU time of this thread, the best of as many rounds as the compiler needs: what else the machine does can only slow one. */
    private static <T> double perSecond(List<T> things, Consumer<T> work) {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = thread.getCurrentThreadCpuTime();
            things.forEach(work);
            best = Math.max(best, things.size() / ((thread.getCurrentThreadCpuTime() - start) / 1e9));
        }
        return best;
    }
}
