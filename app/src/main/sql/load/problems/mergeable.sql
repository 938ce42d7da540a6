-- Whether the first problem may be merged into the second: neither is the other, and the second does not lead back.
select problem_target(?) <> problem_target(?)
