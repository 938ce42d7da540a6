package scenariorca.alerts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scenariorca.diagnosis.Diagnosis;
import scenariorca.diagnosis.Verdict;
import scenariorca.explanation.EvidenceReader;
import scenariorca.warehouse.WarehouseReader;
import scenariorca.warehouse.WarehouseState;

/** Looks at the warehouse with the eyes of a channel's readers: the database shows what they may see. */
final class AlertReader {
    private static final Logger log = LoggerFactory.getLogger("rca.alerts");

    private final WarehouseReader reader;
    private final AlertChannel channel;

    AlertReader(WarehouseReader reader, AlertChannel channel) {
        this.reader = reader;
        this.channel = channel;
    }

    /** How problems stand, by id; those are missing of which no run that the channel wants is seen. */
    Map<String, AlertSubject> standings(List<String> problemIds) {
        AlertFilter filter = channel.filter();
        return reader
                .read(
                        channel.viewer(),
                        snapshot -> snapshot.query("alerts/standings.sql")
                                .withAll("problem_ids", problemIds)
                                .withAny("areas", filter.areas())
                                .withAny("models", filter.models())
                                .withAny("environments", filter.environments())
                                .list(AlertSubject.class))
                .stream()
                .collect(Collectors.toMap(found -> found.what().problemId(), Function.identity()));
    }

    /** Why a run went wrong; empty when it cannot be explained, which must not keep a message from going out. */
    Optional<Verdict> verdict(UUID runId) {
        try {
            return reader.read(channel.viewer(), snapshot -> EvidenceReader.read(snapshot, runId))
                    .map(Diagnosis::explain);
        } catch (RuntimeException | StackOverflowError e) { // the edge of a run: what is odd about it is its own
            log.warn("told without its cause run={} {}", runId, e.getMessage());
            return Optional.empty();
        }
    }

    WarehouseState state() {
        return reader.state();
    }
}
