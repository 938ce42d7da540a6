-- Every fingerprint retired, of one kind.
select
    pattern_alias.fingerprint,
    pattern_alias.replaced_by
from pattern_alias
where pattern_alias.kind = ?
