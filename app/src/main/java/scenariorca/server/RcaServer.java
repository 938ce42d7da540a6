package scenariorca.server;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.File;
import java.net.URISyntaxException;
import java.security.CodeSource;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import scenariorca.access.AccessCache;
import scenariorca.api.Acting;
import scenariorca.identity.IdentityProvider;
import scenariorca.lake.LakeReader;
import scenariorca.pipeline.LoadStatus;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.problems.ProblemActions;
import scenariorca.report.ReportSession;
import scenariorca.report.Reports;
import scenariorca.report.ViewerContext;
import scenariorca.warehouse.Viewer;
import scenariorca.warehouse.WarehouseReader;
import scenariorca.warehouse.WarehouseVersion;
import scenariorca.web.Home;
import scenariorca.web.Pages;
import scenariorca.web.WarmUp;

/** The running server. Closing it lets requests under way finish. */
public final class RcaServer implements AutoCloseable {
    private final ServletWebServerApplicationContext context;
    private final Sources sources;
    private final ServerSettings settings;

    /** What it reads while it runs. */
    private record Sources(WarehouseReader reader, WarehouseVersion version, AccessCache access, Clock clock)
            implements AutoCloseable {
        @Override
        public void close() {
            version.close();
            access.close();
        }
    }

    private RcaServer(ServletWebServerApplicationContext context, Sources sources, ServerSettings settings) {
        this.context = context;
        this.sources = sources;
        this.settings = settings;
    }

    /**
     * Starts a server that answers from the warehouse of {@code reader}, which stays the caller's to close.
     *
     * @throws RcaException UNREACHABLE when the warehouse does not answer, CONFIGURATION when the port is taken
     */
    public static RcaServer start(ServerSettings settings, WarehouseReader reader, Clock clock) {
        return start(settings, reader, clock, Services.NONE);
    }

    public static RcaServer start(ServerSettings settings, WarehouseReader reader, Clock clock, Services services) {
        ServerSettings.Tls tls = settings.way().tls();
        if (tls != null) {
            TlsFiles.check(tls, Clock.systemUTC());
        }
        reader.probe();
        var sources = new Sources(reader, new WarehouseVersion(reader).start(), new AccessCache(reader), clock);
        try {
            return new RcaServer(run(settings, parts(settings, sources, services)), sources, settings);
        } catch (RuntimeException e) {
            sources.close();
            throw explained(e, settings);
        }
    }

    public int port() {
        return Objects.requireNonNull(context.getWebServer()).getPort();
    }

    /** Where it answers. Example: http://127.0.0.1:8000 */
    public String url() {
        String host = settings.host();
        return "%s://%s:%d"
                .formatted(
                        settings.way().tls() == null ? "http" : "https",
                        host.contains(":") ? "[" + host + "]" : host,
                        port());
    }

    /** Writes pages for nobody for a while: what was never done before is slow, and no visitor should wait for it. */
    public void warm(Duration atMost) {
        ViewerContext.as(Viewer.ALL, () -> {
            new WarmUp(context.getBean(Reports.class), context.getBean(Pages.class)).write(atMost);
            return atMost;
        });
    }

    @Override
    public void close() {
        sources.version().close(); // pages that listen leave, and closing need not wait for them
        context.close();
        sources.close();
    }

    private static ApplicationContextInitializer<GenericApplicationContext> parts(
            ServerSettings settings, Sources sources, Services services) {
        LoadStatus loads = services.loads();
        PrometheusMeterRegistry registry = registry(loads, sources.clock());
        AlertMetrics.register(registry, services.channels());
        IdentityProvider provider = settings.identity() == null ? null : new IdentityProvider(settings.identity());
        var door = new Authenticator(
                settings.apiKey(), sources.access(), provider, settings.isReachable(), sources.clock());
        door.checkThatSomebodyMayEnter();
        var pages = new Pages(door::isLocked);
        ServerSettings.Sessions sessions = settings.way().sessions();
        byte[] secret = sessions.secret();
        var signIn = new SessionCookies(
                secret == null ? SessionSecret.random() : secret,
                door,
                sources.clock(),
                new EndedSessions(sessions.ended(), sources.clock()));
        var guard = new ConnectionGuard(
                settings.way().connectionsPerAddress(), settings.way().trustedProxies(), System::nanoTime);
        var edge = new EdgeFilter.Edge(
                guard,
                door,
                new Limits(settings.way().perSecond(), settings.way().failuresPerMinute(), System::nanoTime),
                new Origins(settings.way().origins()),
                new EdgeFilter.Answering(desk(settings, sources, registry), new LiveStream(sources.version())),
                new LoginController(door, signIn, provider, pages),
                new PageProblems(pages),
                new RequestTimers(registry),
                new AccessLog(settings.way().isLogged()));
        Reports reports = Reports.of(
                ReportSession.ofGuests(sources.reader(), sources.clock()),
                services::outages,
                settings.lake() == null ? null : new LakeReader(settings.lake()));
        return context -> {
            context.registerBean(ConnectionGuard.class, () -> guard);
            context.registerBean(EdgeFilter.class, () -> new EdgeFilter(edge));
            context.registerBean(Reports.class, () -> reports);
            context.registerBean(
                    Acting.class,
                    () -> new Acting(reports, actionsOf(services), sources.version()::refresh, sources.clock()));
            context.registerBean(Pages.class, () -> pages);
            context.registerBean(Home.class, () -> new Home(settings.way().publicUrl()));
            context.registerBean(PrometheusMeterRegistry.class, () -> registry);
        };
    }

    private static ProblemActions actionsOf(Services services) {
        ProblemActions actions = services.actions();
        return actions == null ? new ReadOnlyActions() : actions;
    }

    private static PrometheusMeterRegistry registry(@Nullable LoadStatus loads, Clock clock) {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        ProcessMetrics.register(registry);
        if (loads != null) {
            LoadMetrics.register(registry, loads, clock);
        }
        return registry;
    }

    private static ResponseCache desk(ServerSettings settings, Sources sources, PrometheusMeterRegistry registry) {
        var cache = new AnswerCache(settings.cacheBytes());
        var turnstile = new Bulkhead(sources.reader().connections());
        ServerMetrics.register(
                registry,
                new ServerMetrics.Parts(cache, turnstile, sources.reader(), sources.version()),
                sources.clock());
        return new ResponseCache(
                sources.version(), cache, new EntityTags(programVersion()), turnstile, sources.clock());
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
        var properties = new HashMap<String, Object>(Map.ofEntries(
                Map.entry("server.address", settings.address().getHostAddress()),
                Map.entry("server.port", settings.port()),
                Map.entry("server.shutdown", "graceful"),
                Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "10s"),
                Map.entry("spring.threads.virtual.enabled", true),
                Map.entry("spring.main.lazy-initialization", false),
                Map.entry("spring.jmx.enabled", false),
                Map.entry("spring.web.resources.add-mappings", false),
                Map.entry("spring.mvc.servlet.load-on-startup", 1),
                // Only the door takes a form, and reads it itself: a broken one must fail nowhere else.
                Map.entry("spring.mvc.formcontent.filter.enabled", false),
                Map.entry("spring.servlet.multipart.enabled", false),
                Map.entry("server.tomcat.max-keep-alive-requests", -1),
                Map.entry("server.tomcat.max-connections", 2_000),
                Map.entry("server.tomcat.connection-timeout", "10s"),
                Map.entry("server.tomcat.keep-alive-timeout", "60s"),
                Map.entry("server.tomcat.max-parameter-count", 200),
                Map.entry("server.tomcat.max-http-form-post-size", "16KB"),
                Map.entry("server.tomcat.max-swallow-size", "64KB"),
                Map.entry("server.max-http-request-header-size", "16KB"),
                Map.entry("server.tomcat.accept-count", 200)));
        ServerSettings.Tls tls = settings.way().tls();
        if (tls != null) {
            properties.put("spring.ssl.bundle.pem.rca.keystore.certificate", "file:" + tls.certificate());
            properties.put("spring.ssl.bundle.pem.rca.keystore.private-key", "file:" + tls.key());
            properties.put("spring.ssl.bundle.pem.rca.reload-on-update", true);
            properties.put("spring.ssl.bundle.watch.file.quiet-period", "2s");
            properties.put("server.ssl.bundle", "rca");
            properties.put("server.ssl.enabled-protocols", "TLSv1.3,TLSv1.2");
        }
        if (!settings.way().trustedProxies().isEmpty()) {
            properties.put("server.forward-headers-strategy", "native");
            properties.put(
                    "server.tomcat.remoteip.internal-proxies",
                    settings.way().trustedProxies().stream().map(Pattern::quote).collect(Collectors.joining("|")));
        }
        return properties;
    }

    static String programVersion() {
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
