package scenariorca.simulator.engine;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The platform as a run finds it: everything that can fail a run without any input being wrong.
 *
 * @param memoryMb what the engine's process may use
 * @param hasCredential whether the credential for the object store is still valid
 * @param servicesDown names of services that refuse connections. Example: pricing-service
 * @param contention what a concurrent job does to the result table; null when nobody is there
 * @param rules the checks of the deployed release
 * @param lateDatasets upstream datasets that are not complete
 * @param slowdown how many times slower nodes of a kind are; missing means once
 */
public record Conditions(
        int memoryMb,
        boolean hasCredential,
        Set<String> servicesDown,
        @Nullable Contention contention,
        Rules rules,
        Set<String> lateDatasets,
        Map<NodeKind, Double> slowdown) {

    /** The service that knows list prices. */
    public static final String PRICING = "pricing-service";
    /** The service that knows populations. */
    public static final String REFERENCE = "reference-data";

    public Conditions {
        servicesDown = Set.copyOf(servicesDown);
        lateDatasets = Set.copyOf(lateDatasets);
        slowdown = slowdown.isEmpty() ? Map.of() : new EnumMap<>(slowdown);
    }

    /** A platform on which nothing is wrong. */
    public static Conditions healthy(Rules rules) {
        return new Conditions(4096, true, Set.of(), null, rules, Set.of(), Map.of());
    }

    public Conditions withMemory(int megabytes) {
        return new Conditions(megabytes, hasCredential, servicesDown, contention, rules, lateDatasets, slowdown);
    }

    public Conditions withoutCredential() {
        return new Conditions(memoryMb, false, servicesDown, contention, rules, lateDatasets, slowdown);
    }

    public Conditions withServiceDown(String service) {
        return new Conditions(memoryMb, hasCredential, Set.of(service), contention, rules, lateDatasets, slowdown);
    }

    public Conditions withContention(Contention other) {
        return new Conditions(memoryMb, hasCredential, servicesDown, other, rules, lateDatasets, slowdown);
    }

    public Conditions withRules(Rules other) {
        return new Conditions(memoryMb, hasCredential, servicesDown, contention, other, lateDatasets, slowdown);
    }

    public Conditions withLateDataset(String dataset) {
        return new Conditions(memoryMb, hasCredential, servicesDown, contention, rules, Set.of(dataset), slowdown);
    }

    public Conditions withSlowdown(Map<NodeKind, Double> other) {
        return new Conditions(memoryMb, hasCredential, servicesDown, contention, rules, lateDatasets, other);
    }

    /**
     * What a release checks.
     *
     * @param release its name. Example: 2026.47.0
     * @param maxDurationMonths the longest treatment it accepts
     * @param needsCurveType whether it reads the curve type of a share without asking whether there is one
     */
    public record Rules(String release, int maxDurationMonths, boolean needsCurveType) {}

    /**
     * Another job that writes the result table.
     *
     * @param isDeadlock whether both wait for each other; otherwise ours comes second and is refused
     * @param bucket the part of the table it holds, 0 to {@value #BUCKETS} - 1
     */
    public record Contention(boolean isDeadlock, int bucket) {
        /** How many parts the result table has. */
        public static final int BUCKETS = 16;
    }
}
