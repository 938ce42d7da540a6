package scenariorca.lab;

import picocli.CommandLine.Command;

/** {@code rca bench}: measures, and says how it measured. */
@Command(
        name = "bench",
        description = "Measure accuracy and speed.",
        mixinStandardHelpOptions = true,
        subcommands = {
            BenchEtlCommand.class,
            BenchApiCommand.class,
            BenchLogsCommand.class,
            BenchPatternsCommand.class,
            BenchDiagnosisCommand.class,
            BenchProblemsCommand.class,
            BenchExplainCommand.class,
            BenchSparkCommand.class,
            BenchLiveCommand.class,
            BenchPreflightCommand.class,
            BenchChaosCommand.class
        })
final class BenchCommand {}
