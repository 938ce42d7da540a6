package scenariorca.api;

import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import scenariorca.comparison.ChangeKind;
import scenariorca.comparison.LeafChange;
import scenariorca.scenario.NodeId;
import scenariorca.scenario.RunId;

/** The schemas of what writes its own JSON, made anew each time as their users change them. */
final class WrittenSchemas {
    private WrittenSchemas() {}

    /** Empty for a type that is written as its components say. */
    static Optional<Schema<?>> of(Class<?> type) {
        if (type == RunId.class || type == NodeId.class) {
            return Optional.of(typed("", "string").format("uuid"));
        }
        return type == LeafChange.class ? Optional.of(leaf()) : Optional.empty();
    }

    /** Any JSON value. */
    static Schema<?> anything() {
        return typed("", "object", "array", "string", "number", "boolean", "null");
    }

    private static Schema<?> leaf() {
        Schema<?> schema = typed("One leaf of an input that differs", "object");
        schema.addProperty(
                "path",
                typed("Where it is; elements of arrays by what identifies them", "string")
                        .example("yearly[year=2027].value"));
        Schema<?> kind = typed("How it differs", "string");
        schema.addProperty("kind", kinds(kind));
        schema.addProperty(
                "before", anything().description("The value before; null when there was none, or it was null"));
        schema.addProperty("after", anything().description("The value after; null when there is none, or it is null"));
        schema.addProperty("delta", typed("After less before; null unless both are numbers", "number", "null"));
        schema.addProperty(
                "percent",
                typed(
                        "Delta in percent of before; null unless both are numbers, and before not zero",
                        "number",
                        "null"));
        schema.setRequired(List.of("after", "before", "delta", "kind", "path", "percent"));
        return schema;
    }

    private static Schema<?> kinds(Schema<?> schema) {
        @SuppressWarnings("unchecked")
        var texts = (Schema<Object>) schema;
        texts.setEnum(Arrays.stream(ChangeKind.values())
                .map(kind -> (Object) kind.word())
                .toList());
        return texts;
    }

    private static Schema<?> typed(String meaning, String... types) {
        Schema<?> schema = new Schema<>();
        schema.setTypes(new LinkedHashSet<>(List.of(types)));
        return meaning.isEmpty() ? schema : schema.description(meaning);
    }
}
