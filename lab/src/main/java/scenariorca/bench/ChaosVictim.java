package scenariorca.bench;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;

/** A program of its own that does a task when it is told to, to be killed. It is started early, as starting takes its time. */
final class ChaosVictim implements AutoCloseable {
    private static final String LOGS = "RCA_CHAOS_LOGS";
    private static final String READY = "ready";
    private static final String DONE = "done";
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final BufferedReader output;

    private ChaosVictim(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** @param settings by name, as the program's environment has them */
    static ChaosVictim start(Map<String, String> settings, Path logs) {
        var builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + logs.resolveSibling("victim.jsa"),
                "-cp",
                System.getProperty("java.class.path"),
                ChaosVictim.class.getName());
        builder.environment().putAll(settings);
        builder.environment().put(LOGS, logs.toString());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            return new ChaosVictim(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins, once it is ready. */
    void begin(ChaosTask task, Instant now) {
        await(READY);
        try {
            process.getOutputStream().write((task + " " + now + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until the task is done and the program has ended by itself, which keeps its classes for those started later. */
    void awaitEnd() {
        await(DONE);
        try {
            process.getOutputStream().close();
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void await(String word) {
        try {
            String line = output.readLine();
            while (line != null && !line.equals(word)) {
                line = output.readLine();
            }
            if (line == null) {
                throw new RcaException(
                        ErrorCode.PROBLEM, "the program to be killed ended by itself before \"%s\"".formatted(word));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it (kill -9). @return whether it was still at work */
    boolean kill() {
        try {
            boolean wasAlive = process.isAlive() && !output.ready();
            process.destroyForcibly();
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return wasAlive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The program. It says when it is ready and when it is done, and ends with whoever started it. */
    static void main(String[] arguments) throws IOException {
        var work = new ChaosWork(Settings.of(Map.copyOf(System.getenv())), Path.of(System.getenv(LOGS)));
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        say(READY);
        String line = input.readLine();
        if (line != null) {
            List<String> words = List.of(line.split(" "));
            work.run(ChaosTask.valueOf(words.getFirst()), Clock.fixed(Instant.parse(words.getLast()), ZoneOffset.UTC));
            say(DONE);
            input.readLine();
        }
    }

    /** To the program that started it, not to a person. */
    private static void say(String word) throws IOException {
        new FileOutputStream(FileDescriptor.out).write((word + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
