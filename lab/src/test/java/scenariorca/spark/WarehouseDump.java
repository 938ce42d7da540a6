package scenariorca.spark;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import scenariorca.LoadedWarehouse;

/** Compares what two warehouses hold, but for surrogate keys, times of loads, and the record of loads. */
final class WarehouseDump {
    /** The record of what was loaded when and how, which is not what was loaded. */
    private static final String RECORDS = "'etl_run', 'etl_watermark', 'etl_chunk', 'agg_lake_hour', 'schema_history',"
            + " 'audit_chain', 'audit_chain_part'";

    private WarehouseDump() {}

    /** The tables that differ, each with how many rows and some of those that the other lacks. */
    static List<String> differences(LoadedWarehouse one, LoadedWarehouse other) {
        var found = new ArrayList<String>();
        for (String table : one.values("""
                        select classes.relname
                        from pg_class as classes
                        where classes.relnamespace = current_schema()::regnamespace
                            and classes.relkind in ('r', 'p')
                            and not classes.relispartition
                            and classes.relname not in (%s)
                        order by 1
                        """.formatted(RECORDS))) {
            String rows = rows(one, table);
            List<String> here = one.values(rows);
            List<String> there = other.values(rows);
            if (!here.equals(there)) {
                found.add("%s: %d and %d rows; only here %s; only there %s"
                        .formatted(table, here.size(), there.size(), without(here, there), without(there, here)));
            }
        }
        return found;
    }

    private static List<String> without(List<String> rows, List<String> others) {
        var known = new HashSet<>(others);
        return rows.stream().filter(row -> !known.contains(row)).limit(2).toList();
    }

    /** Rows as text; a pattern's key is replaced by its fingerprint, which is the same in both. */
    private static String rows(LoadedWarehouse warehouse, String table) {
        String columns = String.join(", ", warehouse.values("""
                        select case
                            when columns.attname = 'error_pattern_key' and classes.relname <> 'dim_error_pattern' then
                                '(select patterns.fingerprint from dim_error_pattern as patterns'
                                || ' where patterns.error_pattern_key = x.error_pattern_key)'
                            else 'x.' || quote_ident(columns.attname)
                        end
                        from pg_class as classes
                        inner join pg_attribute as columns
                            on columns.attrelid = classes.oid
                        where classes.oid = '%s'::regclass
                            and columns.attnum > 0
                            and not columns.attisdropped
                            and columns.attname not in ('loaded_at', 'last_error_at', 'first_seen_at_load', 'etl_run_id')
                            and columns.attidentity = ''
                        order by columns.attnum
                        """.formatted(table)));
        return """
                select listed.text
                from (select row(%s)::text as text from %s as x) as listed
                order by listed.text collate "C"
                """.formatted(columns, table);
    }
}
