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
