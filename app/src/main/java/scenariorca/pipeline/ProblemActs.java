package scenariorca.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import scenariorca.problems.Act;

/** Reads acts on problems from their rows. */
final class ProblemActs {
    private ProblemActs() {}

    static Act of(ResultSet row) throws SQLException {
        String by = row.getString("acted_by");
        Instant at = SqlTime.instant(row, "acted_at");
        return switch (row.getString("action_type")) {
            case "resolve" ->
                new Act.Resolve(by, at, row.getString("argument"), SqlTime.instantOrNull(row, "released_at"));
            case "reopen" -> new Act.Reopen(by, at);
            case "ignore" ->
                new Act.Ignore(
                        by, at, SqlTime.instantOrNull(row, "until_at"), row.getObject("run_limit", Integer.class));
            case "assign" -> new Act.Assign(by, at, row.getString("argument"));
            default -> new Act.Remark(by, at);
        };
    }
}
