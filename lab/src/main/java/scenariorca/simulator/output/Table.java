package scenariorca.simulator.output;

import java.util.Locale;

/** The platform's tables, parents before children. */
public enum Table {
    ALEMBIC_VERSION(false),
    FC_MODEL(true),
    FC_MODEL_NODE_TAB(false),
    FC_MODEL_NODE_GROUPS(false),
    FC_MODEL_NODE(false),
    FC_MODEL_NODE_EDGE(false),
    FC_MODEL_NODE_TREATMENT(false),
    FC_FORECAST_INIT(false),
    FC_SCENARIO(true),
    FC_SCENARIO_NODE_DATA(true),
    FC_EVENT_TYPE(false),
    FC_SCENARIO_EVENT_TYPE(false),
    FC_SCENARIO_EVENT_DATA(true),
    FC_SCENARIO_RUN(true),
    FC_SCENARIO_RUN_BRANCH(false),
    FC_SCENARIO_NODE_CALC(false),
    FC_SCENARIO_EVENT_CALC(false);

    private final boolean isMutable;

    Table(boolean isMutable) {
        this.isMutable = isMutable;
    }

    /** Whether its rows change after they were first written. */
    boolean isMutable() {
        return isMutable;
    }

    /** Its name in the database. Example: fc_scenario_run. */
    public String sqlName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
