package scenariorca.simulator.engine;

import java.util.Objects;

/** Who gets the patients: uptake curves, treatment shares, access and compliance. */
final class ShareFormulas {
    private ShareFormulas() {}

    /** A competitor's share: from base to peak within time_to_peak years of its launch. */
    static double[] uptake(Cell cell) {
        Input input = cell.input();
        double base = input.number("base_share");
        double peak = input.number("peak_share");
        int launch = input.whole("launch_year");
        int steps = input.whole("time_to_peak");
        boolean isLogistic = "logistic".equals(curve(cell));
        return cell.perYear((index, year) -> {
            // Older nodes count progress in whole percent; a time to peak of zero is their undoing.
            int percent = Math.clamp(divided((year - launch) * 100L, steps), 0, 100);
            double reached = isLogistic ? logistic(percent / 100.0) : percent / 100.0;
            return base + (peak - base) * reached;
        });
    }

    /** Says what the machine says; by itself it would keep the text back once it has said it often. */
    private static long divided(long number, int by) {
        if (by == 0) {
            throw new ArithmeticException("/ by zero");
        }
        return number / by;
    }

    private static String curve(Cell cell) {
        String curve = cell.input().text("curve_type");
        if (cell.conditions().rules().needsCurveType()) {
            return Objects.requireNonNull(curve, "Cannot invoke \"String.toLowerCase()\" because \"curve\" is null");
        }
        return curve == null ? "linear" : curve;
    }

    /** From 0 at 0 to 1 at 1, steepest between. */
    private static double logistic(double progress) {
        return progress * progress * (3 - 2 * progress);
    }

    /** Our own share beside the competitors' of the same line. */
    static double[] treatmentShare(Cell cell) {
        double own = cell.input().number("market_share");
        double growth = cell.input().number("growth_rate", 0);
        double[] patients = cell.parent(NodeKind.LINE);
        var competitors = cell.parents(NodeKind.SHARE);
        return cell.perYear((index, year) -> {
            double share = own * Growth.power(1 + growth, index);
            double sum = share;
            for (Cell.Parent competitor : competitors) {
                sum += competitor.values()[index];
            }
            if (sum > 1 + 1e-9) {
                throw new IllegalStateException(
                        Message.of("Treatment shares add up to %.2f in %d, must not exceed 1", sum, year));
            }
            return patients[index] * share * left(cell, year);
        });
    }

    private static double left(Cell cell, int year) {
        double left = 1;
        if (cell.withEvents()) {
            for (MarketEvent event : cell.events()) {
                left *= event.node() == cell.node().index() ? event.left(year) : 1;
            }
        }
        if (left < 0) {
            throw new IllegalStateException("events take more than the whole share in " + year);
        }
        return left;
    }

    static double[] access(Cell cell) {
        double reimbursed = cell.input().number("reimbursed_pct");
        if (reimbursed < 0 || reimbursed > 100) {
            throw new IllegalArgumentException("reimbursed_pct out of range [0, 100]: " + reimbursed);
        }
        int delay = cell.input().whole("time_to_access");
        double rate = PatientFormulas.fraction("access_rate", cell.input().number("access_rate"));
        double[] patients = cell.parent(NodeKind.TREATMENT_SHARE);
        return cell.perYear((index, year) -> {
            double ramp = Math.min(100, divided((index + 1) * 100L, delay)) / 100.0;
            if (reimbursed > 0 && reimbursed < 1) {
                throw new IllegalStateException(
                        Message.of("fewer than 1%% of treated patients are reimbursed in %d, check the unit", year));
            }
            return patients[index] * rate * reimbursed / 100 * ramp;
        });
    }

    static double[] compliance(Cell cell) {
        double compliance = cell.input().number("compliance_rate");
        double persistence =
                PatientFormulas.fraction("persistence", cell.input().number("persistence"));
        double[] patients = cell.parent(NodeKind.ACCESS);
        return cell.perYear((index, year) -> {
            double compliant = patients[index] * compliance * persistence;
            if (compliant > patients[index]) {
                throw new IllegalStateException(Message.of(
                        "%.0f compliant patients in %d, only %.0f have access", compliant, year, patients[index]));
            }
            return compliant;
        });
    }
}
