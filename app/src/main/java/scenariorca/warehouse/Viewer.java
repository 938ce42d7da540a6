package scenariorca.warehouse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.Json;

/**
 * What one who asks may see of the warehouse; the database itself decides by it which rows there are.
 *
 * @param seesAll whether every scenario is seen
 * @param areas therapeutic areas whose scenarios are seen, sorted
 * @param user whose own scenarios are seen; null for nobody's
 */
public record Viewer(
        boolean seesAll, List<String> areas, @Nullable String user) {
    public static final Viewer ALL = new Viewer(true, List.of(), null);
    public static final Viewer NOBODY = new Viewer(false, List.of(), null);

    public Viewer {
        areas = List.copyOf(new TreeSet<>(areas));
    }

    /** One who sees what either sees. */
    public Viewer and(Viewer other) {
        if (seesAll || other.seesAll) {
            return ALL;
        }
        var both = new ArrayList<>(areas);
        both.addAll(other.areas);
        return new Viewer(false, both, user == null ? other.user : user);
    }

    /** As the database's setting {@code rca.viewer} takes it; equal viewers have equal texts. */
    public String json() {
        var fields = new LinkedHashMap<String, Object>();
        if (seesAll) {
            fields.put("all", true);
        } else {
            fields.put("areas", areas);
            if (user != null) {
                fields.put("user", user);
            }
        }
        return Json.write(fields);
    }
}
