package scenariorca.powerbi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the report: PBIR files by their path in the project. */
final class ReportFiles {
    static final String THEME = PowerBiProject.NAME + ".json";

    private static final String DEFINITION = PowerBiProject.REPORT + "/definition/";

    private final Star star;
    private final List<Page> pages;

    ReportFiles(Star star, List<Page> pages) {
        this.star = star;
        this.pages = pages;
    }

    Map<String, String> write() {
        var files = new LinkedHashMap<String, String>();
        files.put(PowerBiProject.REPORT + "/.platform", JsonFile.platform("Report"));
        files.put(PowerBiProject.REPORT + "/definition.pbir", reference());
        files.put(
                DEFINITION + "version.json",
                JsonFile.write(JsonFile.object("$schema", Versions.VERSION, "version", "2.0.0")));
        files.put(DEFINITION + "report.json", report());
        files.put(
                DEFINITION + "pages/pages.json",
                JsonFile.write(JsonFile.object(
                        "$schema",
                        Versions.PAGES,
                        "pageOrder",
                        pages.stream().map(Page::name).toList(),
                        "activePageName",
                        pages.getFirst().name())));
        pages.forEach(page -> page(page, files));
        files.put(PowerBiProject.REPORT + "/StaticResources/RegisteredResources/" + THEME, Theme.write());
        return files;
    }

    private void page(Page page, Map<String, String> files) {
        String folder = DEFINITION + "pages/" + page.name() + "/";
        files.put(folder + "page.json", new PageFile(star).write(page));
        var visualFile = new VisualFile(star);
        for (int order = 0; order < page.visuals().size(); order++) {
            Visual visual = page.visuals().get(order);
            String place = folder + "visuals/" + visual.name() + "/";
            files.put(place + "visual.json", visualFile.write(page, visual, order));
            for (var mobile : visual.options(Visual.Option.Mobile.class)) {
                files.put(place + "mobile.json", VisualFile.writeMobile(mobile, order));
            }
        }
    }

    private static String reference() {
        return JsonFile.write(JsonFile.object(
                "$schema",
                JsonFile.SCHEMAS + "item/report/definitionProperties/2.0.0/schema.json",
                "version",
                "4.0",
                "datasetReference",
                JsonFile.object("byPath", JsonFile.object("path", "../" + PowerBiProject.MODEL))));
    }

    private static String report() {
        return JsonFile.write(JsonFile.object(
                "$schema",
                Versions.REPORT,
                "themeCollection",
                JsonFile.object(
                        "customTheme",
                        JsonFile.object(
                                "name",
                                THEME,
                                "reportVersionAtImport",
                                JsonFile.object("visual", "2.4.0", "report", "3.0.0", "page", "2.0.0"),
                                "type",
                                "RegisteredResources")),
                "resourcePackages",
                List.of(JsonFile.object(
                        "name",
                        "RegisteredResources",
                        "type",
                        "RegisteredResources",
                        "items",
                        List.of(JsonFile.object("name", THEME, "path", THEME, "type", "CustomTheme")))),
                "settings",
                JsonFile.object(
                        "useStylableVisualContainerHeader",
                        true,
                        "exportDataMode",
                        "AllowSummarized",
                        "defaultDrillFilterOtherVisuals",
                        true,
                        "useEnhancedTooltips",
                        true)));
    }
}
