package scenariorca.api;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import scenariorca.platform.Json;

/** The OpenAPI document, and the interactive documentation made of it: Swagger UI from its jar, nothing from elsewhere. */
@Hidden
@Controller
final class DocsController {
    private final String page;
    private final String document;

    DocsController() throws IOException {
        this.page = read("docs/index.html");
        // The file is indented for those who review it.
        this.document = Json.write(Json.read(read("docs/openapi.json")));
    }

    private static String read(String name) throws IOException {
        return new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
    }

    @GetMapping(path = Paths.OPENAPI, produces = "application/json")
    @ResponseBody
    String document() {
        return document;
    }

    @GetMapping(path = Paths.DOCS, produces = "text/html; charset=utf-8")
    @ResponseBody
    ResponseEntity<String> page() {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(page);
    }

    /** As people type it. */
    @GetMapping(Paths.DOCS + "/")
    ResponseEntity<Void> withSlash() {
        return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                .header("Location", Paths.DOCS)
                .build();
    }
}
