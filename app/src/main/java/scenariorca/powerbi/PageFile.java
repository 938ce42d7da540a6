package scenariorca.powerbi;

import java.util.List;
import java.util.Map;

/** Writes a page as PBIR. */
final class PageFile {
    private final Star star;

    PageFile(Star star) {
        this.star = star;
    }

    String write(Page page) {
        boolean isTooltip = page.kind() == Page.Kind.TOOLTIP;
        var file = JsonFile.object(
                "$schema",
                Versions.PAGE,
                "name",
                page.name(),
                "displayName",
                page.title(),
                "displayOption",
                isTooltip ? "ActualSize" : "FitToPage",
                "height",
                page.height(),
                "width",
                page.width());
        String boundTo = page.boundTo();
        if (boundTo != null) {
            bind(page, Field.of(star, boundTo), file);
        }
        if (isTooltip) {
            file.put("type", "Tooltip");
            file.put("pageBinding", JsonFile.object("name", binding(page), "type", "Tooltip", "parameters", List.of()));
        }
        if (page.kind() == Page.Kind.ROW || isTooltip) {
            file.put("visibility", "HiddenInViewMode");
        }
        return JsonFile.write(file);
    }

    private static void bind(Page page, Field field, Map<String, Object> file) {
        String filter = "drill_" + page.name();
        file.put(
                "filterConfig",
                JsonFile.object(
                        "filters",
                        List.of(JsonFile.object(
                                "name",
                                filter,
                                "field",
                                field.json(),
                                "type",
                                "Categorical",
                                "howCreated",
                                "Drillthrough"))));
        file.put(
                "pageBinding",
                JsonFile.object(
                        "name",
                        binding(page),
                        "type",
                        "Drillthrough",
                        "parameters",
                        List.of(JsonFile.object(
                                "name", "Param_" + filter, "boundFilter", filter, "fieldExpr", field.json())),
                        "acceptsFilterContext",
                        "Default"));
        file.put("type", "Drillthrough");
    }

    private static String binding(Page page) {
        return Ids.name("binding/" + page.name());
    }
}
