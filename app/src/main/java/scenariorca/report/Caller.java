package scenariorca.report;

/**
 * Who asks or acts over HTTP, once let in.
 *
 * @param name as kept with acts. Example: user:jdoe
 * @param mayEdit whether problems may be acted on and releases told of
 */
public record Caller(String name, boolean mayEdit) {
    /** Request attribute: the caller of the request. */
    public static final String ATTRIBUTE = "scenariorca.caller";
}
