package scenariorca.simulator.engine;

import java.util.Locale;
import java.util.function.Function;

/** What a node computes, how long that takes, and what its result is measured in. */
public enum NodeKind {
    HORIZON("Forecast Horizon", 20, "year", PatientFormulas::horizon),
    POPULATION("Population", 220, "persons", PatientFormulas::population),
    EPIDEMIOLOGY("Epidemiology", 340, "patients", PatientFormulas::epidemiology),
    DIAGNOSED("Diagnosed Patients", 120, "patients", PatientFormulas::diagnosed),
    SEGMENT("Patient Segment", 140, "patients", PatientFormulas::segment),
    SEGMENT_SPLIT("Segment Split", 90, "patients", PatientFormulas::segmentSplit),
    LINE("Line of Therapy", 210, "patients", PatientFormulas::line),
    SHARE("Competitor Share", 460, "share", ShareFormulas::uptake),
    TREATMENT_SHARE("Treatment Share", 520, "patients", ShareFormulas::treatmentShare),
    ACCESS("Market Access", 260, "patients", ShareFormulas::access),
    COMPLIANCE("Compliance", 180, "patients", ShareFormulas::compliance),
    DURATION("Treatment Duration", 240, "patient months", CommercialFormulas::duration),
    DOSING("Dosing", 200, "packs", CommercialFormulas::dosing),
    VOLUME("Volume", 280, "packs", CommercialFormulas::volume),
    PRICE("List Price", 380, "per pack", CommercialFormulas::price),
    DISCOUNT("Gross to Net", 110, "rate", CommercialFormulas::discount),
    REBATE("Payer Rebate", 110, "rate", CommercialFormulas::rebate),
    NET_PRICE("Net Price", 130, "per pack", CommercialFormulas::netPrice),
    REVENUE("Net Revenue", 310, "currency", CommercialFormulas::revenue),
    TOTAL("Total Revenue", 420, "currency", CommercialFormulas::total),
    PEAK("Peak Year Sales", 60, "currency", CommercialFormulas::peak),
    CHECK("Plausibility Check", 80, "flag", CommercialFormulas::check);

    private final String label;
    private final int milliseconds;
    private final String unit;
    private final Function<Cell, double[]> formula;

    NodeKind(String label, int milliseconds, String unit, Function<Cell, double[]> formula) {
        this.label = label;
        this.milliseconds = milliseconds;
        this.unit = unit;
        this.formula = formula;
    }

    /** What users call it. Example: Treatment Share. */
    public String label() {
        return label;
    }

    /** What it takes to compute ten years of it. */
    int milliseconds() {
        return milliseconds;
    }

    /** What its result is measured in. Example: patients. */
    public String unit() {
        return unit;
    }

    /** The platform's own word. Example: treatment_share. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    double[] compute(Cell cell) {
        return formula.apply(cell);
    }
}
