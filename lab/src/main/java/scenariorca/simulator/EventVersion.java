package scenariorca.simulator;

import java.util.UUID;
import scenariorca.simulator.basis.Stamp;
import scenariorca.simulator.engine.Input;

/**
 * A version of a market event's input: a row of fc_scenario_event_data.
 *
 * @param scenarioEventType the row of fc_scenario_event_type it belongs to
 * @param eventType place in the platform's list of event types
 * @param node the treatment share it acts on, by index
 */
record EventVersion(UUID id, UUID scenarioEventType, int eventType, int node, Input input, Stamp created) {}
