package scenariorca.api;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** All of the API, for the server to take in. */
@Configuration(proxyBeanMethods = false)
@Import({
    ScenarioController.class,
    PreflightController.class,
    RunController.class,
    UserController.class,
    ErrorsController.class,
    LogsController.class,
    ProblemsController.class,
    ChangesController.class,
    ListController.class,
    HealthController.class,
    DocsController.class,
    ProblemAdvice.class
})
public class ApiConfiguration implements WebMvcConfigurer {
    /** The version of the Swagger UI jar; a test fails when it is another. */
    private static final String SWAGGER_UI = "5.32.14";

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.addCustomConverter(new AnswerConverter());
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        configurer.defaultContentTypeStrategy(_ -> List.of(MediaType.APPLICATION_JSON, MediaType.ALL));
    }

    /** Parameters are checked where questions are made, so that every door checks them alike. */
    @Override
    public Validator getValidator() {
        return new NoValidator();
    }

    private static final class NoValidator implements Validator {
        @Override
        public boolean supports(Class<?> type) {
            return true;
        }

        @Override
        public void validate(Object target, Errors errors) {
            // nothing to check
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ParameterCheck());
    }

    /** Swagger UI's files, from its jar. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(Paths.DOCS + "/assets/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/swagger-ui/" + SWAGGER_UI + "/");
        registry.addResourceHandler(Paths.DOCS + "/page/**").addResourceLocations("classpath:/docs/");
    }
}
