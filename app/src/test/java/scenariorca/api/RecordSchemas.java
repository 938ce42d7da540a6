package scenariorca.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import com.github.therapi.runtimejavadoc.ClassJavadoc;
import com.github.therapi.runtimejavadoc.CommentFormatter;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.JsonText;

/**
 * Says of each record what its Java says: every component is always there, may be null only where it is nullable, and
 * means what its Javadoc says, with the example given there.
 */
final class RecordSchemas implements ModelConverter {
    private static final String REFERENCE = "#/components/schemas/";
    private static final Pattern EXAMPLE = Pattern.compile("\\s*Example: (.+?)\\.?$", Pattern.DOTALL);
    private static final CommentFormatter FORMATTER = new CommentFormatter();

    /** Names a nested record after the one around it, as several have an {@code Event} or a {@code Run}. */
    static final class Names extends TypeNameResolver {
        @Override
        protected String getNameOfClass(Class<?> type) {
            Class<?> outer = type.getDeclaringClass();
            return outer == null ? type.getSimpleName() : outer.getSimpleName() + type.getSimpleName();
        }
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        if (!others.hasNext()) {
            return null;
        }
        Schema<?> schema = others.next().resolve(type, context, others);
        JavaType java = Json.mapper().constructType(type.getType());
        if (schema != null && java != null && java.getRawClass().isRecord()) {
            describe(definition(schema, context), java.getRawClass());
        }
        return schema;
    }

    private static Schema<?> definition(Schema<?> schema, ModelConverterContext context) {
        String reference = schema.get$ref();
        if (reference == null) {
            return schema;
        }
        Schema<?> defined = context.getDefinedModels().get(reference.substring(REFERENCE.length()));
        return defined == null ? schema : defined;
    }

    private static void describe(Schema<?> schema, Class<?> record) {
        Map<String, Schema> properties = schema.getProperties();
        if (properties == null || schema.getDescription() != null) {
            return;
        }
        ClassJavadoc javadoc = RuntimeJavadoc.getJavadoc(record);
        schema.setDescription(
                FORMATTER.format(javadoc.getComment()).replaceAll("\\s+", " ").strip());
        List<RecordComponent> components = components(record).toList();
        Map<RecordComponent, String> meanings = new HashMap<>();
        components.forEach(component -> meanings.put(component, meaning(component)));
        properties
                .keySet()
                .retainAll(
                        components.stream().map(component -> written(component)).collect(Collectors.toSet()));
        for (RecordComponent component : components) {
            String name = written(component);
            Schema<?> property = properties.get(name);
            if (property != null) {
                Schema<?> shown = shown(component, property);
                explain(shown, meanings.getOrDefault(component, ""));
                properties.put(name, shown);
            }
        }
        schema.setTypes(Set.of("object"));
        schema.setRequired(List.copyOf(properties.keySet()));
    }

    /** The components as JSON has them: those of a part that is written into the record itself among them. */
    private static Stream<RecordComponent> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .flatMap(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? components(component.getType())
                        : Stream.of(component));
    }

    private static String meaning(RecordComponent component) {
        return RuntimeJavadoc.getJavadoc(component.getDeclaringRecord()).getRecordComponents().stream()
                .filter(part -> part.getName().equals(component.getName()))
                .map(part -> FORMATTER
                        .format(part.getComment())
                        .replaceAll("\\s+", " ")
                        .strip())
                .findFirst()
                .orElse("");
    }

    /** The name it has in JSON. */
    private static String written(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? CsvTable.snakeCase(component.getName()) : named.value();
    }

    private static Schema<?> shown(RecordComponent component, Schema<?> property) {
        if (component.getType() == JsonText.class) {
            return WrittenSchemas.anything();
        }
        Schema<?> schema = WrittenSchemas.of(component.getType()).orElse(property);
        boolean isNullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return isNullable ? nullable(schema) : schema;
    }

    /** A reference cannot carry "or null" itself; a value of any type is nullable already. */
    private static Schema<?> nullable(Schema<?> property) {
        if (property.get$ref() != null) {
            var nothing = new Schema<>();
            nothing.setTypes(Set.of("null"));
            return new Schema<>().anyOf(List.of(property, nothing));
        }
        Set<String> types = new LinkedHashSet<>();
        if (property.getTypes() != null) {
            types.addAll(new TreeSet<>(property.getTypes()));
        } else if (property.getType() != null) {
            types.add(property.getType());
        }
        if (!types.isEmpty()) {
            types.add("null");
            property.setTypes(types);
        }
        if (property.getEnum() != null && !property.getEnum().contains(null)) {
            property.addEnumItemObject(null);
        }
        return property;
    }

    private static void explain(Schema<?> property, String meaning) {
        if (meaning.isEmpty()) {
            return;
        }
        Matcher example = EXAMPLE.matcher(meaning);
        boolean hasExample = example.find();
        String text = hasExample ? meaning.substring(0, example.start()) : meaning;
        String prose = text.replaceAll("</?code>", "`");
        property.setDescription(Character.toUpperCase(prose.charAt(0)) + prose.substring(1));
        if (hasExample && property.get$ref() == null) {
            property.setExample(typed(example.group(1), property));
        }
    }

    private static Object typed(String example, Schema<?> property) {
        Set<String> types = property.getTypes() == null ? Set.of() : property.getTypes();
        String type = property.getType() == null ? "" : property.getType();
        boolean isNumber = type.equals("integer")
                || type.equals("number")
                || types.contains("integer")
                || types.contains("number");
        return isNumber ? new BigDecimal(example) : example;
    }
}
