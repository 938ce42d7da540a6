package scenariorca.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.engine.EngineNode;
import scenariorca.simulator.engine.Input;
import scenariorca.simulator.engine.NodeKind;

/** What somebody could type wrong in a scenario, by kind. Whether it really fails is for the engine to say. */
final class MistakeIdeas {
    private static final List<NodeKey> ZEROS = List.of(
            new NodeKey(NodeKind.SHARE, "/time_to_peak"),
            new NodeKey(NodeKind.DOSING, "/units_per_pack"),
            new NodeKey(NodeKind.ACCESS, "/time_to_access"));
    private static final List<NodeKey> FRACTIONS = List.of(
            new NodeKey(NodeKind.DIAGNOSED, "/diagnosis_rate"),
            new NodeKey(NodeKind.LINE, "/treated_rate"),
            new NodeKey(NodeKind.LINE, "/progression_rate"),
            new NodeKey(NodeKind.COMPLIANCE, "/compliance_rate"),
            new NodeKey(NodeKind.COMPLIANCE, "/persistence"),
            new NodeKey(NodeKind.DISCOUNT, "/discount_rate"),
            new NodeKey(NodeKind.ACCESS, "/access_rate"),
            new NodeKey(NodeKind.EPIDEMIOLOGY, "/rate"));
    private static final List<NodeKey> COUNTS = List.of(
            new NodeKey(NodeKind.POPULATION, "/market_size"),
            new NodeKey(NodeKind.DOSING, "/units_per_dose"),
            new NodeKey(NodeKind.DOSING, "/doses_per_month"),
            new NodeKey(NodeKind.EPIDEMIOLOGY, "/values/1/value"),
            new NodeKey(NodeKind.SEGMENT, "/segment_share"));
    private static final List<NodeKey> REQUIRED = List.of(
            new NodeKey(NodeKind.POPULATION, "/market_size"),
            new NodeKey(NodeKind.POPULATION, "/growth_rate"),
            new NodeKey(NodeKind.EPIDEMIOLOGY, "/rate"),
            new NodeKey(NodeKind.DIAGNOSED, "/diagnosis_rate"),
            new NodeKey(NodeKind.SEGMENT, "/segment_share"),
            new NodeKey(NodeKind.LINE, "/treated_rate"),
            new NodeKey(NodeKind.SHARE, "/peak_share"),
            new NodeKey(NodeKind.SHARE, "/base_share"),
            new NodeKey(NodeKind.SHARE, "/launch_year"),
            new NodeKey(NodeKind.TREATMENT_SHARE, "/market_share"),
            new NodeKey(NodeKind.ACCESS, "/access_rate"),
            new NodeKey(NodeKind.COMPLIANCE, "/compliance_rate"),
            new NodeKey(NodeKind.DURATION, "/treatment_duration"),
            new NodeKey(NodeKind.DOSING, "/units_per_pack"),
            new NodeKey(NodeKind.VOLUME, "/wastage_rate"),
            new NodeKey(NodeKind.PRICE, "/price_per_unit"),
            new NodeKey(NodeKind.PRICE, "/price_growth"),
            new NodeKey(NodeKind.DISCOUNT, "/discount_rate"),
            new NodeKey(NodeKind.REBATE, "/rebate_rate"),
            new NodeKey(NodeKind.REVENUE, "/fx_rate"));

    private record NodeKey(NodeKind kind, String path) {}

    private final Scenario scenario;
    private final Dice dice;

    MistakeIdeas(Scenario scenario, Dice dice) {
        this.scenario = scenario;
        this.dice = dice;
    }

    /** One change, or two that are meant to fail only together; empty when there is nothing to get wrong in this way. */
    List<TypedValue> propose(MistakeKind kind) {
        return switch (kind) {
            case SHARES_ABOVE_ONE -> shares();
            case DIVISION_BY_ZERO -> typed(dice.pick(ZEROS), number -> BigDecimal.ZERO);
            case PERCENT_AS_FRACTION -> typed(dice.pick(FRACTIONS), this::asPercent);
            case FRACTION_AS_PERCENT ->
                typed(new NodeKey(NodeKind.ACCESS, "/reimbursed_pct"), number -> number.movePointLeft(2));
            case NEGATIVE_COUNT -> typed(dice.pick(COUNTS), BigDecimal::negate);
            case MISSING_KEY -> missing(dice.pick(REQUIRED));
            case TEXT_IN_NUMBER -> typed(dice.pick(REQUIRED), this::asText);
            case END_BEFORE_START -> endBeforeStart();
            case DURATION_OUT_OF_RANGE ->
                one(NodeKind.DURATION, "/treatment_duration", dice.pick(List.of(0, 144, 180, 240, 365, 730, -6, 1200)));
            case OVERFLOW -> overflow();
            case HORIZON_TIMEOUT -> one(NodeKind.HORIZON, "/end_year", dice.pick(List.of(2999, 3035, 20_350, 20_300)));
            case TWO_INPUTS_TOGETHER -> dice.chance(0.6) ? discounts() : peaks();
        };
    }

    private interface Typing {
        Object type(BigDecimal number);
    }

    private List<TypedValue> typed(NodeKey key, Typing typing) {
        EngineNode node = dice.pick(scenario.model.nodes(key.kind()));
        return scenario.versions.get(node.index()).input().at(key.path()) instanceof BigDecimal number
                ? List.of(TypedValue.set(node.index(), key.path(), typing.type(number)))
                : List.of();
    }

    private List<TypedValue> one(NodeKind kind, String path, Object value) {
        return List.of(TypedValue.set(dice.pick(scenario.model.nodes(kind)).index(), path, value));
    }

    private List<TypedValue> shares() {
        return switch (dice.below(4)) {
            case 0, 1 ->
                one(
                        NodeKind.TREATMENT_SHARE,
                        "/market_share",
                        dice.pick(List.of(0.9, 0.85, 0.95, 0.8, 0.75, 1.2, 0.62)));
            case 2 -> one(NodeKind.SHARE, "/peak_share", TypicalInputs.round(dice.between(0.78, 1.1), 2));
            default ->
                scenario.model.spec().segments().size() < 2
                        ? List.of()
                        : one(NodeKind.SEGMENT, "/segment_share", TypicalInputs.round(dice.between(0.85, 1.3), 2));
        };
    }

    /** 0.35 typed as 35; a rate per person typed per 100 000. */
    private Object asPercent(BigDecimal number) {
        return number.doubleValue() < 0.05
                ? number.movePointRight(5).stripTrailingZeros()
                : number.movePointRight(2).stripTrailingZeros();
    }

    private Object asText(BigDecimal number) {
        String plain = number.toPlainString();
        return switch (dice.below(6)) {
            case 0 -> plain.contains(".") ? plain.replace('.', ',') : plain + ",0";
            case 1 -> "n/a";
            case 2 -> plain + "%";
            case 3 -> "TBD";
            case 4 -> "approx. " + plain;
            default -> plain + " *";
        };
    }

    private List<TypedValue> missing(NodeKey key) {
        EngineNode node = dice.pick(scenario.model.nodes(key.kind()));
        return scenario.versions.get(node.index()).input().has(key.path())
                ? List.of(TypedValue.remove(node.index(), key.path()))
                : List.of();
    }

    private List<TypedValue> endBeforeStart() {
        EngineNode node = dice.pick(scenario.model.nodes(dice.chance(0.5) ? NodeKind.HORIZON : NodeKind.PRICE));
        Input input = scenario.versions.get(node.index()).input();
        return input.at("/start_year") instanceof BigDecimal start
                ? List.of(
                        TypedValue.set(node.index(), "/end_year", start.subtract(BigDecimal.valueOf(dice.whole(1, 9)))))
                : List.of();
    }

    private List<TypedValue> overflow() {
        return switch (dice.below(4)) {
            case 0 ->
                typed(
                        new NodeKey(NodeKind.PRICE, "/price_per_unit"),
                        number -> number.movePointRight(dice.whole(9, 12)));
            case 1 -> one(NodeKind.PRICE, "/price_growth", dice.pick(List.of(25, 40, 150)));
            case 2 -> one(NodeKind.POPULATION, "/growth_rate", dice.pick(List.of(12, 40, 40.5)));
            default ->
                typed(new NodeKey(NodeKind.REVENUE, "/fx_rate"), number -> number.movePointRight(dice.whole(9, 12)));
        };
    }

    private List<TypedValue> discounts() {
        EngineNode discount = dice.pick(scenario.model.nodes(NodeKind.DISCOUNT));
        EngineNode rebate = scenario.model.graph().nodes().get(discount.index() + 1);
        return List.of(
                TypedValue.set(discount.index(), "/discount_rate", TypicalInputs.round(dice.between(0.56, 0.72), 2)),
                TypedValue.set(rebate.index(), "/rebate_rate", TypicalInputs.round(dice.between(0.48, 0.66), 2)));
    }

    /** Two competitors of one line, each raised far enough that only both together leave no room. */
    private List<TypedValue> peaks() {
        EngineNode share = dice.pick(scenario.model.nodes(NodeKind.TREATMENT_SHARE));
        int competitors = scenario.model.spec().competitors().size();
        var order = new ArrayList<Integer>();
        for (int i = 1; i <= competitors; i++) {
            order.add(share.index() - i);
        }
        int first = order.remove(dice.below(order.size()));
        int second = order.remove(dice.below(order.size()));
        return List.of(raised(first), raised(second));
    }

    private TypedValue raised(int node) {
        double peak = scenario.versions.get(node).input().at("/peak_share") instanceof BigDecimal number
                ? number.doubleValue()
                : 0.2;
        return TypedValue.set(node, "/peak_share", TypicalInputs.round(peak + dice.between(0.22, 0.4), 2));
    }
}
