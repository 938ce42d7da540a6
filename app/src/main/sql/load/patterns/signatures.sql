-- Every masked message learnt, with its pattern.
select
    pattern_signature.signature,
    pattern_signature.fingerprint
from pattern_signature
