package scenariorca.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.engine.EngineNode;
import scenariorca.simulator.engine.Input;
import scenariorca.simulator.engine.NodeKind;

/** What somebody may sensibly change in a scenario: a little, a lot, or only in words. */
final class EditIdeas {
    private static final Map<NodeKind, List<String>> DECIMALS = new EnumMap<>(Map.ofEntries(
            Map.entry(NodeKind.POPULATION, List.of("/market_size", "/growth_rate")),
            Map.entry(NodeKind.EPIDEMIOLOGY, List.of("/rate", "/values/0/value", "/values/2/value")),
            Map.entry(NodeKind.DIAGNOSED, List.of("/diagnosis_rate", "/growth_rate")),
            Map.entry(NodeKind.SEGMENT, List.of("/segment_share")),
            Map.entry(NodeKind.LINE, List.of("/treated_rate", "/progression_rate")),
            Map.entry(NodeKind.SHARE, List.of("/base_share", "/peak_share")),
            Map.entry(NodeKind.TREATMENT_SHARE, List.of("/market_share", "/growth_rate")),
            Map.entry(NodeKind.ACCESS, List.of("/reimbursed_pct", "/access_rate")),
            Map.entry(NodeKind.COMPLIANCE, List.of("/compliance_rate", "/persistence")),
            Map.entry(NodeKind.VOLUME, List.of("/wastage_rate")),
            Map.entry(NodeKind.PRICE, List.of("/price_per_unit", "/price_growth")),
            Map.entry(NodeKind.DISCOUNT, List.of("/discount_rate")),
            Map.entry(NodeKind.REBATE, List.of("/rebate_rate")),
            Map.entry(NodeKind.REVENUE, List.of("/fx_rate")),
            Map.entry(NodeKind.CHECK, List.of("/max_growth"))));
    private static final Map<NodeKind, List<String>> WHOLES = new EnumMap<>(Map.of(
            NodeKind.HORIZON, List.of("/end_year"),
            NodeKind.SHARE, List.of("/time_to_peak", "/launch_year"),
            NodeKind.ACCESS, List.of("/time_to_access"),
            NodeKind.DURATION, List.of("/treatment_duration"),
            NodeKind.DOSING, List.of("/doses_per_month", "/units_per_dose"),
            NodeKind.PRICE, List.of("/end_year")));
    /** Values that can grow many times and still be computed. */
    private static final Map<NodeKind, List<String>> ROOMY = new EnumMap<>(Map.of(
            NodeKind.POPULATION, List.of("/market_size"),
            NodeKind.PRICE, List.of("/price_per_unit"),
            NodeKind.DOSING, List.of("/units_per_pack", "/doses_per_month"),
            NodeKind.REVENUE, List.of("/fx_rate"),
            NodeKind.CHECK, List.of("/max_growth")));

    private static final List<Double> LARGE = List.of(1.8, 2.5, 4.0, 10.0, 12.0, 25.0, 0.1, 0.4);
    private static final List<NodeKind> DECIMAL_KINDS = List.copyOf(DECIMALS.keySet());
    private static final List<NodeKind> WHOLE_KINDS = List.copyOf(WHOLES.keySet());
    private static final List<NodeKind> ROOMY_KINDS = List.copyOf(ROOMY.keySet());

    private final Scenario scenario;
    private final Dice dice;

    EditIdeas(Scenario scenario, Dice dice) {
        this.scenario = scenario;
        this.dice = dice;
    }

    /** A usual edit: a few percent, a year or a month more or less. */
    List<TypedValue> small() {
        if (dice.chance(0.3)) {
            return change(WHOLES, WHOLE_KINDS, number -> number.add(BigDecimal.valueOf(dice.chance(0.5) ? 1 : -1)));
        }
        return change(DECIMALS, DECIMAL_KINDS, number -> scaled(number, dice.between(0.88, 1.12)));
    }

    /** A large edit that should do no harm. */
    List<TypedValue> large() {
        return change(ROOMY, ROOMY_KINDS, number -> scaled(number, dice.pick(LARGE)));
    }

    /** Words only: a note, a definition. */
    List<TypedValue> words() {
        EngineNode node = dice.pick(scenario.model.graph().nodes());
        String note = dice.pick(List.of(
                "aligned with brand team",
                "per KOL feedback",
                "see deck p. 14",
                "source: claims data",
                "to be confirmed"));
        return List.of(TypedValue.set(node.index(), "/note", note));
    }

    /** The same value again, perhaps with another number of zeros. */
    List<TypedValue> nothing() {
        EngineNode node = dice.pick(scenario.model.graph().nodes());
        Input input = scenario.versions.get(node.index()).input();
        for (var entry : input.keys().entrySet()) {
            if (entry.getValue() instanceof BigDecimal number) {
                BigDecimal same = dice.chance(0.5) ? number : number.setScale(Math.max(0, number.scale()) + 1);
                return List.of(TypedValue.set(node.index(), "/" + entry.getKey(), same));
            }
        }
        return List.of();
    }

    /** Small edits of many nodes, as an uploaded spreadsheet makes them. */
    List<TypedValue> many(int count) {
        var changes = new ArrayList<TypedValue>();
        for (int i = 0; i < count; i++) {
            changes.addAll(dice.chance(0.85) ? small() : large());
        }
        return changes;
    }

    private interface Typing {
        BigDecimal type(BigDecimal number);
    }

    private List<TypedValue> change(Map<NodeKind, List<String>> keys, List<NodeKind> kinds, Typing typing) {
        NodeKind kind = dice.pick(kinds);
        EngineNode node = dice.pick(scenario.model.nodes(kind));
        String path = dice.pick(keys.getOrDefault(kind, List.of()));
        if (!(scenario.versions.get(node.index()).input().at(path) instanceof BigDecimal number)) {
            return List.of();
        }
        BigDecimal typed = typing.type(number);
        return typed.compareTo(number) == 0 || isTheSame(number, typed)
                ? List.of()
                : List.of(TypedValue.set(node.index(), path, typed));
    }

    /** A sign must not turn by a usual edit, nor a count become nothing. */
    private static boolean isTheSame(BigDecimal before, BigDecimal after) {
        return before.signum() != after.signum();
    }

    private static BigDecimal scaled(BigDecimal number, double factor) {
        return number.multiply(BigDecimal.valueOf(factor)).setScale(Math.max(number.scale(), 0), RoundingMode.HALF_UP);
    }
}
