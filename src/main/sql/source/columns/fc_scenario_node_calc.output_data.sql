-- The beginning of the output is enough to recognise it; whole outputs would dwarf the warehouse.
left(output_data::text, 120)
