-- What one question to the lake may take of this machine.
set memory_limit = '512MB';
set threads = 1;
set preserve_insertion_order = false
