-- One row: the rules that the stored categories follow; none before the first load.
select pattern_rules.rules_fingerprint
from pattern_rules
