package scenariorca.powerbi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a visual as PBIR. */
final class VisualFile {
    private static final int STEP = 1000;

    private final Star star;
    private final VisualLook look;

    VisualFile(Star star) {
        this.star = star;
        this.look = new VisualLook(star);
    }

    /** @param order its place in the reading order, from 0 */
    String write(Page page, Visual visual, int order) {
        var file = JsonFile.object(
                "$schema",
                Versions.VISUAL,
                "name",
                visual.name(),
                "position",
                position(visual.box(), order),
                "visual",
                content(visual));
        List<Object> filters = new ArrayList<>();
        for (Visual.Option option : visual.options()) {
            filter(page, visual, option, filters);
        }
        if (!filters.isEmpty()) {
            file.put("filterConfig", JsonFile.object("filters", filters));
        }
        return JsonFile.write(file);
    }

    /** The same visual on the page for phones. */
    static String writeMobile(Visual.Option.Mobile mobile, int order) {
        return JsonFile.write(JsonFile.object("$schema", Versions.MOBILE, "position", position(mobile.box(), order)));
    }

    private static Map<String, Object> position(Box box, int order) {
        return JsonFile.object(
                "x", box.x(),
                "y", box.y(),
                "z", order * STEP,
                "height", box.height(),
                "width", box.width(),
                "tabOrder", order * STEP);
    }

    private Map<String, Object> content(Visual visual) {
        var content = JsonFile.object("visualType", visual.type());
        if (!visual.roles().isEmpty()) {
            content.put("query", query(visual));
        }
        Map<String, Object> objects = look.objects(visual);
        if (!objects.isEmpty()) {
            content.put("objects", objects);
        }
        content.put("visualContainerObjects", look.container(visual));
        visual.options(Visual.Option.Synced.class)
                .forEach(synced -> content.put(
                        "syncGroup",
                        JsonFile.object("groupName", synced.group(), "fieldChanges", true, "filterChanges", true)));
        content.put("drillFilterOtherVisuals", true);
        return content;
    }

    private Map<String, Object> query(Visual visual) {
        var state = new LinkedHashMap<String, Object>();
        visual.roles().forEach((role, fields) -> {
            boolean isGrouping = !role.equals("Y") && !role.equals("Y2") && !role.equals("Data");
            boolean isActive = isGrouping && !visual.type().equals("tableEx");
            var projections = new ArrayList<Object>();
            for (String text : fields) {
                Field field = Field.of(star, text);
                var projection = JsonFile.object(
                        "field", field.json(), "queryRef", field.queryName(), "nativeQueryRef", field.property());
                if (isActive && projections.isEmpty() && field instanceof Field.OfColumn) {
                    projection.put("active", true);
                }
                projections.add(projection);
            }
            state.put(role, JsonFile.object("projections", projections));
        });
        var query = JsonFile.object("queryState", state);
        List<Object> sorted = visual.options(Visual.Option.Sorted.class).stream()
                .map(sort -> (Object) JsonFile.object(
                        "field",
                        Field.of(star, sort.field()).json(),
                        "direction",
                        sort.isDescending() ? "Descending" : "Ascending"))
                .toList();
        if (!sorted.isEmpty()) {
            query.put("sortDefinition", JsonFile.object("sort", sorted));
        }
        return query;
    }

    private void filter(Page page, Visual visual, Visual.Option option, List<Object> filters) {
        String name = Ids.name("filter/" + page.name() + "/" + visual.name() + "/" + filters.size());
        if (option instanceof Visual.Option.Only only) {
            Field field = Field.of(star, only.field());
            List<Object> values = only.values().stream()
                    .map(value ->
                            (Object) List.of(JsonFile.object("Literal", JsonFile.object("Value", "'" + value + "'"))))
                    .toList();
            filters.add(JsonFile.object(
                    "name",
                    name,
                    "field",
                    field.json(),
                    "type",
                    "Categorical",
                    "filter",
                    where(
                            field,
                            JsonFile.object(
                                    "In",
                                    JsonFile.object("Expressions", List.of(field.aliased("t")), "Values", values)))));
        }
        if (option instanceof Visual.Option.OnlyAboveZero above) {
            Field field = Field.of(star, above.measure());
            filters.add(JsonFile.object(
                    "name",
                    name,
                    "field",
                    field.json(),
                    "type",
                    "Advanced",
                    "filter",
                    where(
                            field,
                            JsonFile.object(
                                    "Comparison",
                                    JsonFile.object(
                                            "ComparisonKind",
                                            1,
                                            "Left",
                                            field.aliased("t"),
                                            "Right",
                                            JsonFile.object("Literal", JsonFile.object("Value", "0L")))))));
        }
    }

    private static Object where(Field field, Object condition) {
        return JsonFile.object(
                "Version",
                2,
                "From",
                List.of(JsonFile.object("Name", "t", "Entity", field.entity(), "Type", 0)),
                "Where",
                List.of(JsonFile.object("Condition", condition)));
    }
}
