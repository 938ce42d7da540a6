package scenariorca.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.configuration.SpringDocJavadocConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import scenariorca.platform.Json;
import scenariorca.report.Reports;
import tools.jackson.databind.JsonNode;

/** Makes the OpenAPI document from the controllers, which the program carries as a file. */
public final class OpenApiDocument {
    private static final String MADE_AT = "/made.json";

    private OpenApiDocument() {}

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        ConfigurationPropertiesAutoConfiguration.class,
        PropertyPlaceholderAutoConfiguration.class,
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        SpringDocConfigProperties.class,
        SpringDocConfiguration.class,
        SpringDocJavadocConfiguration.class,
        SpringDocWebMvcConfiguration.class
    })
    @Import({ApiConfiguration.class, OpenApiConfiguration.class})
    static class Maker {}

    /** @param reports never asked anything */
    public static JsonNode make(Reports reports) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        var application = new SpringApplication(Maker.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        ApplicationContextInitializer<GenericApplicationContext> parts = context -> {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("document", properties()));
            context.registerBean(Reports.class, () -> reports);
            context.registerBean(
                    Acting.class, () -> new Acting(reports, new Unasked(), () -> {}, java.time.Clock.systemUTC()));
        };
        application.addInitializers(parts);
        try (var context = (ServletWebServerApplicationContext) application.run()) {
            int port = Objects.requireNonNull(context.getWebServer()).getPort();
            try (var body =
                    URI.create("http://127.0.0.1:" + port + MADE_AT).toURL().openStream()) {
                return Json.read(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Never asked to do anything. */
    private static final class Unasked implements scenariorca.problems.ProblemActions {
        @Override
        public String act(String problemId, Request request, String by) {
            throw new IllegalStateException(problemId);
        }

        @Override
        public String judge(String problemId, scenariorca.problems.Judgement judgement, String by) {
            throw new IllegalStateException(problemId);
        }

        @Override
        public boolean tell(Told release, String source, String by) {
            throw new IllegalStateException(source);
        }
    }

    private static Map<String, Object> properties() {
        return Map.of(
                "server.address",
                "127.0.0.1",
                "server.port",
                0,
                "spring.web.resources.add-mappings",
                false,
                "springdoc.api-docs.path",
                MADE_AT,
                "springdoc.api-docs.version",
                "openapi_3_1",
                "springdoc.packages-to-scan",
                "scenariorca.api",
                "springdoc.default-produces-media-type",
                "application/json",
                "springdoc.writer-with-order-by-keys",
                true,
                "springdoc.override-with-generic-response",
                false);
    }
}
