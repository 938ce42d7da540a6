package scenariorca.simulator.varied;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.basis.LogDelivery;

/**
 * What runs that fail of one thing have in common.
 *
 * @param id of the mistake, the publication, the spell of weather; of the run for a fluke
 * @param until when it was mended; null when that is not known in advance
 * @param isRelease whether it came with a publication of a model
 */
record CauseOrigin(String id, Instant from, @Nullable Instant until, boolean isRelease) {
    static CauseOrigin of(UUID run, Instant at, Plan plan, Cause cause, Weather weather) {
        return switch (cause.truthClass()) {
            case "input" -> {
                SavedMistake last = plan.mistakes.getLast();
                yield new CauseOrigin(plan.mistakes.getFirst().versionId().toString(), last.at(), null, false);
            }
            case "model" -> {
                TradeModel.Revision revision = plan.model.revision();
                yield new CauseOrigin(
                        plan.model.id() + "@" + LogDelivery.iso(revision.at()), revision.at(), null, true);
            }
            case "fluke" -> new CauseOrigin(run.toString(), at, null, false);
            default ->
                weather.spell(cause.kind(), at, plan.model)
                        .map(CauseOrigin::of)
                        .orElseThrow(() -> new IllegalStateException("no spell of " + cause.kind() + " at " + at));
        };
    }

    private static CauseOrigin of(Weather.Spell spell) {
        String feed = spell.feed() == null ? "" : "@" + spell.models() + spell.feed();
        String id = spell.kind().word() + "@" + LogDelivery.iso(spell.from()) + feed;
        return new CauseOrigin(id, spell.from(), spell.until(), false);
    }

    Map<String, @Nullable Object> json() {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", id);
        json.put("from", LogDelivery.iso(from));
        json.put("until", until == null ? null : LogDelivery.iso(until));
        json.put("is_release", isRelease);
        return json;
    }
}
