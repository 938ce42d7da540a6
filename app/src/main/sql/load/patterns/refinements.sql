-- Every finer pattern given out.
select
    pattern_refinement.signature,
    pattern_refinement.root_type,
    pattern_refinement.error_code,
    pattern_refinement.frames,
    pattern_refinement.fingerprint
from pattern_refinement
