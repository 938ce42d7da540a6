package scenariorca.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.basis.Stamp;
import scenariorca.simulator.engine.Input;
import scenariorca.simulator.engine.MarketEvent;

/** A scenario in the life of the platform: its inputs, its lifecycle, and what is wrong with it. */
final class Scenario {
    /** The inputs a successful run used. */
    record Good(UUID runId, Instant runAt, List<Version> versions, List<MarketEvent> events) {}

    final UUID id;
    final PlatformModel model;
    final UUID forecastInit;
    final @Nullable UUID core;
    final boolean isStarter;
    final Stamp created;
    final List<Version> initial;
    private final List<Input> soundInitial;
    /** The scripted scenarios are left alone by everybody who has no script. */
    boolean isScripted;

    String name;
    String status = "draft";
    Stamp updated;

    @Nullable
    Stamp submitted;

    @Nullable
    Stamp locked;

    @Nullable
    Stamp withdrawn;

    @Nullable
    Stamp deleted;

    final List<Version> versions;
    final List<EventVersion> events = new ArrayList<>();
    final List<Mistake> mistakes = new ArrayList<>();

    @Nullable
    Good lastGood;

    int editsSinceGood;
    int failedSinceMistake;
    int runs;
    /** Whether the last run failed for a reason that is no input. */
    boolean hasStumbled;
    /** When the last request is done and all it wrote is visible. */
    Instant busyUntil;

    Scenario(
            UUID id,
            PlatformModel model,
            UUID forecastInit,
            @Nullable UUID core,
            String name,
            boolean isStarter,
            Stamp created,
            List<Version> versions,
            List<Mistake> copied) {
        this.id = id;
        this.model = model;
        this.forecastInit = forecastInit;
        this.core = core;
        this.name = name;
        this.isStarter = isStarter;
        this.created = created;
        this.updated = created;
        this.initial = List.copyOf(versions);
        this.versions = new ArrayList<>(versions);
        this.busyUntil = created.at();
        this.mistakes.addAll(copied);
        this.soundInitial = copied.isEmpty() ? inputs(initial) : soundInputs();
    }

    /** The inputs as they are, by node index. */
    List<Input> inputs() {
        return inputs(versions);
    }

    /** The inputs with every mistake put back. */
    List<Input> soundInputs() {
        var inputs = inputs();
        for (Mistake mistake : mistakes) {
            inputs.set(mistake.node(), mistake.putBack(inputs.get(mistake.node())));
        }
        return inputs;
    }

    static List<Input> inputs(List<Version> versions) {
        var inputs = new Input[versions.size()];
        Arrays.setAll(inputs, index -> versions.get(index).input());
        return Arrays.asList(inputs);
    }

    /** The events as a run sees them. */
    List<MarketEvent> marketEvents() {
        return events.stream()
                .map(event -> new MarketEvent(event.id(), event.node(), event.input()))
                .toList();
    }

    boolean isEditable() {
        return deleted == null && !status.equals("locked") && !status.equals("submitted");
    }

    boolean isBroken() {
        return !mistakes.isEmpty();
    }

    /** The inputs the next run is compared with, and that run well: what a copied mistake spoilt is put back. */
    List<Input> baselineInputs() {
        return lastGood == null ? new ArrayList<>(soundInitial) : inputs(lastGood.versions());
    }

    /** The versions the next run is compared with: of the last good run, or the initial ones. */
    List<Version> baseline() {
        return lastGood == null ? initial : lastGood.versions();
    }
}
