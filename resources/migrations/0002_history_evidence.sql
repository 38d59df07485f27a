-- What a row of history says (who, when, why, from where, old and new values) has a hash of its own, keyed with the
-- client's key, that its log entry signs together with the record's hashes. Rows from before have none.
ALTER TABLE history ADD COLUMN entry_hash BLOB;
