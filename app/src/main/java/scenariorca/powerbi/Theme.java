package scenariorca.powerbi;

import java.util.List;

/** The report's one theme. */
final class Theme {
    private static final String FONT = "Segoe UI";
    private static final String FONT_BOLD = "Segoe UI Semibold";

    private Theme() {}

    static String write() {
        return JsonFile.write(JsonFile.object(
                "name",
                ReportFiles.THEME,
                "dataColors",
                Palette.series(),
                "good",
                Palette.SUCCESS,
                "neutral",
                Palette.TIMEOUT,
                "bad",
                Palette.FAILED,
                "foreground",
                Palette.INK,
                "foregroundNeutralSecondary",
                Palette.QUIET,
                "background",
                Palette.PAPER,
                "tableAccent",
                Palette.ACCENT,
                "hyperlink",
                Palette.ACCENT,
                "textClasses",
                JsonFile.object(
                        "title",
                        text(FONT_BOLD, 12, Palette.INK),
                        "label",
                        text(FONT, 10, Palette.QUIET),
                        "callout",
                        text(FONT, 20, Palette.INK),
                        "header",
                        text(FONT_BOLD, 11, Palette.INK)),
                "visualStyles",
                JsonFile.object(
                        "*",
                        JsonFile.object(
                                "*",
                                JsonFile.object(
                                        "border",
                                        List.of(JsonFile.object(
                                                "show",
                                                true,
                                                "color",
                                                JsonFile.object("solid", JsonFile.object("color", Palette.HAIRLINE)),
                                                "radius",
                                                4)))))));
    }

    private static Object text(String font, int size, String colour) {
        return JsonFile.object("fontFace", font, "fontSize", size, "color", colour);
    }
}
