package scenariorca;

import java.nio.file.Path;
import java.util.List;
import scenariorca.cloudwatch.LogOptions;
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

    /** Names a folder of log files to load, too; without it the load is of tables alone. */
    public static final String LOG_FILES = "LOAD_PROGRAM_LOG_FILES";

    private LoadProgram() {}

    public static void main(String[] args) {
        try (App app = App.open(Settings.load(Path.of("").toAbsolutePath(), System.getenv()))) {
            String files = System.getenv(LOG_FILES);
            var options = new LogOptions(files == null ? null : Path.of(files), null, List.of(), null);
            app.pipeline(new LogLoadOptions(options, null, null)).run(new LoadRequest.Full(), LoadProgram::say);
        }
    }

    /** Waits a moment after each line, so that a kill that the line causes hits the step after it. */
    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
        java.util.concurrent.locks.LockSupport.parkNanos(20_000_000L);
    }
}
