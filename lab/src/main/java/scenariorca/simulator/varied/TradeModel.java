package scenariorca.simulator.varied;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.engine.Input;
import scenariorca.simulator.varied.domain.Domain;
import scenariorca.simulator.varied.engine.Horizon;
import scenariorca.simulator.varied.engine.Job;
import scenariorca.simulator.varied.engine.Network;
import scenariorca.simulator.varied.engine.Node;
import scenariorca.simulator.varied.engine.Surroundings;

/** A model of one trade on one engine, with its publications. */
final class TradeModel {
    /**
     * A publication.
     *
     * @param fault what is wrong with it. Example: bad_formula; null when nothing is
     * @param place node at which it is wrong or other; -1 for the first
     */
    record Revision(
            Instant at,
            Network network,
            String version,
            @Nullable String fault,
            int place) {}

    private final UUID id;
    private final String name;
    private final Domain domain;
    private final Service service;
    private final Horizon documented;
    private final String horizonPath;
    private final List<Job.Variant> variants;
    private final List<Revision> revisions = new ArrayList<>();

    TradeModel(
            UUID id,
            String name,
            Domain domain,
            Service service,
            Horizon documented,
            String horizonPath,
            List<Job.Variant> variants,
            Revision first) {
        this.id = id;
        this.name = name;
        this.domain = domain;
        this.service = service;
        this.documented = documented;
        this.horizonPath = horizonPath;
        this.variants = List.copyOf(variants);
        revisions.add(first);
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    Domain domain() {
        return domain;
    }

    Service service() {
        return service;
    }

    Horizon documented() {
        return documented;
    }

    String horizonPath() {
        return horizonPath;
    }

    List<Job.Variant> variants() {
        return variants;
    }

    Revision revision() {
        return revisions.getLast();
    }

    Instant createdAt() {
        return revisions.getFirst().at();
    }

    /** The latest publication nothing is wrong with. */
    Revision sound() {
        for (int i = revisions.size() - 1; i > 0; i--) {
            if (revisions.get(i).fault() == null) {
                return revisions.get(i);
            }
        }
        return revisions.getFirst();
    }

    boolean isFaulty() {
        return revision().fault() != null;
    }

    void publish(Revision revision) {
        revisions.add(revision);
    }

    List<Node> nodes() {
        return revision().network().nodes();
    }

    Job job(Network network, List<Input> inputs, Surroundings world, double pace) {
        return new Job(network, inputs, documented, horizonPath, variants, service.habits(), world, pace);
    }
}
