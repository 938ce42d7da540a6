package scenariorca.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class StackTracesTest {
    private static final String JAVA = """
            2026-03-02 11:05:09 ERROR forecast failed
            com.acme.forecast.RunException: run %s failed
            \tat com.acme.forecast.Runner.run(Runner.java:%d)
            \tat com.acme.forecast.Runner$$SpringCGLIB$$0.run(<generated>)
            \tat java.base/java.lang.Thread.run(Thread.java:1583)
            \tSuppressed: java.io.IOException: closing
            \t\tat com.acme.forecast.Files.close(Files.java:8)
            \tCaused by: java.lang.IllegalStateException: twice
            \t\t... 2 more
            Caused by: java.lang.ArithmeticException: / by zero
            \tat com.acme.forecast.Share.lambda$total$%d(Share.java:%d)
            \tat java.base/java.util.stream.ReduceOps.apply(ReduceOps.java:12)
            \tat app//com.acme.forecast.Share$1.total(Share.java:%d) ~[forecast-1.%d.jar:?]
            \t... 4 more
            """;
    private static final String PYTHON = """
            Traceback (most recent call last):
              File "/srv/engine/shares.py", line %d, in total
                return part / whole
                       ~~~~~^~~~~~~
            ZeroDivisionError: division by zero

            During handling of the above exception, another exception occurred:

            Traceback (most recent call last):
              File "/usr/lib/python3.12/runpy.py", line 88, in _run_code
              File "/srv/engine/run.py", line %d, in main
                raise RunError("node failed")
            engine.errors.RunError: node failed
            """;

    @Test
    void java_traces_are_their_root_cause_and_its_own_frames() {
        StackTrace trace = StackTraces.find(java(1)).orElseThrow();

        assertThat(trace.type()).isEqualTo("java.lang.ArithmeticException");
        assertThat(trace.message()).isEqualTo("/ by zero");
        assertThat(trace.ownFrames())
                .containsExactly("com.acme.forecast.Share#lambda$total", "com.acme.forecast.Share$##total");
    }

    @Test
    void python_traces_are_their_root_cause_and_its_own_frames_innermost_first() {
        StackTrace trace = StackTraces.find(PYTHON.formatted(3, 4)).orElseThrow();

        assertThat(trace.type()).isEqualTo("ZeroDivisionError");
        assertThat(trace.ownFrames()).containsExactly("shares:total");
    }

    @Test
    void line_numbers_builds_and_lambda_numbers_do_not_split_an_error() {
        var classifier = ErrorClassifier.standard();

        var java = classifier.classify(List.of(java(1), java(77)));
        var python = classifier.classify(List.of(PYTHON.formatted(3, 4), PYTHON.formatted(30, 40)));

        assertThat(java.values().stream().distinct()).hasSize(1);
        assertThat(python.values().stream().distinct()).hasSize(1);
        assertThat(java.values().iterator().next().pattern())
                .isEqualTo("java.lang.ArithmeticException: / by zero at com.acme.forecast.Share#lambda$total");
        assertThat(java.values()).allMatch(one -> one.category() == ErrorCategory.CALCULATION);
        assertThat(python.values()).allMatch(one -> one.category() == ErrorCategory.CALCULATION);
    }

    @Test
    void one_throwing_wrapper_does_not_make_different_messages_one_error() {
        String wrapper =
                "com.acme.Fail: %s\n\tat com.acme.Guard.check(Guard.java:3)\n\tat java.lang.Thread.run(Thread.java:1)";
        var classes = ErrorClassifier.standard()
                .classify(
                        List.of(wrapper.formatted("price is missing"), wrapper.formatted("shares exceed one hundred")));

        assertThat(classes.values().stream().map(ErrorClass::fingerprint).distinct())
                .hasSize(2);
    }

    @Test
    void a_class_without_frames_is_the_root_cause_of_the_message_before_it() {
        assertThat(StackTraces.find("Node List Price failed\njava.net.ConnectException"))
                .hasValue(new StackTrace("java.net.ConnectException", "Node List Price failed", List.of()));
        assertThat(StackTraces.find("failed\na.b.OuterException: x\nCaused by: InnerError: no price"))
                .hasValue(new StackTrace("InnerError", "no price", List.of()));
        assertThat(StackTraces.find("ValueError: bad\nValueError"))
                .hasValue(new StackTrace("ValueError", "bad", List.of()));
    }

    @Test
    void text_that_only_looks_like_a_trace_is_none() {
        assertThat(StackTraces.find("look at com.acme.Foo.bar(Foo.java:1)")).isEmpty();
        assertThat(StackTraces.find("meet me\nat the station (now)")).isEmpty();
        assertThat(StackTraces.find("Caused by: nothing\nelse"))
                .map(StackTrace::frames)
                .isEqualTo(java.util.Optional.of(List.of()));
    }

    @Test
    void a_cut_trace_is_still_read_wherever_it_is_cut() {
        String whole = java(5) + PYTHON.formatted(1, 2);
        for (int end = 0; end < whole.length(); end++) {
            StackTraces.find(whole.substring(0, end));
            StackTraces.find(whole.substring(end));
        }
        var random = new Random(11);
        for (int round = 0; round < 500; round++) {
            byte[] bytes = new byte[200];
            random.nextBytes(bytes);
            assertThat(StackTraces.find(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)))
                    .isNotNull();
        }
    }

    private static String java(int number) {
        return JAVA.formatted(number, number, number, number, number, number);
    }
}
