package scenariorca.platform;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * JSON as text, known to be well-formed because the database checked it; written out as it is.
 *
 * @param text Example: {"before": 0.1, "after": 0.9}
 */
public record JsonText(@JsonValue @JsonRawValue String text) {}
