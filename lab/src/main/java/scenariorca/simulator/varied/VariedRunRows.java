package scenariorca.simulator.varied;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.basis.Stamp;
import scenariorca.simulator.output.Journal;
import scenariorca.simulator.output.RowText;
import scenariorca.simulator.output.Table;
import scenariorca.simulator.varied.engine.Failure;
import scenariorca.simulator.varied.engine.FailureKind;
import scenariorca.simulator.varied.engine.Node;
import scenariorca.simulator.varied.engine.Result;
import scenariorca.simulator.varied.engine.Result.Calculation;
import scenariorca.simulator.varied.engine.Result.Status;

/** Writes a run with its branches and calculations, each when the platform would. */
final class VariedRunRows {
    private static final int MOST_REASON = 255;
    private static final int COMMIT_MS = 60;

    private final Journal journal;
    private final Dice ids;
    private final RowText row = new RowText();

    VariedRunRows(Journal journal, Dice ids) {
        this.journal = journal;
        this.ids = ids;
    }

    /** @param watchedMs how long a dead worker goes unnoticed, in milliseconds; 0 for a run that ended by itself */
    void write(UUID id, Plan plan, Stamp stamp, Result result, @Nullable String reason, long watchedMs) {
        Instant ended = stamp.at().plusMillis(result.tookMs() + watchedMs);
        Service service = plan.model.service();
        journal.open(
                stamp.at(),
                Table.FC_SCENARIO_RUN,
                id,
                run(id, plan, stamp, service.spelling().of(Status.ABANDONED), null, null));
        byte[] last = run(id, plan, stamp, service.spelling().of(result.status()), ended, shortened(reason));
        journal.last(ended.plusMillis(COMMIT_MS), Table.FC_SCENARIO_RUN, id, last);
        for (Result.Branch branch : result.branches()) {
            branch(id, plan, stamp, branch);
        }
    }

    private byte[] run(
            UUID id, Plan plan, Stamp stamp, String status, @Nullable Instant ended, @Nullable String reason) {
        row.add(id).add(plan.id).add(status).add(stamp.at()).add(stamp.user()).add(stamp.request());
        return row.add(ended).add(reason).take();
    }

    private void branch(UUID run, Plan plan, Stamp stamp, Result.Branch branch) {
        UUID id = ids.id();
        row.add(id).add(run).add(branch.tag());
        long begun = branch.calculations().isEmpty()
                ? 1
                : branch.calculations().getFirst().startMs();
        journal.last(stamp.at().plusMillis(begun), Table.FC_SCENARIO_RUN_BRANCH, id, row.take());
        for (Calculation calculation : branch.calculations()) {
            calculation(id, plan, stamp, calculation);
        }
    }

    private void calculation(UUID branch, Plan plan, Stamp stamp, Calculation calculation) {
        UUID id = ids.id();
        Service service = plan.model.service();
        Node node = calculation.node();
        Instant start = stamp.at().plusMillis(calculation.startMs());
        Instant end = stamp.at().plusMillis(calculation.endMs());
        boolean hasBegun = calculation.status() != Status.SKIPPED;
        boolean hasEnded = calculation.status() != Status.ABANDONED;
        row.add(id).add(branch).add(node.id()).add(plan.saved.get(node.index()).id());
        row.add(hasBegun ? start : null).add(hasBegun && hasEnded ? end : null);
        double[] values = calculation.values();
        row.add(values == null ? null : Outputs.json(plan.model, node, values));
        row.add(calculation.status() == Status.SUCCESS).add(start).add(hasEnded ? end : start);
        row.add(service.spelling().of(calculation.status())).add(shortened(reason(service, calculation)));
        journal.last(end, Table.FC_SCENARIO_NODE_CALC, id, row.take());
    }

    private static @Nullable String reason(Service service, Calculation calculation) {
        Failure failure = calculation.failure();
        if (failure == null || !service.voice().hasReason()) {
            return null;
        }
        return service.voice().says(calculation.node(), failure);
    }

    /** What the run itself says. */
    static @Nullable String reason(Service service, Result result, List<Node> nodes) {
        Failure failure = result.failure();
        if (failure == null || failure.kind() == FailureKind.KILLED) {
            return null;
        }
        Node node = nodes.get(result.failing());
        String said = service.voice().says(node, failure);
        return switch (service.reasons()) {
            case SAME -> said;
            case WRAPPED -> "Forecast stopped at step " + (node.index() + 1) + ": " + said;
            case GENERAL -> "Forecast did not complete";
            case NONE -> null;
        };
    }

    /** The column holds 255 characters. */
    private static @Nullable String shortened(@Nullable String reason) {
        return reason == null || reason.length() <= MOST_REASON ? reason : reason.substring(0, MOST_REASON);
    }

    /** Results as platforms store them. */
    static final class Outputs {
        private Outputs() {}

        static String json(TradeModel model, Node node, double[] values) {
            var documents = new LinkedHashMap<String, @Nullable Object>();
            var numbers = new java.util.ArrayList<@Nullable Object>();
            for (int period = 0; period < Math.min(values.length, 120); period++) {
                Object number = Double.isFinite(values[period]) ? decimal(values[period]) : null;
                switch (node.index() % 3) {
                    case 0 -> numbers.add(number);
                    case 1 -> documents.put(model.documented().label(period), number);
                    default -> {
                        var record = new LinkedHashMap<String, @Nullable Object>();
                        record.put("period", model.documented().label(period));
                        record.put(node.quantity(), number);
                        numbers.add(record);
                    }
                }
            }
            var output = new LinkedHashMap<String, @Nullable Object>();
            output.put("quantity", node.quantity());
            output.put("values", node.index() % 3 == 1 ? documents : numbers);
            return scenariorca.simulator.engine.InputText.json(output);
        }

        private static java.math.BigDecimal decimal(double value) {
            return java.math.BigDecimal.valueOf(value).round(new java.math.MathContext(8));
        }
    }
}
