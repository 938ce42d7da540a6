package scenariorca.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scenariorca.warehouse.Query;
import scenariorca.warehouse.Warehouse;

/**
 * Looks whether the history is as loads wrote it: the chain by itself, each row against the last the chain says of it, and the
 * chain against a head that was taken away earlier. Every hash is computed anew, by statements of the program: nothing that is
 * kept in the warehouse is asked whether it is right.
 */
public final class AuditVerification {
    /** Rows named of one table; the others are counted. */
    private static final int MOST_FINDINGS = 1_000;

    private final Connection connection;

    private AuditVerification(Connection connection) {
        this.connection = connection;
    }

    /** @param heads taken away earlier; empty when there are none */
    public static AuditReport run(Warehouse warehouse, List<ChainHead> heads) {
        try (Connection connection = warehouse.connect("scenario-rca-verify")) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            return new AuditVerification(connection).report(heads);
        } catch (SQLException e) {
            throw warehouse.explain(e);
        }
    }

    /** The entry the chain ends with; empty while there is none. */
    public static Optional<ChainHead> head(Warehouse warehouse) {
        try (Connection connection = warehouse.connect("scenario-rca-audit")) {
            return Query.of(connection, "audit/last_entry.sql").first(ChainHead.class);
        } catch (SQLException e) {
            throw warehouse.explain(e);
        }
    }

    private AuditReport report(List<ChainHead> heads) {
        List<Entry> entries = composed("verify/entries.sql").list(Entry.class);
        var faults = new ArrayList<String>();
        entries.forEach(entry -> faults.addAll(entry.faults()));
        composed("verify/parts.sql").list(Part.class).forEach(part -> faults.add(part.fault()));
        heads.forEach(head -> fault(head, entries).ifPresent(faults::add));
        if (entries.isEmpty()) {
            return new AuditReport(null, faults, List.of());
        }
        List<AuditReport.Table> tables =
                HistoricalTables.names().stream().map(this::table).toList();
        return new AuditReport(entries.getLast().head(), faults, tables);
    }

    private Query composed(String file) {
        return Query.composed(connection, "audit/" + file, HistoricalTables.text(file));
    }

    /** What a head that was taken away says against the chain. */
    private static Optional<String> fault(ChainHead head, List<Entry> entries) {
        Optional<Entry> same = entries.stream()
                .filter(entry -> entry.entryNo() == head.entryNo())
                .findFirst();
        if (same.isEmpty()) {
            return Optional.of("entry %d, which the head taken away earlier is of, is gone: the chain was cut"
                    .formatted(head.entryNo()));
        }
        return same.get().entryHash().equals(head.entryHash())
                ? Optional.empty()
                : Optional.of("entry %d is not the one whose head was taken away earlier: the chain was written anew"
                        .formatted(head.entryNo()));
    }

    private AuditReport.Table table(String table) {
        String rows = HistoricalTables.rowSql(table).replace(":rows", table);
        List<FoundRow> found = Query.composed(
                        connection,
                        "audit/verify/rows.sql",
                        HistoricalTables.text("verify/rows.sql").replace(":rows", rows))
                .with("table_name", table)
                .with("limit", MOST_FINDINGS)
                .list(FoundRow.class);
        long all = Query.composed(
                        connection,
                        "audit/verify/count.sql",
                        HistoricalTables.text("verify/count.sql").replace(":rows", rows))
                .count();
        return new AuditReport.Table(
                table,
                all,
                found.isEmpty() ? 0 : found.getFirst().findingCount(),
                found.stream().map(FoundRow::finding).toList());
    }

    /** An entry and whether it is what it was. */
    private record Entry(
            long entryNo,
            long etlRunId,
            long rowCount,
            String entryHash,
            boolean isHashRight,
            boolean isLinked,
            boolean isInPlace) {
        ChainHead head() {
            return new ChainHead(entryNo, entryHash);
        }

        List<String> faults() {
            var faults = new ArrayList<String>();
            if (!isInPlace) {
                faults.add("entries are missing before entry %d".formatted(entryNo));
            }
            if (!isHashRight) {
                faults.add("entry %d (load %d) was changed, or parts of it were".formatted(entryNo, etlRunId));
            }
            if (isInPlace && !isLinked) {
                faults.add("entry %d does not follow from the entry before it".formatted(entryNo));
            }
            return faults;
        }
    }

    /** A part that is not what it was. */
    private record Part(
            long entryNo, String tableName, @Nullable LocalDate day) {
        String fault() {
            return "what entry %d says of %s%s was changed"
                    .formatted(entryNo, tableName, day == null ? "" : " on " + day);
        }
    }

    /** A row that somebody else wrote, and how many there are. */
    private record FoundRow(
            @Nullable LocalDate day,
            String rowId,
            String what,
            @Nullable Long beforeEntry,
            long findingCount) {
        AuditReport.Finding finding() {
            return new AuditReport.Finding(day, rowId, what, beforeEntry);
        }
    }
}
