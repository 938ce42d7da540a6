package scenariorca.simulator;

import scenariorca.simulator.basis.Agenda;

/** What operators can read about a fault: seldom the whole truth, and a little late. */
final class FaultLog {
    private final Office office;

    FaultLog(Office office) {
        this.office = office;
    }

    void begin(Agenda agenda, Fault fault) {
        if (fault.kind().equals("bad_release")) {
            String release = fault.effect()
                    .apply(scenariorca.simulator.engine.Conditions.healthy(
                            office.platform().rules()))
                    .rules()
                    .release();
            agenda.once(fault.from(), now -> office.worker().deployed(now, release));
            if (!fault.isLasting()) {
                agenda.once(
                        fault.until(),
                        now -> office.worker()
                                .deployed(now, office.platform().rules().release()));
            }
            return;
        }
        String begins = begins(fault.kind());
        if (!begins.isEmpty()) {
            agenda.once(fault.from().plusSeconds(140), now -> office.worker().operations(now, "ERROR", begins));
        }
        String ends = ends(fault.kind());
        if (!fault.isLasting() && !ends.isEmpty()) {
            agenda.once(fault.until(), now -> office.worker().operations(now, "INFO ", ends));
        }
    }

    private static String begins(String kind) {
        return switch (kind) {
            case "out_of_memory" ->
                "engine process exited with code 137, restarting (memory limit lowered by node pressure)";
            case "credential_expired" -> "role session forecast-engine expired, renewal failed";
            case "dependency_unavailable" -> "health check of a dependency failed 3 times: connection refused";
            case "late_upstream_data" -> "upstream delivery incomplete, waiting for the last period";
            case "deadlock", "concurrent_change" -> "";
            case "model_cycle" -> "";
            case "slow_nodes" -> "Deployed release 2026.46.2 of share-curves";
            default -> "";
        };
    }

    private static String ends(String kind) {
        return switch (kind) {
            case "out_of_memory" -> "engine memory limit restored to 4096 MB";
            case "credential_expired" -> "role session forecast-engine renewed";
            case "dependency_unavailable" -> "dependency healthy again";
            case "late_upstream_data" -> "upstream delivery complete";
            case "model_cycle" -> "model version withdrawn by model office";
            default -> "";
        };
    }
}
