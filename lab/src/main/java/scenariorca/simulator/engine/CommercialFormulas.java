package scenariorca.simulator.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/** What the patients are worth: duration, dosing, volume, price, revenue. */
final class CommercialFormulas {
    /** What the column for money holds. */
    private static final double MOST_MONEY = 1e16;

    private CommercialFormulas() {}

    static double[] duration(Cell cell) {
        double months = cell.input().number("treatment_duration");
        int longest = cell.conditions().rules().maxDurationMonths();
        if (longest == Integer.MAX_VALUE) {
            if (months <= 0) {
                throw new IllegalArgumentException("treatment without duration");
            }
        } else if (months < 1 || months > longest) {
            throw new IllegalArgumentException(
                    Message.of("treatment_duration must be between 1 and %d months, got %s", longest, plain(months)));
        }
        double[] patients = cell.parent(NodeKind.COMPLIANCE);
        return cell.perYear((index, year) -> patients[index] * months);
    }

    static double[] dosing(Cell cell) {
        BigDecimal perMonth = cell.input().exact("doses_per_month");
        BigDecimal perDose = cell.input().exact("units_per_dose");
        BigDecimal perPack = cell.input().exact("units_per_pack");
        double packs = perMonth.multiply(perDose)
                .divide(perPack, MathContext.DECIMAL64)
                .doubleValue();
        double[] months = cell.parent(NodeKind.DURATION);
        return cell.perYear((index, year) -> months[index] * packs);
    }

    static double[] volume(Cell cell) {
        double wastage = PatientFormulas.fraction("wastage_rate", cell.input().number("wastage_rate"));
        double[] packs = cell.parent(NodeKind.DOSING);
        return cell.perYear((index, year) -> {
            double volume = StrictMath.ceil(packs[index] * (1 + wastage));
            if (volume < 0) {
                throw new IllegalStateException(
                        Message.of("Volume cannot be negative: %.0f packs in %d", volume, year));
            }
            return volume;
        });
    }

    static double[] price(Cell cell) {
        PatientFormulas.ask(cell.conditions(), Conditions.PRICING, 8443);
        double price = cell.input().number("price_per_unit");
        double growth = cell.input().number("price_growth");
        int start = cell.input().whole("start_year");
        int end = cell.input().whole("end_year");
        if (end < start) {
            throw new IllegalArgumentException(
                    Message.of("price contract ends before it starts (%d < %d)", end, start));
        }
        if (price < 0) {
            throw new IllegalArgumentException("price_per_unit must be positive");
        }
        return cell.perYear((index, year) -> price * Growth.power(1 + growth, index));
    }

    static double[] discount(Cell cell) {
        double rate = PatientFormulas.fraction("discount_rate", cell.input().number("discount_rate"));
        return cell.perYear((index, year) -> rate);
    }

    static double[] rebate(Cell cell) {
        double rate = PatientFormulas.fraction("rebate_rate", cell.input().number("rebate_rate"));
        return cell.perYear((index, year) -> rate);
    }

    static double[] netPrice(Cell cell) {
        double[] price = cell.parent(NodeKind.PRICE);
        double[] discount = cell.parent(NodeKind.DISCOUNT);
        double[] rebate = cell.parent(NodeKind.REBATE);
        double floor = cell.input().number("floor_price", 0);
        return cell.perYear((index, year) -> {
            double net = price[index] * (1 - discount[index] - rebate[index]);
            if (net < 0) {
                throw new IllegalStateException(Message.of("net price falls below zero in %d: %.2f", year, net));
            }
            return Math.max(floor, net);
        });
    }

    static double[] revenue(Cell cell) {
        double rate = cell.input().number("fx_rate");
        if (rate <= 0) {
            throw new IllegalArgumentException("exchange rate must be above zero");
        }
        double[] volume = cell.parent(NodeKind.VOLUME);
        double[] price = cell.parent(NodeKind.NET_PRICE);
        return cell.perYear((index, year) -> {
            double revenue = volume[index] * price[index] * rate;
            if (!(revenue < MOST_MONEY)) {
                throw new ArithmeticException(
                        Message.of("numeric field overflow: %.3e in %d does not fit numeric(18,2)", revenue, year));
            }
            return revenue;
        });
    }

    static double[] total(Cell cell) {
        return cell.perYear((index, year) -> {
            double sum = 0;
            for (Cell.Parent parent : cell.parents()) {
                sum += parent.values()[index];
            }
            if (sum >= MOST_MONEY) {
                throw new ArithmeticException("Overflow in column total_revenue, year " + year);
            }
            return sum;
        });
    }

    static double[] peak(Cell cell) {
        double peak = Arrays.stream(cell.first()).max().orElse(0);
        return cell.perYear((index, year) -> peak);
    }

    /** Looks whether sales jump; its failure is a hint to the user and fails no run. */
    static double[] check(Cell cell) {
        double most = cell.input().number("max_growth");
        double[] sales = cell.first();
        return cell.perYear((index, year) -> {
            if (index > 0 && sales[index] > sales[index - 1] * (1 + most)) {
                throw new IllegalStateException(Message.of("sales jump by more than %.0f%% in %d", 100 * most, year));
            }
            return 1;
        });
    }

    private static String plain(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }
}
