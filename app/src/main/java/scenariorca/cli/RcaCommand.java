package scenariorca.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import scenariorca.platform.Dependency;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import scenariorca.warehouse.Warehouse;

/** The root command: {@code rca}. Turns every failure into one line and an exit code. */
@Command(
        name = "rca",
        description = "Audit trail and root-cause analysis for forecast runs.",
        mixinStandardHelpOptions = true,
        versionProvider = RcaCommand.Version.class)
public final class RcaCommand {
    /** In the order in which help lists them. */
    private static final List<Class<?>> COMMANDS = List.of(
            MigrateCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            EtlCommand.class,
            ServeCommand.class,
            ExplainCommand.class,
            CompareCommand.class,
            ProblemsCommand.class,
            RunsCommand.class,
            ScenarioCommand.class,
            UserCommand.class,
            SearchCommand.class,
            NodesCommand.class,
            ReleaseCommand.class,
            AlertsCommand.class,
            ChangesCommand.class,
            PreflightCommand.class,
            FeedbackCommand.class,
            McpCommand.class,
            PatternsCommand.class,
            KeysCommand.class,
            RolesCommand.class,
            UnlinkedCommand.class,
            VerifyCommand.class,
            AuditCommand.class,
            DoctorCommand.class,
            PowerBiCommand.class,
            CompletionCommand.class,
            CommandLine.HelpCommand.class);

    /** Exit code for a failure nobody foresaw: it ran and found a problem, ours. */
    private static final int UNEXPECTED = 1;

    /** Commands about other commands. */
    private static final Set<String> NEED_ALL = Set.of("help", "completion");

    private static final Map<String, List<String>> LOG_SETTINGS = Map.of(
            "API_LOG_LEVEL", List.of("OFF", "ERROR", "WARN", "INFO", "DEBUG"),
            "API_LOG_FORMAT", List.of("text", "json"));

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of a failure.")
    private boolean isDebug;

    /** Runs the command line and returns its exit code: 0, 1, 2 or 3. */
    public static int run(String... args) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        try {
            Settings settings = Settings.load(Path.of("").toAbsolutePath(), System.getenv());
            logBy(settings);
            return run(settings, out, err, args);
        } catch (RcaException e) {
            err.println("rca: " + e.getMessage());
            return e.code().exitCode();
        } finally {
            out.flush();
            err.flush();
        }
    }

    /** Tells the logging, which reads system properties, what the settings say. Comes before anything is logged. */
    private static void logBy(Settings settings) {
        for (var setting : LOG_SETTINGS.entrySet()) {
            Optional<String> value = settings.text(setting.getKey());
            if (value.isPresent() && !setting.getValue().contains(value.get())) {
                throw new RcaException(
                        ErrorCode.CONFIGURATION,
                        "%s is \"%s\"; it must be one of %s"
                                .formatted(setting.getKey(), value.get(), String.join(", ", setting.getValue())));
            }
            value.ifPresent(text -> System.setProperty(setting.getKey(), text));
        }
    }

    /** As {@link #run(String...)}, with everything it touches given. */
    public static int run(Settings settings, PrintWriter out, PrintWriter err, String... args) {
        var root = new RcaCommand();
        CommandLine line = line(root, new CommandFactory(settings, out, err), args);
        line.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(UUID.class, RcaCommand::id);
        line.registerConverter(Instant.class, RcaCommand::instant);
        line.registerConverter(Integer.class, RcaCommand::number);
        line.registerConverter(int.class, RcaCommand::number);
        line.setParameterExceptionHandler((failure, given) -> WrongUsage.report(failure, err));
        line.setExecutionExceptionHandler((failure, command, parsed) -> report(failure, root.isDebug, settings, err));
        return line.execute(args);
    }

    /**
     * The command line with the commands of every module that is installed, or with the one alone that is given: to look at
     * all of them takes longer than most answers.
     */
    static CommandLine line(RcaCommand root, CommandFactory factory, String... args) {
        var line = new CommandLine(root, factory);
        Optional<Class<?>> given = args.length == 0 || NEED_ALL.contains(args[0])
                ? Optional.empty()
                : COMMANDS.stream().filter(type -> name(type).equals(args[0])).findFirst();
        given.ifPresentOrElse(line::addSubcommand, () -> {
            COMMANDS.forEach(line::addSubcommand);
            ServiceLoader.load(CommandSet.class)
                    .forEach(added -> added.commands().forEach(line::addSubcommand));
        });
        return line;
    }

    /** A command is called as its class. Example: explain, of ExplainCommand */
    private static String name(Class<?> command) {
        return command.getSimpleName().replaceFirst("Command$", "").toLowerCase(Locale.ROOT);
    }

    private static int report(Exception failure, boolean isDebug, Settings settings, PrintWriter err) {
        if (isDebug) {
            failure.printStackTrace(err);
        }
        if (failure instanceof RcaException known) {
            err.println("rca: " + message(known, settings));
            return known.code().exitCode();
        }
        err.println("rca: unexpected " + failure.getClass().getSimpleName() + ": " + firstLine(failure.getMessage())
                + "; run again with --debug and report it");
        return UNEXPECTED;
    }

    /** Whoever asks over HTTP is not told where the warehouse is; whoever types a command can mend it. */
    private static String message(RcaException failure, Settings settings) {
        boolean isAway = failure.code() == ErrorCode.UNREACHABLE
                && failure.dependency().equals(Optional.of(Dependency.WAREHOUSE));
        return isAway && failure.getCause() instanceof SQLException cause
                ? String.valueOf(Warehouse.explain(settings, cause).getMessage())
                : failure.getMessage();
    }

    private static String firstLine(@Nullable String text) {
        return text == null ? "" : text.lines().findFirst().orElse("");
    }

    /** Tells the version from the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"rca " + text()};
        }

        static String text() {
            String version = RcaCommand.class.getPackage().getImplementationVersion();
            return version == null ? "(development)" : version;
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.TypeConversionException(
                    "'" + text + "' is no id: expected 8-4-4-4-12 hexadecimal digits");
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new CommandLine.TypeConversionException("'" + text + "' is no time in UTC like 2026-11-20T15:00:00Z");
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new CommandLine.TypeConversionException("'" + text + "' is no whole number");
        }
    }
}
