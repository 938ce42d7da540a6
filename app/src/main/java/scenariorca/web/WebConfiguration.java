package scenariorca.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.CacheControl;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** All of the dashboard, for the server to take in. */
@Configuration(proxyBeanMethods = false)
@Import({
    StartController.class,
    ProblemPagesController.class,
    RunFeedbackController.class,
    RunPageController.class,
    TicketController.class,
    RunTablesController.class,
    OverviewController.class,
    PastPagesController.class,
    RunsController.class,
    ChangesPageController.class,
    ReleasesController.class,
    ScenarioPageController.class,
    PreflightPageController.class,
    CompareController.class,
    ReliabilityController.class,
    PatternPageController.class,
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

    /** A page is a page, and the table behind it a table, whatever the caller would rather have. */
    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        var header = new HeaderContentNegotiationStrategy();
        configurer.strategies(List.of(request -> {
            HttpServletRequest asked = request.getNativeRequest(HttpServletRequest.class);
            return asked != null && Site.isPage(asked.getRequestURI())
                    ? ContentNegotiationStrategy.MEDIA_TYPE_ALL_LIST
                    : header.resolveMediaTypes(request);
        }));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ShortIds()).addPathPatterns("/run/*", "/scenario/*", "/node/*");
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
