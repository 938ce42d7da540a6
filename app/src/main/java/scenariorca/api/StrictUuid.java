package scenariorca.api;

import java.beans.PropertyEditorSupport;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Reads a UUID in its one usual form, of any case; Java itself would also take {@code 1-1-1-1-1}. An editor and not a
 * converter: after a converter that refuses, Spring tries its own editor.
 */
final class StrictUuid extends PropertyEditorSupport {
    private static final Pattern FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    @Override
    public void setAsText(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a UUID");
        }
        setValue(UUID.fromString(text));
    }
}
