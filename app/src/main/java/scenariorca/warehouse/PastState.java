package scenariorca.warehouse;

import java.time.Instant;
import java.util.List;

/**
 * The state of the warehouse at an earlier time: what transactions had written that began by then.
 *
 * @param until when that state was published
 * @param unseen those that had begun by then, but were published later: when each began, as the database writes it
 */
public record PastState(Instant until, List<String> unseen) {
    public PastState {
        unseen = List.copyOf(unseen);
    }

    /** Binds it where a statement asks for it. */
    Query on(Query query, NamedSql sql) {
        return sql.names().contains("as_of_until")
                ? query.with("as_of_until", until).withAll("as_of_unseen", unseen)
                : query;
    }
}
