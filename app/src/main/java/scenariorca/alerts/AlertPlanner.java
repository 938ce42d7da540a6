package scenariorca.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scenariorca.alerts.AlertDecision.Moment;
import scenariorca.diagnosis.Verdict;
import scenariorca.warehouse.WarehouseState;

/** Decides what a channel is told of what has changed since it last looked, and puts that into its outbox. */
final class AlertPlanner {
    private static final String PROBLEM = "problem/";

    private final AlertChannel channel;
    private final AlertReader reader;
    private final AlertWriter writer;

    AlertPlanner(AlertChannel channel, AlertReader reader, AlertWriter writer) {
        this.channel = channel;
        this.reader = reader;
        this.writer = writer;
    }

    /** Looks at all that has changed. Costs one small question when nothing has. */
    void plan(AlertStore store, Instant now) {
        String viewer = channel.viewer().json();
        Optional<AlertStore.Place> known = store.place(viewer);
        if (known.isEmpty()) {
            long last = store.lastChange();
            store.decided(problems(store, store.openProblems(), new Moment(now, true)), viewer, last, now);
        } else if (!known.get().isSameViewer()) {
            store.giveUpWaiting(now);
            store.decided(List.of(), viewer, known.get().changeNo(), now);
        }
        long place = known.map(AlertStore.Place::changeNo).orElseGet(store::lastChange);
        List<AlertStore.Changed> changed = store.changedAfter(place);
        while (!changed.isEmpty()) {
            List<String> ids =
                    changed.stream().map(AlertStore.Changed::problemId).toList();
            place = changed.getLast().changeNo();
            store.decided(problems(store, ids, new Moment(now, false)), viewer, place, now);
            changed = store.changedAfter(place);
        }
        List<AlertStore.Told> late = late(store, now);
        if (!late.isEmpty()) {
            store.decided(late, viewer, place, now);
        }
    }

    private List<AlertStore.Told> problems(AlertStore store, List<String> ids, Moment moment) {
        Map<String, AlertSubject> standings = reader.standings(ids);
        Map<String, AlertThread> threads =
                store.threads(ids.stream().map(PROBLEM::concat).toList());
        var told = new ArrayList<AlertStore.Told>();
        for (String id : ids) {
            var sight = new AlertDecision.Sight(PROBLEM + id, threads.get(PROBLEM + id), standings.get(id));
            AlertDecision.of(sight, channel.filter(), moment)
                    .ifPresent(decision ->
                            told.add(new AlertStore.Told(decision, message(store, decision, sight, moment.at()))));
        }
        return told;
    }

    private @Nullable AlertMessage message(
            AlertStore store, AlertDecision decision, AlertDecision.Sight sight, Instant time) {
        AlertSubject now = sight.now();
        if (decision.kind() == null) {
            return null;
        }
        if (now == null) {
            return store.lastTold(decision.thread())
                    .map(last -> writer.gone(last, time))
                    .orElse(null);
        }
        boolean isOver = decision.kind() == AlertKind.RECOVERED;
        Verdict verdict =
                isOver ? null : reader.verdict(now.strikes().lastRunId()).orElse(null);
        return writer.problem(decision, sight.known(), now, verdict);
    }

    private List<AlertStore.Told> late(AlertStore store, Instant now) {
        WarehouseState state = reader.state();
        Map<String, AlertThread> threads = store.threads(List.of("load", "logs"));
        var told = new ArrayList<AlertStore.Told>();
        for (AlertKind kind : List.of(AlertKind.LOAD_LATE, AlertKind.LOGS_BEHIND)) {
            boolean isLoad = kind == AlertKind.LOAD_LATE;
            Instant reached = isLoad ? state.freshTo() : state.logsCompleteTo();
            if (reached == null) {
                continue; // before the first load, or logs were never complete: nothing is known to be late
            }
            Duration most = isLoad ? channel.late().load() : channel.late().logs();
            boolean isLate = reached.plus(most).isBefore(now);
            AlertDecision.of(kind, threads.get(AlertDecision.subject(kind)), isLate, channel.filter())
                    .map(decision -> new AlertStore.Told(
                            decision, decision.kind() == null ? null : writer.late(decision, kind, reached, now)))
                    .ifPresent(told::add);
        }
        return told;
    }
}
