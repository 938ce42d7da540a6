-- The entry the chain ends with: number and hash; no row while there is none.
select
    audit_chain.entry_no,
    encode(audit_chain.entry_hash, 'hex') as entry_hash
from audit_chain
order by audit_chain.entry_no desc
limit 1
