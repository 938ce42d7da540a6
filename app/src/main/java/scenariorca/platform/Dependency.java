package scenariorca.platform;

/** What the product needs from outside, and goes on without for a while. */
public enum Dependency {
    /** The forecasting platform's database. */
    SOURCE("source"),
    /** Our own database. */
    WAREHOUSE("warehouse"),
    /** Where log events come from. */
    LOGS("log service");

    private final String word;

    Dependency(String word) {
        this.word = word;
    }

    /** For people and machines. Example: log service */
    public String word() {
        return word;
    }
}
