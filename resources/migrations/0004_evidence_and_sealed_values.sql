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
