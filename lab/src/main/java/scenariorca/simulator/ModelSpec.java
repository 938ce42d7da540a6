package scenariorca.simulator;

import java.util.List;

/**
 * What a model is about: the facts from which its nodes and the typical inputs are made.
 *
 * @param population persons in the market
 * @param rate patients per person
 * @param segments patient segments. Example: PD-L1 High
 * @param lines lines of therapy per segment
 * @param competitors their brands, as many as are shown per line
 * @param price per pack, in the currency
 * @param months typical treatment duration
 * @param dataset where its population comes from. Example: EPI_EU_2026Q3
 */
record ModelSpec(
        String name,
        String therapeuticArea,
        String disease,
        String region,
        String country,
        String currency,
        double population,
        double rate,
        boolean isIncidence,
        List<String> segments,
        int lines,
        List<String> competitors,
        double price,
        int months,
        String dataset) {

    ModelSpec {
        segments = List.copyOf(segments);
        competitors = List.copyOf(competitors);
    }

    /** The models of the platform, small and large. */
    static final List<ModelSpec> ALL = List.of(
            new ModelSpec(
                    "NSCLC EU",
                    "Oncology",
                    "Non-Small Cell Lung Cancer",
                    "Europe",
                    "EU5",
                    "EUR",
                    331_000_000,
                    0.00042,
                    true,
                    List.of("PD-L1 High", "PD-L1 Low", "EGFR Mutated"),
                    2,
                    List.of("Docetaxel", "Pembrolizumab", "Osimertinib"),
                    2_940,
                    9,
                    "EPI_EU_2026Q3"),
            new ModelSpec(
                    "Breast Cancer US",
                    "Oncology",
                    "Breast Cancer",
                    "North America",
                    "United States",
                    "USD",
                    335_000_000,
                    0.00071,
                    true,
                    List.of("HER2 Positive", "HR Positive"),
                    3,
                    List.of("Trastuzumab", "Palbociclib", "Capecitabine", "Fulvestrant"),
                    5_180,
                    14,
                    "EPI_US_2026Q3"),
            new ModelSpec(
                    "Psoriasis Japan",
                    "Immunology",
                    "Psoriasis",
                    "Asia Pacific",
                    "Japan",
                    "JPY",
                    124_000_000,
                    0.0034,
                    false,
                    List.of("Moderate to Severe"),
                    2,
                    List.of("Adalimumab", "Secukinumab"),
                    71_400,
                    24,
                    "EPI_JP_2026Q3"),
            new ModelSpec(
                    "Heart Failure Germany",
                    "Cardiology",
                    "Heart Failure",
                    "Europe",
                    "Germany",
                    "EUR",
                    83_200_000,
                    0.021,
                    false,
                    List.of("Reduced EF", "Preserved EF"),
                    1,
                    List.of("Sacubitril", "Dapagliflozin", "Spironolactone"),
                    186,
                    36,
                    "EPI_DE_2026Q3"),
            new ModelSpec(
                    "Multiple Myeloma EU",
                    "Oncology",
                    "Multiple Myeloma",
                    "Europe",
                    "EU5",
                    "EUR",
                    331_000_000,
                    0.00006,
                    true,
                    List.of("Transplant Eligible", "Transplant Ineligible", "Relapsed"),
                    3,
                    List.of("Lenalidomide", "Daratumumab", "Bortezomib", "Carfilzomib"),
                    4_310,
                    18,
                    "EPI_EU_2026Q3"),
            new ModelSpec(
                    "Migraine UK",
                    "Neurology",
                    "Migraine",
                    "Europe",
                    "United Kingdom",
                    "GBP",
                    67_700_000,
                    0.09,
                    false,
                    List.of("Chronic"),
                    2,
                    List.of("Erenumab", "Topiramate"),
                    390,
                    8,
                    "EPI_UK_2026Q3"),
            new ModelSpec(
                    "Lymphoma Global",
                    "Oncology",
                    "Diffuse Large B-Cell Lymphoma",
                    "Global",
                    "Top 10 Markets",
                    "USD",
                    1_180_000_000,
                    0.00005,
                    true,
                    List.of("Fit", "Unfit", "High Risk", "Double Hit", "Relapsed"),
                    3,
                    List.of("Rituximab", "Polatuzumab", "Axicabtagene", "Lenalidomide", "Tafasitamab"),
                    6_870,
                    7,
                    "EPI_GL_2026Q3"));

    /** The model of this name. */
    static ModelSpec named(String name) {
        return ALL.stream().filter(spec -> spec.name().equals(name)).findFirst().orElseThrow();
    }
}
