package scenariorca.powerbi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who may see which rows.
 *
 * @param name of the role
 * @param description in a sentence
 * @param filters DAX condition by table; a table not named shows all its rows that its dimensions let through
 */
record Role(String name, String description, Map<String, String> filters) {
    /** The login is matched as a whole, or by its part before the @, as platforms know users by either. */
    private static final String OWN =
            "%s IN { USERPRINCIPALNAME (), LEFT ( USERPRINCIPALNAME (), SEARCH ( \"@\", USERPRINCIPALNAME () & \"@\" ) - 1 ) }";

    static List<Role> all() {
        var own = new LinkedHashMap<String, String>();
        own.put("Scenario", OWN.formatted("Scenario[Created By]"));
        own.put("Run", OWN.formatted("Run[Run Scenario Created By]"));
        own.put("Baseline Run", OWN.formatted("'Baseline Run'[Baseline Scenario Created By]"));
        own.put("Sessions", OWN.formatted("Sessions[Session User Id]"));
        // Totals over everybody's scenarios.
        own.put("Daily Reliability", "FALSE ()");
        return List.of(
                new Role("All Scenarios", "Sees everything.", Map.of()),
                new Role(
                        "Own Scenarios",
                        "Sees the scenarios created by the own login, with their runs, inputs, actions and log events.",
                        own));
    }
}
