package scenariorca.powerbi;

/**
 * The versions of the report's file formats. Desktop refuses files newer than itself and lifts older ones, so these are
 * as old as the report allows: Power BI Desktop of November 2025 or later opens them.
 */
final class Versions {
    static final String VISUAL = definition("visualContainer", "2.4.0");
    static final String MOBILE = definition("visualContainerMobileState", "2.3.0");
    static final String PAGE = definition("page", "2.0.0");
    static final String PAGES = definition("pagesMetadata", "1.0.0");
    static final String REPORT = definition("report", "3.0.0");
    static final String VERSION = definition("versionMetadata", "1.0.0");

    private Versions() {}

    private static String definition(String kind, String version) {
        return JsonFile.SCHEMAS + "item/report/definition/" + kind + "/" + version + "/schema.json";
    }
}
