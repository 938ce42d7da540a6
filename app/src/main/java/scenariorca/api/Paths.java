package scenariorca.api;

/** Where things are, for those who route and those who answer. */
public final class Paths {
    /** Below it is every answer that comes from the warehouse. */
    public static final String BASE = "/api/v1/rca";

    public static final String OPENAPI = "/openapi.json";
    public static final String DOCS = "/docs";
    public static final String HEALTH = "/health";
    public static final String METRICS = "/metrics";

    private Paths() {}
}
