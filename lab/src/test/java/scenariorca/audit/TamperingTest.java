package scenariorca.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import scenariorca.LoadedWarehouse;
import scenariorca.SourcePlatform;
import scenariorca.platform.SqlFile;

/** Somebody with the rights of the tables' owner, who knows how the chain is made, and changes history. */
@Tag("system")
final class TamperingTest {
    private static final long SEED = 20_261_130;
    private static final int TRIES = 200;
    private static final List<String> DEEDS = List.of("change", "remove", "add", "double");

    private static SourcePlatform platform;
    private static LoadedWarehouse warehouse;
    private static ChainHead head;

    private final Random random = new Random(SEED);

    @BeforeAll
    static void load() {
        platform = SourcePlatform.of(4, 10, 6);
        warehouse = new LoadedWarehouse(platform);
        warehouse.full();
        platform.execute(SqlFile.read("bench/change.sql").replace(":turn", "1").replace(":calcs", "5"));
        warehouse.incremental();
        head = Objects.requireNonNull(warehouse.verifyAudit().head());
        for (String table : HistoricalTables.names()) {
            warehouse.execute("create table kept_%1$s as select * from %1$s".formatted(table));
            // A row doubled by who owns the table stands in no key's way.
            dropKeys(table);
        }
        warehouse.execute("create table kept_chain as select * from audit_chain");
        warehouse.execute("create table kept_parts as select * from audit_chain_part");
    }

    @AfterAll
    static void close() {
        warehouse.close();
        platform.close();
    }

    @Test
    void two_hundred_rows_changed_removed_added_and_doubled_are_all_found() {
        var unseen = new ArrayList<String>();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            String table = any(HistoricalTables.names());
            String deed = DEEDS.get(attempt % DEEDS.size());
            String done = tamper(table, deed);
            boolean isRechained = attempt % 5 == 0;
            if (isRechained) {
                rechain(table);
            }
            AuditReport report = warehouse.verifyAudit(head);
            boolean isNamed =
                    report.tables().stream().anyMatch(found -> found.table().equals(table) && found.findingCount() > 0);
            boolean isToldByHead = report.faults().stream().anyMatch(fault -> fault.contains("written anew"));
            if (isRechained ? !isToldByHead : !isNamed) {
                unseen.add(done + (isRechained ? ", chained anew" : ""));
            }
            putBack(table, isRechained);
        }

        assertThat(unseen).as("seed %d", SEED).isEmpty();
        assertThat(warehouse.verifyAudit(head).isIntact())
                .as("after all was put back")
                .isTrue();
    }

    /** One row of the table otherwise, gone, new or twice; what was done, in words. */
    private String tamper(String table, String deed) {
        List<String> places = warehouse.values("select ctid from %s%s order by ctid".formatted(table, covered(table)));
        String place = any(places);
        String column = any(columns(table));
        String source = "from %s where ctid = '%s'".formatted(table, place);
        switch (deed) {
            case "remove" -> warehouse.execute("delete " + source);
            case "double" ->
                warehouse.execute("insert into %s overriding system value select * %s".formatted(table, source));
            case "change" ->
                warehouse.execute("update %s set %s = %s where ctid = '%s'"
                        .formatted(table, column, another(table, column), place));
            default -> {
                String all = warehouse.value(
                        """
                        select string_agg(case when attname = '%s' then '%s' else attname end, ', ' order by attnum)
                        from pg_attribute where attrelid = '%s'::regclass and attnum > 0 and not attisdropped
                        """.formatted(column, another(table, column).replace("'", "''"), table));
                warehouse.execute("insert into %s overriding system value select %s %s".formatted(table, all, source));
            }
        }
        return "%s %s of %s at %s".formatted(deed, column, table, place);
    }

    private static String covered(String table) {
        return table.equals("fact_node_calc_detail") ? " where calc_outcome in ('failed', 'timeout')" : "";
    }

    /** The columns that the chain covers. */
    private static List<String> columns(String table) {
        String row = HistoricalTables.rowSql(table);
        return Pattern.compile("audited\\.(\\w+)")
                .matcher(row.substring(row.indexOf("record_send")))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .filter(column -> !(table.equals("fact_node_calc_detail") && column.equals("calc_outcome")))
                .toList();
    }

    /** A value of the column's type that is not the one it has. */
    private static String another(String table, String column) {
        String type = warehouse.value(
                "select format_type(atttypid, null) from pg_attribute where attrelid = '%s'::regclass and attname = '%s'"
                        .formatted(table, column));
        return switch (type) {
            case "text" -> "coalesce(%s, '') || 'x'".formatted(column);
            case "uuid" -> "gen_random_uuid()";
            case "boolean" -> "not coalesce(%s, true)".formatted(column);
            case "integer", "bigint", "numeric" -> "coalesce(%s, 0) + 1".formatted(column);
            case "timestamp with time zone" -> "coalesce(%s, now()) + interval '1 microsecond'".formatted(column);
            case "jsonb" -> "jsonb_build_array(%s)".formatted(column);
            default -> throw new AssertionError(type);
        };
    }

    /** Whoever owns a table may do without its keys. */
    private static void dropKeys(String table) {
        warehouse.values("""
                select 'alter table ' || conrelid::regclass || ' drop constraint ' || conname || ' cascade'
                from pg_constraint where conrelid = '%1$s'::regclass and contype in ('p', 'f', 'u')
                union all
                select 'alter table %1$s alter column ' || attname || ' drop identity'
                from pg_attribute where attrelid = '%1$s'::regclass and attidentity <> ''
                """.formatted(table)).forEach(warehouse::execute);
    }

    /** The chain made right again for what the table holds now, entry by entry, as the program would. */
    private static void rechain(String table) {
        warehouse.execute("delete from audit_chain_part where table_name = '%s'".formatted(table));
        warehouse.execute(SqlFile.read("audit/scan.sql")
                        .replace(" on commit drop", "")
                        .replace("temporary ", "")
                        .replace(":rows", HistoricalTables.rowSql(table).replace(":rows", table))
                        .replace(":slices", "1")
                + "; "
                + HistoricalTables.text("parts_of_scan.sql")
                        .replace(":table_name", "'" + table + "'")
                        .replace(":entry_no", "1")
                + "; drop table audit_scan");
        for (long entry = 1; entry <= head.entryNo(); entry++) {
            warehouse.execute("""
                    update audit_chain as changed
                    set row_count = found.rows, previous_hash = found.previous
                    from (
                        select coalesce(sum(cardinality(row_ids)), 0) as rows, coalesce((
                            select entry_hash from audit_chain where entry_no = %1$d - 1
                        ), '') as previous
                        from audit_chain_part where entry_no = %1$d
                    ) as found where changed.entry_no = %1$d;
                    update audit_chain as entries set entry_hash = %2$s where entries.entry_no = %1$d
                    """.formatted(entry, SqlFile.read("audit/hash_of_entry.sql")));
        }
        assertThat(warehouse.verifyAudit().faults())
                .as("written anew, the chain by itself says nothing")
                .isEmpty();
    }

    private static void putBack(String table, boolean isRechained) {
        warehouse.execute("truncate %1$s; insert into %1$s select * from kept_%1$s".formatted(table));
        if (isRechained) {
            warehouse.execute("""
                    truncate audit_chain, audit_chain_part;
                    insert into audit_chain select * from kept_chain;
                    insert into audit_chain_part overriding system value select * from kept_parts
                    """);
        }
    }

    private String any(List<String> things) {
        return things.get(random.nextInt(things.size()));
    }
}
