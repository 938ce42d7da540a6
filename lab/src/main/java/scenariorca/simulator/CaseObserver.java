package scenariorca.simulator;

import java.util.List;
import scenariorca.simulator.engine.Input;
import scenariorca.simulator.engine.StandardJob;

/** Is shown every failed run with all it takes to compute it again. */
@FunctionalInterface
interface CaseObserver {
    void failed(FailedCase failed);

    /**
     * A failed run.
     *
     * @param truth its line of the truth file
     * @param job what was computed
     * @param baseline the inputs of the last good run, or the initial ones before anything was wrong, by node index
     * @param faultless the platform and the model without any fault
     */
    record FailedCase(String truth, StandardJob job, List<Input> baseline, Platform.Situation faultless) {}
}
