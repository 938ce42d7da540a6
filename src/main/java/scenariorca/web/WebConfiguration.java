package scenariorca.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.CacheControl;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** All of the dashboard, for the server to take in. */
@Configuration(proxyBeanMethods = false)
@Import({
    StartController.class,
    RunPageController.class,
    OverviewController.class,
    RunsController.class,
    ScenarioPageController.class,
    CompareController.class,
    ReliabilityController.class,
    JourneyController.class,
    NodePageController.class
})
public class WebConfiguration implements WebMvcConfigurer {
    private final Pages pages;

    WebConfiguration(Pages pages) {
        this.pages = pages;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.addCustomConverter(new ViewConverter(pages));
    }

    /** Their address changes with their content. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(Site.ASSETS + "**")
                .addResourceLocations("classpath:/public/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }
}
