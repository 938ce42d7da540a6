-- The time of this transaction, by the source's clock; taking it takes the snapshot.
select now()
