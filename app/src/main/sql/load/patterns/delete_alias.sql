-- A fingerprint that is in use again is nobody's alias.
delete from pattern_alias
where pattern_alias.kind = ?
    and pattern_alias.fingerprint = ?
