package scenariorca.server;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServlet;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import scenariorca.api.ApiConfiguration;
import scenariorca.mcp.McpServers;
import scenariorca.report.Reports;
import scenariorca.web.WebConfiguration;

/** The parts of Spring we use, by name, and how Tomcat is set up. Everything of ours comes in from outside. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    SslAutoConfiguration.class
})
@Import({ApiConfiguration.class, WebConfiguration.class})
class ServerConfiguration {
    /** Taken by the system as it is needed, for each connection. */
    private static final int SEND_BUFFER_BYTES = 262_144;

    private static final int WRITE_BUFFER_BYTES = 32_768;

    @Bean
    FilterRegistrationBean<EdgeFilter> edge(EdgeFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcat(ConnectionGuard guard) {
        return factory -> {
            factory.setProtocol(GuardedProtocol.class.getName());
            factory.addContextCustomizers(context -> ((org.apache.catalina.core.StandardHost) context.getParent())
                    .setErrorReportValveClass(ProblemValve.class.getName()));
            factory.addConnectorCustomizers(connector -> {
                ((GuardedProtocol) connector.getProtocolHandler()).with(guard);
                connector.setXpoweredBy(false);
                // A whole answer goes out at once: with the system's own few kilobytes a thread waits for each portion.
                connector.setProperty("socket.txBufSize", Integer.toString(SEND_BUFFER_BYTES));
                connector.setProperty("socket.appWriteBufSize", Integer.toString(WRITE_BUFFER_BYTES));
            });
        };
    }

    /** Registered beside the dispatcher: its answers are the protocol's, not ours. */
    @Bean
    ServletRegistrationBean<HttpServlet> assistants(Reports reports) {
        var registration = new ServletRegistrationBean<>(
                new McpServers(reports, RcaServer.programVersion()).servlet(), McpServers.PATH);
        registration.setAsyncSupported(true);
        return registration;
    }

    @Bean
    MetricsEndpoint metrics(PrometheusMeterRegistry registry) {
        return new MetricsEndpoint(registry);
    }
}
