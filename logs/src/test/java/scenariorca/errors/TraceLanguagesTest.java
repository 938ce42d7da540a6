package scenariorca.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exception that decides, and the platform's own frames, in each language's own print. */
final class TraceLanguagesTest {
    @Test
    void of_dotnet_the_inner_exception_decides() {
        assertTrace("""
                Unhandled exception. Acme.Forecast.RunFailedException: Run could not finish
                 ---> System.DivideByZeroException: Attempted to divide by zero.
                   at Acme.Forecast.Shares.<Total>b__4_0(Decimal part) in /src/Shares.cs:line 41
                   at System.Linq.Enumerable.Sum[TSource](IEnumerable`1 source, Func`2 selector)
                   at Acme.Forecast.Shares.Total(List`1 parts) in /src/Shares.cs:line 38
                   --- End of inner exception stack trace ---
                   at Acme.Forecast.Runner.<RunAsync>d__7.MoveNext() in /src/Runner.cs:line 90
                --- End of stack trace from previous location ---
                   at Program.<Main>$(String[] args) in /src/Program.cs:line 12
                """, "System.DivideByZeroException", "Attempted to divide by zero.", "Acme.Forecast.Shares#Total");
    }

    @Test
    void of_older_dotnet_the_last_of_the_chain_in_one_line_decides() {
        assertTrace("""
                System.AggregateException: One or more errors occurred. ---> System.Net.Sockets.SocketException: Connection refused
                   at Acme.Feed.Client.Pull(String url)
                   --- End of inner exception stack trace ---
                """, "System.Net.Sockets.SocketException", "Connection refused", "Acme.Feed.Client#Pull");
    }

    @Test
    void of_node_the_innermost_cause_decides_and_packages_are_not_own() {
        assertTrace("""
                /srv/app/src/run.js:14
                    throw new RunError('run failed', { cause });
                    ^

                RunError: run failed
                    at run (/srv/app/src/run.js:14:11)
                    at process.processTicksAndRejections (node:internal/process/task_queues:95:5) {
                  [cause]: TypeError: Cannot read properties of undefined (reading 'share')
                      at Array.map (<anonymous>)
                      at Shares.total [as sum] (/srv/app/src/shares.js:8:20)
                      at async Layer.handle (/srv/app/node_modules/express/lib/layer.js:95:5)
                }

                Node.js v20.11.1
                """, "TypeError", "Cannot read properties of undefined (reading 'share')", "shares:Shares.total");
    }

    @Test
    void of_a_go_panic_the_first_goroutine_says_where() {
        assertTrace(
                """
                panic: runtime error: index out of range [5] with length 3

                goroutine 18 [running]:
                panic({0x4b2a60, 0xc00001c0d8})
                	/usr/local/go/src/runtime/panic.go:770 +0x132
                forecast/engine.(*Shares).Total(0xc0000b4000, {0xc00001e0c0, 0x3, 0x3})
                	/app/engine/shares.go:42 +0x1d
                main.main()
                	/app/main.go:12 +0x25
                exit status 2
                """,
                "",
                "runtime error: index out of range [5] with length 3",
                "forecast/engine.(*Shares).Total",
                "main.main");
    }

    @Test
    void of_rust_the_line_under_the_place_is_the_message() {
        assertTrace("""
                thread 'worker-2' panicked at src/shares.rs:41:9:
                attempt to divide by zero
                stack backtrace:
                   0: rust_begin_unwind
                             at /rustc/90b35a623/library/std/src/panicking.rs:645:5
                   1: core::panicking::panic
                             at /rustc/90b35a623/library/core/src/panicking.rs:72:14
                   2: forecast::shares::total::h1b2c3d4e5f6a7b8c
                             at ./src/shares.rs:41:9
                note: Some details are omitted
                """, "", "attempt to divide by zero", "forecast::shares::total");
    }

    @Test
    void of_ruby_the_head_is_the_innermost_frame() {
        assertTrace("""
                /srv/app/lib/shares.rb:12:in `block in total': divided by 0 (ZeroDivisionError)
                	from /usr/lib/ruby/3.2.0/set.rb:501:in `each'
                	from /srv/app/lib/run.rb:3:in `call'
                """, "ZeroDivisionError", "divided by 0", "shares:total", "run:call");
    }

    @Test
    void of_php_the_first_exception_is_the_cause() {
        assertTrace("""
                PHP Fatal error:  Uncaught DivisionByZeroError: Division by zero in /var/www/src/Shares.php:9
                Stack trace:
                #0 /var/www/src/Run.php(31): Acme\\Shares->total(Array)
                #1 /var/www/vendor/symfony/console/Command.php(99): Acme\\Run->execute()
                #2 {main}

                Next Acme\\RunFailed: Run failed in /var/www/src/Run.php:33
                Stack trace:
                #0 {main}
                  thrown in /var/www/src/Run.php on line 33
                """, "DivisionByZeroError", "Division by zero", "Acme\\Shares->total");
    }

    @Test
    void of_r_the_error_is_read_though_it_prints_no_frames() {
        assertTrace("""
                Error in total_share(parts, whole) : non-numeric argument to binary operator
                Calls: run_model -> total_share
                Execution halted
                """, "", "non-numeric argument to binary operator", "total_share");
    }

    @Test
    void of_python_groups_boxes_and_loguru_the_exception_decides() {
        assertTrace("""
                  + Exception Group Traceback (most recent call last):
                  |   File "/srv/run.py", line 9, in main
                  | ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)
                  +-+---------------- 1 ----------------
                    | Traceback (most recent call last):
                    |   File "/srv/shares.py", line 3, in total
                    |     return part / whole
                    | ZeroDivisionError: division by zero
                    +------------------------------------
                """, "ZeroDivisionError", "division by zero", "shares:total");
        assertTrace("""
                Traceback (most recent call last):

                  File "/srv/main.py", line 31, in <module>
                    main()
                    └ <function main at 0x7f1b2c3d4e50>

                > File "/srv/main.py", line 12, in main
                    return share / total
                           │       └ 0
                           └ 0.5

                ZeroDivisionError: float division by zero
                """, "ZeroDivisionError", "float division by zero", "main:main", "main:<module>");
    }

    @Test
    void of_lambda_python_the_exception_stands_before_the_frames() {
        assertTrace("""
                KeyError: 'market_share'
                Traceback (most recent call last):
                  File "/var/task/handler.py", line 12, in run
                    step0()
                """, "KeyError", "'market_share'", "handler:run");
        assertTrace("""
                OperationalError: Database did not answer
                  File "/var/task/app.py", line 9, in h
                    q()
                """, "OperationalError", "Database did not answer", "app:h");
    }

    @Test
    void of_reactive_java_the_frames_stand_in_a_suppressed_exception() {
        assertTrace("""
                java.lang.IllegalStateException: share is negative
                	Suppressed: reactor.core.publisher.FluxOnAssembly$OnAssemblyException:
                Error has been observed at the following site(s):
                	*__checkpoint ⇢ com.acme.Filter
                Original Stack Trace:
                		at com.acme.Shares.lambda$total$4(Shares.java:41)
                		at com.acme.Shares$$Lambda/0x00007f1c2c0d5a38.apply(Unknown Source)
                		at reactor.core.publisher.FluxMap.onNext(FluxMap.java:106)
                """, "java.lang.IllegalStateException", "share is negative", "com.acme.Shares#lambda$total");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n\n",
                "Traceback (most recent call last):\n",
                "\n  File \"a.py\", line 1, in f",
                "x\n\tat a.B.c(B.java:1)"
            })
    void a_trace_without_an_exception_still_says_something(String text) {
        assertThat(StackTraces.find(text).stream())
                .allSatisfy(trace -> assertThat(trace.type() + trace.message()).isNotBlank());
    }

    private static void assertTrace(String text, String type, String said, String... own) {
        StackTrace trace = StackTraces.find(text).orElseThrow();

        assertThat(List.of(trace.type(), trace.message())).containsExactly(type, said);
        assertThat(trace.ownFrames()).containsExactly(own);
    }
}
