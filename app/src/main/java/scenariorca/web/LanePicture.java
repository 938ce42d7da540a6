package scenariorca.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import scenariorca.journey.Action;
import scenariorca.report.JourneyOutline;

/**
 * A journey as lanes over time, a lane per kind of action. Actions too close to be told apart are one mark that says how many
 * they are, so that ten thousand actions make no more marks than there is room for.
 */
record LanePicture(int height, List<Lane> lanes, List<Mark> marks, List<Tick> ticks) {
    static final int WIDTH = 1_000;
    static final int LABEL = 130;
    static final int LANE = 32;
    static final int TOP = 24;
    private static final int SLOT = 6;
    private static final int SPAN = WIDTH - LABEL - 10;
    private static final int TICKS = 6;
    private static final List<String> ORDER = List.of("scenario_mgmt", "input_data", "forecast_run", "config_change");

    record Lane(String name, int y) {}

    record Mark(String link, String title, String outcome, int x, int y, int height) {}

    record Tick(int x, String label) {}

    private record Slot(String lane, int x) {}

    private static final class Group {
        int count;
        int failed;
        int unknown;
        int newest;
        String first = "";
    }

    static LanePicture of(JourneyOutline journey, JourneyPage page) {
        List<JourneyOutline.Moment> actions = journey.moments();
        if (actions.isEmpty()) {
            return new LanePicture(0, List.of(), List.of(), List.of());
        }
        Instant start = actions.getFirst().action().at();
        long span = Math.max(
                60_000, Duration.between(start, actions.getLast().action().at()).toMillis());
        Map<Slot, Group> groups = new LinkedHashMap<>();
        for (int place = 0; place < actions.size(); place++) {
            Action action = actions.get(place).action();
            long at = Duration.between(start, action.at()).toMillis();
            var slot = new Slot(actions.get(place).category(), (int) (at * (SPAN - SLOT) / span) / SLOT * SLOT);
            add(groups.computeIfAbsent(slot, any -> new Group()), action, place);
        }
        List<Lane> lanes = new ArrayList<>();
        Map<String, Integer> y = new LinkedHashMap<>();
        for (String lane : ORDER) {
            if (groups.keySet().stream().anyMatch(slot -> slot.lane().equals(lane))) {
                y.put(lane, TOP + lanes.size() * LANE);
                lanes.add(new Lane(Show.words(lane), TOP + lanes.size() * LANE));
            }
        }
        List<Mark> marks = new ArrayList<>();
        groups.forEach((slot, group) -> marks.add(mark(slot, group, y.getOrDefault(slot.lane(), TOP), page)));
        return new LanePicture(TOP + lanes.size() * LANE + 8, lanes, marks, ticks(start, span));
    }

    private static void add(Group group, Action action, int place) {
        group.count++;
        group.failed += Boolean.FALSE.equals(action.success()) ? 1 : 0;
        group.unknown += action.success() == null ? 1 : 0;
        group.newest = place;
        if (group.first.isEmpty()) {
            group.first = Show.words(action.type()) + ", " + Show.time(action.at()) + " UTC";
        }
    }

    /** The more actions, the taller; those that failed reach to the edge of the lane. */
    private static Mark mark(Slot slot, Group group, int y, JourneyPage page) {
        String more = group.count == 1 ? "" : " and " + (group.count - 1) + " more";
        String failed = group.failed == 0 ? "" : ", " + group.failed + " failed";
        String outcome = group.failed > 0 ? "failed" : group.unknown == group.count ? "unknown" : "success";
        int height = group.failed > 0
                ? LANE - 6
                : Math.min(LANE - 10, 8 + 4 * (31 - Integer.numberOfLeadingZeros(group.count)));
        return new Mark(
                page.link(group.newest),
                group.first + more + failed,
                outcome,
                LABEL + slot.x(),
                y + LANE - 4 - height,
                height);
    }

    private static List<Tick> ticks(Instant start, long span) {
        List<Tick> ticks = new ArrayList<>();
        long step = RoundSteps.of(Duration.ofMillis(span), TICKS).toMillis();
        boolean isDays = step >= Duration.ofDays(1).toMillis();
        // From the first round time after the start: a day, or a whole step of the clock.
        long first = Math.ceilDiv(start.toEpochMilli(), step) * step;
        for (long at = first; at <= start.toEpochMilli() + span; at += step) {
            Instant time = Instant.ofEpochMilli(at);
            String label = isDays
                    ? Show.day(LocalDate.ofInstant(time, ZoneOffset.UTC))
                    : Show.time(time).substring(5);
            ticks.add(new Tick((int) (LABEL + SPAN * (at - start.toEpochMilli()) / span), label));
        }
        return ticks;
    }
}
