-- Sealed fields. What stands in a client's column is no value but a commitment to it ("sealed:…", blinded, so that nobody can
-- guess): history, requests, merges and row hashes carry that. The value lies here, sealed to the key of a role.
ALTER TABLE clients ADD COLUMN id_number TEXT NOT NULL DEFAULT '';
ALTER TABLE clients ADD COLUMN bank_account TEXT NOT NULL DEFAULT '';
CREATE INDEX clients_by_id_number ON clients (id_number) WHERE id_number <> '';
CREATE INDEX clients_by_bank_account ON clients (bank_account) WHERE bank_account <> '';

CREATE TABLE sealed_values (
    token TEXT PRIMARY KEY NOT NULL,    -- what the client's field says
    client_pk INTEGER NOT NULL REFERENCES clients (pk), -- the record it was entered for; a merge may carry the token on
    field TEXT NOT NULL,                -- 'id_number', 'bank_account', 'custom:NAME'
    epoch INTEGER NOT NULL,             -- of the role's key
    box BLOB NOT NULL                   -- sealed box (X25519): client, field, value, blinding
) WITHOUT ROWID;
CREATE INDEX sealed_values_by_client ON sealed_values (client_pk);
CREATE INDEX sealed_values_by_epoch ON sealed_values (epoch);

-- For equality only; the key of the code is derived from the role's, so that nobody else can look for a value. Filled by whoever
-- has the role, at the entry or in the next session.
CREATE TABLE sealed_index (
    token TEXT PRIMARY KEY NOT NULL REFERENCES sealed_values (token) ON DELETE CASCADE,
    epoch INTEGER NOT NULL,
    field TEXT NOT NULL,
    mac BLOB NOT NULL                   -- BLAKE2b-256, keyed
) WITHOUT ROWID;
CREATE INDEX sealed_index_by_mac ON sealed_index (mac);

-- That the client agreed to this use of such data.
CREATE TABLE consents (
    pk INTEGER PRIMARY KEY,
    client_pk INTEGER NOT NULL REFERENCES clients (pk),
    purpose TEXT NOT NULL,              -- 'identity', 'payment', 'custom:NAME'
    evidence TEXT NOT NULL DEFAULT '',  -- where the client's word is kept; empty: not named yet
    origin TEXT NOT NULL DEFAULT '',    -- 'form', 'row 17 of clients.csv'
    given_at TEXT NOT NULL,
    recorded_by INTEGER NOT NULL REFERENCES users (pk),
    withdrawn_at TEXT NOT NULL DEFAULT '',
    withdrawn_by INTEGER REFERENCES users (pk),
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX consents_by_client ON consents (client_pk, pk);

-- Evidence: what people looked at and searched for comes into the log by journals, one per person and computer
-- (core/security/LookJournal.h).
CREATE TABLE look_journals (
    pk INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,            -- 16 random bytes of the file on that computer
    user_pk INTEGER NOT NULL REFERENCES users (pk),
    host TEXT NOT NULL,
    slot INTEGER NOT NULL               -- several programs of one person at the same time
);
CREATE TABLE look_rows (
    audit_seq INTEGER NOT NULL REFERENCES audit_entries (seq), -- the entry whose root has it
    ordinal INTEGER NOT NULL,
    journal_pk INTEGER NOT NULL REFERENCES look_journals (pk),
    number INTEGER NOT NULL,            -- 1, 2, 3 … in its journal; one that is missing shows
    at TEXT NOT NULL,
    actor_pk INTEGER NOT NULL REFERENCES users (pk), -- always the entry's own
    kind TEXT NOT NULL,                 -- 'client.look', 'client.search', …
    client_pk INTEGER REFERENCES clients (pk),
    text_key TEXT NOT NULL DEFAULT '',  -- as audit_entries.detail_key
    text BLOB,                          -- sealed: what was searched for, which field was revealed
    text_hash BLOB NOT NULL,            -- of the sealed text; empty where there never was one
    PRIMARY KEY (audit_seq, ordinal)
) WITHOUT ROWID;
CREATE UNIQUE INDEX look_rows_by_number ON look_rows (journal_pk, number);
CREATE INDEX look_rows_by_client ON look_rows (client_pk, at) WHERE client_pk IS NOT NULL;
CREATE INDEX look_rows_by_actor ON look_rows (actor_pk, at);
CREATE INDEX audit_entries_by_time ON audit_entries (at, seq);
