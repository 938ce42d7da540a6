package scenariorca.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scenariorca.comparison.LeafChange;
import scenariorca.platform.JsonText;
import scenariorca.report.Answer;
import scenariorca.scenario.NodeId;
import scenariorca.scenario.RunId;

/** How the OpenAPI document is made: from the controllers, the answers' records, and the Javadoc of both. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    static final String KEY_SCHEME = "api_key";
    static final String TOKEN_SCHEME = "token";

    static {
        SpringDocUtils.getConfig()
                .addResponseWrapperToIgnore(Answer.class)
                .replaceWithSchema(JsonText.class, new Schema<>())
                .replaceWithSchema(RunId.class, new Schema<>())
                .replaceWithSchema(NodeId.class, new Schema<>())
                .replaceWithSchema(LeafChange.class, new Schema<>());
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Scenario RCA")
                        .version("v1")
                        .description(
                                "Audit trail and root-cause analysis for forecast runs. It reads; only problems are acted on and releases told of.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/").description("This server")))
                .security(List.of(
                        new SecurityRequirement().addList(KEY_SCHEME), new SecurityRequirement().addList(TOKEN_SCHEME)))
                .components(new Components()
                        .addSecuritySchemes(
                                KEY_SCHEME,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.HEADER)
                                        .name("X-API-Key")
                                        .description(
                                                "A key made by rca keys create, or the server's API_KEY. Not asked for while there is"
                                                        + " none. Tools that cannot send it so may append api_key=... to"
                                                        + " the address."))
                        .addSecuritySchemes(
                                TOKEN_SCHEME,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("A token of the identity provider, where the server has one.")));
    }

    @Bean
    ModelResolver modelResolver(ObjectMapperProvider provider) {
        ObjectMapper mapper = provider.jsonMapper()
                .copy()
                .setPropertyNamingStrategy(com.fasterxml.jackson.databind.PropertyNamingStrategies.SNAKE_CASE);
        return new ModelResolver(mapper, new RecordSchemas.Names());
    }

    @Bean
    RecordSchemas recordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    OpenApiCustomizer problemDocuments() {
        return new DocumentedProblems();
    }
}
