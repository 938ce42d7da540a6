package scenariorca;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The product in a process of its own, as a user runs it. */
public final class Program implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern PACKAGED =
            Pattern.compile("/app/target/rca\\.jar$|/lab/target/(classes|rca-lab\\.jar)$");

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private Program(Process process) {
        this.process = process;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    /** @param environment settings, beside those that a process needs to run at all */
    public static Program start(Path directory, Map<String, String> environment, String... arguments) {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                classPath(),
                "scenariorca.Main"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> !name.equals("PATH") && !name.equals("HOME"));
        builder.environment().putAll(environment);
        try {
            return new Program(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the program is packaged: its jar, which names its libraries, so that none is there for tests only. */
    private static String classPath() {
        String tests = System.getProperty("java.class.path");
        List<String> packaged = Stream.of(tests.split(File.pathSeparator))
                .filter(entry -> PACKAGED.matcher(entry).find())
                .toList();
        return packaged.stream().anyMatch(entry -> entry.endsWith("rca.jar"))
                ? String.join(File.pathSeparator, packaged)
                : tests;
    }

    private void read() {
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            output.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            lines.add("(output ended: " + e.getMessage() + ")");
        }
    }

    /** All it said, on both streams. */
    public List<String> lines() {
        return lines;
    }

    /** What it said last, for the message of a test that fails. */
    public String last() {
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it says something, and returns the first group of what it said. */
    public String await(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        var found = new ArrayList<String>();
        Until.isTrue("\"" + pattern + "\" said; so far " + last(), PATIENCE, () -> {
            for (String line : lines) {
                Matcher matcher = wanted.matcher(line);
                if (matcher.find()) {
                    found.add(matcher.groupCount() > 0 ? matcher.group(1) : line);
                    return true;
                }
            }
            if (!process.isAlive()) {
                throw new AssertionError("ended without saying \"" + pattern + "\": " + last());
            }
            return false;
        });
        return found.getFirst();
    }

    /** Asks it to end (SIGTERM). */
    public void askToStop() {
        process.toHandle().destroy(); // Process.destroy() would close our end of its output, too
    }

    /** Waits for the end and returns the exit code. */
    public int awaitEnd(Duration atMost) {
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("still running after " + atMost + ": " + last());
            }
            reader.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
