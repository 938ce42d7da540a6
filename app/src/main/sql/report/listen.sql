-- A load says "notify rca_published" in the transaction that publishes it.
listen rca_published
