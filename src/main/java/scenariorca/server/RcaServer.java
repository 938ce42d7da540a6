package scenariorca.server;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.File;
import java.net.URISyntaxException;
import java.security.CodeSource;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.tomcat.ConnectorStartFailedException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.report.Inquiry;
import scenariorca.report.Reports;
import scenariorca.warehouse.WarehouseReader;
import scenariorca.warehouse.WarehouseVersion;
import scenariorca.web.Pages;

/** The running server. Closing it lets requests under way finish. */
public final class RcaServer implements AutoCloseable {
    private final ServletWebServerApplicationContext context;
    private final WarehouseVersion version;
    private final String host;

    private RcaServer(ServletWebServerApplicationContext context, WarehouseVersion version, String host) {
        this.context = context;
        this.version = version;
        this.host = host;
    }

    /**
     * Starts a server that answers from the warehouse of {@code reader}, which stays the caller's to close.
     *
     * @throws RcaException UNREACHABLE when the warehouse does not answer, CONFIGURATION when the port is taken
     */
    public static RcaServer start(ServerSettings settings, WarehouseReader reader, Clock clock) {
        reader.probe();
        WarehouseVersion version = new WarehouseVersion(reader).start();
        try {
            return new RcaServer(run(settings, parts(settings, reader, version, clock)), version, settings.host());
        } catch (RuntimeException e) {
            version.close();
            throw explained(e, settings);
        }
    }

    public int port() {
        return Objects.requireNonNull(context.getWebServer()).getPort();
    }

    /** Where it answers. Example: http://127.0.0.1:8000 */
    public String url() {
        return "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port());
    }

    @Override
    public void close() {
        context.close();
        version.close();
    }

    private static ApplicationContextInitializer<GenericApplicationContext> parts(
            ServerSettings settings, WarehouseReader reader, WarehouseVersion version, Clock clock) {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var cache = new AnswerCache(settings.cacheBytes());
        ServerMetrics.register(registry, cache, reader, version, clock);
        var pages = new Pages(settings.apiKey() != null);
        var desk = new AnswerDesk(version, cache, new EntityTags(programVersion()), clock);
        var door = new Door(settings.apiKey());
        var signIn =
                new SignInDesk(door, settings.apiKey() == null ? null : new SignIn(settings.apiKey(), clock), pages);
        var edge = new EdgeFilter(door, desk, signIn, new PageProblems(pages), new RequestTimers(registry));
        Reports reports = Reports.of(new Inquiry(reader, clock));
        return context -> {
            context.registerBean(EdgeFilter.class, () -> edge);
            context.registerBean(Reports.class, () -> reports);
            context.registerBean(Pages.class, () -> pages);
            context.registerBean(PrometheusMeterRegistry.class, () -> registry);
        };
    }

    private static ServletWebServerApplicationContext run(
            ServerSettings settings, ApplicationContextInitializer<GenericApplicationContext> parts) {
        // Logging is set up before us, and must not be set up again; Tomcat's own goes the same way.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        var application = new SpringApplication(ServerConfiguration.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setAddCommandLineProperties(false);
        ApplicationContextInitializer<GenericApplicationContext> properties = context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("rca", properties(settings)));
        application.addInitializers(properties, parts);
        return (ServletWebServerApplicationContext) application.run();
    }

    private static Map<String, Object> properties(ServerSettings settings) {
        return Map.ofEntries(
                Map.entry("server.address", settings.address().getHostAddress()),
                Map.entry("server.port", settings.port()),
                Map.entry("server.shutdown", "graceful"),
                Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "10s"),
                Map.entry("spring.threads.virtual.enabled", true),
                Map.entry("spring.main.lazy-initialization", false),
                Map.entry("spring.jmx.enabled", false),
                Map.entry("spring.web.resources.add-mappings", false),
                Map.entry("spring.mvc.servlet.load-on-startup", 1),
                Map.entry("server.tomcat.max-keep-alive-requests", -1),
                Map.entry("server.tomcat.max-connections", 2_000),
                Map.entry("server.tomcat.accept-count", 200),
                Map.entry("springdoc.api-docs.enabled", true),
                Map.entry("springdoc.api-docs.path", scenariorca.api.Paths.OPENAPI),
                Map.entry("springdoc.api-docs.version", "openapi_3_1"),
                Map.entry("springdoc.packages-to-scan", "scenariorca.api"),
                Map.entry("springdoc.default-produces-media-type", "application/json"),
                Map.entry("springdoc.writer-with-order-by-keys", true),
                Map.entry("springdoc.override-with-generic-response", false));
    }

    private static String programVersion() {
        String version = RcaServer.class.getPackage().getImplementationVersion();
        // A program built without a version changes under our hands: its answers outlive no restart.
        return version == null ? UUID.randomUUID().toString() : version + ' ' + builtAt();
    }

    /** Built again under the same version it may answer otherwise; its pages surely do. */
    private static long builtAt() {
        CodeSource source = RcaServer.class.getProtectionDomain().getCodeSource();
        try {
            return source == null ? 0 : new File(source.getLocation().toURI()).lastModified();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return 0;
        }
    }

    private static RuntimeException explained(RuntimeException failure, ServerSettings settings) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException
                    || cause instanceof ConnectorStartFailedException
                    || cause instanceof java.net.BindException) {
                return new RcaException(
                        ErrorCode.CONFIGURATION,
                        "cannot listen on %s: the port is taken or not allowed; stop the other program or set API_PORT"
                                .formatted(settings),
                        failure);
            }
        }
        return failure;
    }
}
