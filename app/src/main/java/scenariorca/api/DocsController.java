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

/** The interactive documentation: Swagger UI from our own jar, nothing from elsewhere. */
@Hidden
@Controller
final class DocsController {
    private final String page;

    DocsController() throws IOException {
        this.page = new ClassPathResource("docs/index.html").getContentAsString(StandardCharsets.UTF_8);
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
