package scenariorca.lab;

import scenariorca.platform.Settings;
import scenariorca.warehouse.EmbeddedPostgres;

/** The embedded server of a benchmark. */
final class BenchServer {
    private BenchServer() {}

    /** Starts or finds it. Close it; where the program is asked to end meanwhile (Ctrl-C), it is closed, too. */
    static EmbeddedPostgres open(Settings settings) {
        EmbeddedPostgres server = EmbeddedPostgres.open(settings.home());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "rca-bench-shutdown"));
        return server;
    }
}
