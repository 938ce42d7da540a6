package scenariorca.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import scenariorca.comparison.LeafChange;
import scenariorca.platform.Json;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON of evidence that loses nothing: read back, it is equal, and so is the verdict on it. */
public final class EvidenceJson {
    private static final JsonMapper MAPPER = Json.mapper()
            .rebuild()
            .addMixIn(LeafChange.class, WholeLeaf.class)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private EvidenceJson() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** A leaf with its values as they are, not as people read them; a value that does not exist is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private interface WholeLeaf {
        @JsonValue(false)
        Object toJson();
    }
}
