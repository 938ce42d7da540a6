-- Kind and size: whether there was an output, and whether it grew or shrank. Turning whole outputs into text was measured
-- to double the time the source needs, and would dwarf the warehouse.
jsonb_typeof(output_data::jsonb) || ', ' || pg_column_size(output_data) || ' bytes'
