package scenariorca.simulator.engine;

import java.util.List;

/**
 * What a node's formula sees: its input, the results of the nodes it reads, the horizon and the platform.
 *
 * @param startYear first year of the forecast
 * @param years how many
 * @param parents the nodes it reads, each with its result per year
 * @param withEvents whether the branch counts market events
 */
record Cell(
        EngineNode node,
        Input input,
        int startYear,
        int years,
        List<Parent> parents,
        List<MarketEvent> events,
        boolean withEvents,
        Conditions conditions) {

    /** A node that is read, and its result per year. */
    record Parent(EngineNode node, double[] values) {}

    /** The result of the one parent of a kind. */
    double[] parent(NodeKind kind) {
        for (Parent parent : parents) {
            if (parent.node().kind() == kind) {
                return parent.values();
            }
        }
        throw new IllegalStateException("no " + kind.label() + " is connected");
    }

    /** The result of the first parent, for nodes that pass on whatever they read. */
    double[] first() {
        return parents.getFirst().values();
    }

    List<Parent> parents(NodeKind kind) {
        return parents.stream().filter(parent -> parent.node().kind() == kind).toList();
    }

    /** A result of one value per year. */
    double[] perYear(YearFormula formula) {
        double[] values = new double[years];
        for (int i = 0; i < years; i++) {
            values[i] = formula.at(i, startYear + i);
        }
        return values;
    }

    /** A node's formula for one year. */
    @FunctionalInterface
    interface YearFormula {
        double at(int index, int year);
    }
}
