package scenariorca;

import java.nio.file.Path;
import java.util.List;
import scenariorca.pipeline.LoadRequest;
import scenariorca.platform.Settings;

/** A program that runs one full load and says each step, for tests that kill it. Its settings come from the environment. */
public final class LoadProgram {
    public static final List<String> NAMES = List.of(
            "SOURCE_DB_HOST",
            "SOURCE_DB_PORT",
            "SOURCE_DB_NAME",
            "SOURCE_DB_USER",
            "SOURCE_DB_PASSWORD",
            "REPORTING_DB_HOST",
            "REPORTING_DB_PORT",
            "REPORTING_DB_NAME",
            "REPORTING_DB_USER",
            "REPORTING_DB_PASSWORD");

    private LoadProgram() {}

    public static void main(String[] args) {
        try (App app = App.open(Settings.load(Path.of("").toAbsolutePath(), System.getenv()))) {
            app.pipeline().run(new LoadRequest.Full(), LoadProgram::say);
        }
    }

    /** Waits a moment after each line, so that a kill that the line causes hits the step after it. */
    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
        java.util.concurrent.locks.LockSupport.parkNanos(20_000_000L);
    }
}
