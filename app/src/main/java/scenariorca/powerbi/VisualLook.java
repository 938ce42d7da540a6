package scenariorca.powerbi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a visual looks: the formatting objects of its kind, and those of the frame around it. */
final class VisualLook {
    private final Star star;

    VisualLook(Star star) {
        this.star = star;
    }

    /** Of the visual itself; empty where it looks as the theme says. */
    Map<String, Object> objects(Visual visual) {
        var objects = new LinkedHashMap<String, Object>();
        switch (visual.type()) {
            case "textbox" -> objects.put("general", List.of(heading(visual)));
            case "actionButton" -> button(visual, objects);
            case "slicer" -> slicer(visual, objects);
            case "tableEx", "pivotTable" -> table(visual, objects);
            case "columnChart", "lineChart", "scatterChart" -> outcomes(visual, objects);
            default -> {}
        }
        return objects;
    }

    /** Of its frame: title, what a screen reader says, tooltip page, what a button does. */
    Map<String, Object> container(Visual visual) {
        var objects = new LinkedHashMap<String, Object>();
        visual.options(Visual.Option.Tooltip.class)
                .forEach(tooltip -> objects.put(
                        "visualTooltip",
                        JsonFile.properties(
                                "show",
                                JsonFile.truth(true),
                                "type",
                                JsonFile.text("Canvas"),
                                "section",
                                JsonFile.text(tooltip.page()))));
        visual.options(Visual.Option.Action.class)
                .forEach(action -> objects.put(
                        "visualLink",
                        JsonFile.properties("show", JsonFile.truth(true), "type", JsonFile.text(action.action()))));
        boolean hasTitle = !visual.type().equals("textbox") && !visual.type().equals("actionButton");
        objects.put(
                "title",
                hasTitle
                        ? JsonFile.properties("show", JsonFile.truth(true), "text", JsonFile.text(visual.title()))
                        : JsonFile.properties("show", JsonFile.truth(false)));
        objects.put("general", JsonFile.properties("altText", JsonFile.text(visual.altText())));
        return objects;
    }

    private static Object heading(Visual visual) {
        return JsonFile.object(
                "properties",
                JsonFile.object(
                        "paragraphs",
                        List.of(JsonFile.object(
                                "textRuns",
                                List.of(JsonFile.object(
                                        "value",
                                        visual.title(),
                                        "textStyle",
                                        JsonFile.object("fontSize", "20pt", "fontWeight", "bold")))))));
    }

    private static void button(Visual visual, Map<String, Object> objects) {
        Object whenIdle = JsonFile.object("id", "default");
        for (var action : visual.options(Visual.Option.Action.class)) {
            objects.put(
                    "icon",
                    List.of(JsonFile.object(
                            "properties",
                            JsonFile.object("shapeType", JsonFile.text(action.icon())),
                            "selector",
                            whenIdle)));
            if (action.icon().equals("blank")) {
                objects.put(
                        "text",
                        List.of(
                                JsonFile.object("properties", JsonFile.object("show", JsonFile.truth(true))),
                                JsonFile.object(
                                        "properties",
                                        JsonFile.object("text", JsonFile.text(visual.title())),
                                        "selector",
                                        whenIdle)));
            }
        }
    }

    private static void slicer(Visual visual, Map<String, Object> objects) {
        for (var choice : visual.options(Visual.Option.Choice.class)) {
            objects.put("data", JsonFile.properties("mode", JsonFile.text(choice.mode())));
            if (choice.mode().equals("Dropdown")) {
                objects.put(
                        "selection",
                        JsonFile.properties(
                                "singleSelect",
                                JsonFile.truth(choice.isSingle()),
                                "selectAllCheckboxEnabled",
                                JsonFile.truth(!choice.isSingle())));
            }
        }
    }

    private void table(Visual visual, Map<String, Object> objects) {
        var values = new ArrayList<Object>();
        for (var coloured : visual.options(Visual.Option.Coloured.class)) {
            values.add(JsonFile.object(
                    "properties",
                    JsonFile.object(
                            "fontColor",
                            JsonFile.object(
                                    "solid",
                                    JsonFile.object(
                                            "color",
                                            JsonFile.object(
                                                    "expr",
                                                    Field.of(star, coloured.measure())
                                                            .json())))),
                    "selector",
                    JsonFile.object(
                            "data",
                            List.of(JsonFile.object("dataViewWildcard", JsonFile.object("matchingOption", 1))),
                            "metadata",
                            Field.of(star, coloured.field()).queryName())));
        }
        if (!values.isEmpty()) {
            objects.put("values", values);
        }
        if (visual.type().equals("tableEx")) {
            objects.put(
                    "columnHeaders",
                    JsonFile.properties(
                            "autoSizeColumnWidth",
                            JsonFile.truth(true),
                            "columnAdjustment",
                            JsonFile.text("growToFit")));
            objects.put("total", JsonFile.properties("totals", JsonFile.truth(false)));
        }
    }

    private void outcomes(Visual visual, Map<String, Object> objects) {
        for (var series : visual.options(Visual.Option.OutcomeSeries.class)) {
            Object field = Field.of(star, series.field()).json();
            List<Object> colours = new ArrayList<>();
            for (var outcome : Palette.outcomes()) {
                colours.add(JsonFile.object(
                        "properties",
                        JsonFile.object("fill", JsonFile.colour(outcome.colour())),
                        "selector",
                        JsonFile.object("data", List.of(JsonFile.object("scopeId", equal(field, outcome.outcome()))))));
            }
            objects.put("dataPoint", colours);
        }
    }

    private static Object equal(Object field, String value) {
        return JsonFile.object(
                "Comparison",
                JsonFile.object(
                        "ComparisonKind",
                        0,
                        "Left",
                        field,
                        "Right",
                        JsonFile.object("Literal", JsonFile.object("Value", "'" + value + "'"))));
    }
}
