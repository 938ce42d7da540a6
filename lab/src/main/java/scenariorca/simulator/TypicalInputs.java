package scenariorca.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.engine.EngineNode;
import scenariorca.simulator.engine.Input;

/** The inputs an experienced forecaster would start from: plausible for the model, and together computable. */
final class TypicalInputs {
    private final PlatformModel model;
    private final int startYear;
    private final Dice dice;

    TypicalInputs(PlatformModel model, int startYear, Dice dice) {
        this.model = model;
        this.startYear = startYear;
        this.dice = dice;
    }

    /** One input per node, by index. */
    List<Input> all() {
        return model.graph().nodes().stream().map(this::input).toList();
    }

    private Input input(EngineNode node) {
        ModelSpec spec = model.spec();
        return switch (node.kind()) {
            case HORIZON ->
                of(
                        "start_year",
                        startYear,
                        "end_year",
                        startYear + dice.whole(8, 12),
                        "timeframe",
                        "annual",
                        "unit",
                        "year");
            case POPULATION ->
                of(
                        "market_size",
                        round(spec.population(), -4),
                        "growth_rate",
                        near(0.004, 4),
                        "start_year",
                        startYear - 1,
                        "source_dataset",
                        spec.dataset(),
                        "input_type",
                        "absolute",
                        "actuals_flag",
                        true,
                        "unit",
                        "persons");
            case EPIDEMIOLOGY ->
                of(
                        "rate",
                        near(spec.rate(), 7),
                        "epi_type",
                        spec.isIncidence() ? "incidence" : "prevalence",
                        "values",
                        yearly(spec.rate()),
                        "unit",
                        "fraction");
            case DIAGNOSED ->
                of("diagnosis_rate", within(0.6, 0.9), "growth_rate", within(0.002, 0.01), "unit", "fraction");
            case SEGMENT ->
                of("segment_share", share(0.9 / spec.segments().size()), "definition", node.name(), "unit", "fraction");
            case SEGMENT_SPLIT -> of("tolerance", 0.001, "unit", "fraction");
            case LINE ->
                of(
                        "line_of_therapy",
                        model.places().get(node.index()).line(),
                        "treated_rate",
                        within(0.6, 0.9),
                        "progression_rate",
                        within(0.4, 0.7),
                        "unit",
                        "fraction");
            case SHARE -> competitor(spec.competitors().size());
            case TREATMENT_SHARE ->
                of(
                        "market_share",
                        within(0.06, 0.2),
                        "growth_rate",
                        within(0.0, 0.012),
                        "selected_output",
                        "patients",
                        "pfs_flag",
                        dice.chance(0.3),
                        "unit",
                        "fraction");
            case ACCESS ->
                of(
                        "reimbursed_pct",
                        dice.whole(60, 95),
                        "access_rate",
                        within(0.7, 0.95),
                        "time_to_access",
                        dice.whole(1, 3),
                        "unit",
                        "percent");
            case COMPLIANCE ->
                of("compliance_rate", within(0.7, 0.95), "persistence", within(0.55, 0.9), "unit", "fraction");
            case DURATION ->
                of(
                        "treatment_duration",
                        Math.max(2, spec.months() + dice.whole(-3, 3)),
                        "dosing_type",
                        dice.pick(List.of("weekly", "every 3 weeks", "daily")),
                        "pfs_flag",
                        false,
                        "unit",
                        "months");
            case DOSING ->
                of(
                        "doses_per_month",
                        dice.whole(1, 4),
                        "units_per_dose",
                        dice.whole(1, 3),
                        "units_per_pack",
                        dice.pick(List.of(1, 2, 4, 10, 28)),
                        "unit",
                        "packs");
            case VOLUME -> of("wastage_rate", within(0.0, 0.06), "rounding", "up", "unit", "packs");
            case PRICE ->
                of(
                        "price_per_unit",
                        near(spec.price(), 2),
                        "price_growth",
                        within(-0.01, 0.03),
                        "start_year",
                        startYear - 2,
                        "end_year",
                        startYear + 10,
                        "currency",
                        spec.currency(),
                        "unit",
                        spec.currency() + " per pack");
            case DISCOUNT -> of("discount_rate", within(0.08, 0.3), "unit", "fraction");
            case REBATE -> of("rebate_rate", within(0.04, 0.2), "unit", "fraction");
            case NET_PRICE -> of("floor_price", 0, "unit", spec.currency() + " per pack");
            case REVENUE -> of("fx_rate", 1, "unit", spec.currency());
            case TOTAL -> of("selected_output", "revenue", "unit", spec.currency());
            case PEAK -> of("selected_output", "peak", "unit", spec.currency());
            case CHECK -> of("max_growth", dice.chance(0.85) ? 9.5 : 0.35, "unit", "fraction");
        };
    }

    /** A competitor's curve; all peaks of a line together stay near 0.55. Some nodes never were given a curve type. */
    private Input competitor(int siblings) {
        double peak = share(0.55 / siblings).doubleValue();
        var keys = new LinkedHashMap<String, @Nullable Object>();
        keys.put("base_share", round(peak * dice.between(0.2, 0.6), 3));
        keys.put("peak_share", round(peak, 3));
        keys.put("time_to_peak", BigDecimal.valueOf(dice.whole(2, 6)));
        keys.put("launch_year", BigDecimal.valueOf(startYear - dice.whole(0, 4)));
        if (dice.chance(0.7)) {
            keys.put("curve_type", dice.pick(List.of("logistic", "linear")));
        }
        keys.put("line_of_therapy", BigDecimal.ONE);
        keys.put("unit", "fraction");
        return Input.of(keys);
    }

    private List<Map<String, @Nullable Object>> yearly(double rate) {
        var values = new ArrayList<Map<String, @Nullable Object>>();
        for (int i = 0; i < 4; i++) {
            var entry = new LinkedHashMap<String, @Nullable Object>();
            entry.put("year", startYear + i);
            entry.put("value", near(rate * (1 + 0.01 * i), 7));
            values.add(entry);
        }
        return values;
    }

    private static Input of(@Nullable Object... pairs) {
        return Input.of(pairs);
    }

    private BigDecimal share(double typical) {
        return round(typical * dice.between(0.85, 1.05), 3);
    }

    private BigDecimal near(double typical, int places) {
        return round(typical * dice.between(0.92, 1.08), places);
    }

    private BigDecimal within(double low, double high) {
        return round(dice.between(low, high), 3);
    }

    static BigDecimal round(double value, int places) {
        return new BigDecimal(value)
                .setScale(places, RoundingMode.HALF_UP)
                .setScale(Math.max(0, places), RoundingMode.UNNECESSARY);
    }
}
