-- The office's own truth. Times are UTC, ISO 8601 with milliseconds and Z. Everything derived (search index, sort
-- keys, duplicate keys) stands in a stream of its own and can be thrown away. No collation or function of ours in any
-- column or index: a stock SQLCipher shell reads and changes this file.

CREATE TABLE settings (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
) WITHOUT ROWID;

CREATE TABLE departments (
    pk INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE users (
    pk INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE,          -- the same 16 bytes as in the keyring
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,      -- case-folded, so that two spellings are one user
    role TEXT NOT NULL CHECK (role IN ('sales', 'service', 'manager', 'data_admin', 'auditor')),
    department_pk INTEGER REFERENCES departments (pk),
    state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'disabled')),
    sign_key BLOB NOT NULL,             -- Ed25519 public key: checks this person's entries in the log
    seal_key BLOB NOT NULL,             -- X25519 public key
    created_at TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
);

-- Every public key a person ever signed with, so that old entries stay checkable after a new password or recovery.
CREATE TABLE user_keys (
    user_pk INTEGER NOT NULL REFERENCES users (pk),
    sign_key BLOB NOT NULL,
    since_seq INTEGER NOT NULL,         -- audit_entries.seq from which it counts
    PRIMARY KEY (user_pk, since_seq)
) WITHOUT ROWID;

CREATE TABLE clients (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL CHECK (type IN ('company', 'person')),
    name TEXT NOT NULL,
    contact TEXT NOT NULL DEFAULT '',
    position TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',     -- E.164, or as written where that is not possible
    phone_ext TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    other_phones TEXT NOT NULL DEFAULT '',
    other_emails TEXT NOT NULL DEFAULT '',
    province TEXT NOT NULL DEFAULT '',
    city TEXT NOT NULL DEFAULT '',
    district TEXT NOT NULL DEFAULT '',
    street TEXT NOT NULL DEFAULT '',
    postcode TEXT NOT NULL DEFAULT '',
    country TEXT NOT NULL DEFAULT '',
    industry TEXT NOT NULL DEFAULT '',
    activity TEXT NOT NULL DEFAULT '',
    owner_pk INTEGER REFERENCES users (pk),
    source TEXT NOT NULL DEFAULT '',
    credit_code TEXT NOT NULL DEFAULT '',
    website TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '',      -- ';' before, between and after, so that one is found by instr
    notes TEXT NOT NULL DEFAULT '',
    contacts TEXT NOT NULL DEFAULT '',  -- further contacts, JSON array
    custom TEXT NOT NULL DEFAULT '',    -- the office's own fields, JSON object
    status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'archived', 'erased', 'merged')),
    merged_into INTEGER REFERENCES clients (pk),
    incomplete INTEGER NOT NULL DEFAULT 0,
    findings TEXT NOT NULL DEFAULT '',  -- 'field:rule' separated by blanks
    last_contact_at TEXT NOT NULL DEFAULT '',
    verified_at TEXT NOT NULL DEFAULT '',
    verified_by INTEGER REFERENCES users (pk),
    created_at TEXT NOT NULL,
    created_by INTEGER NOT NULL REFERENCES users (pk),
    updated_at TEXT NOT NULL,
    updated_by INTEGER NOT NULL REFERENCES users (pk),
    batch_pk INTEGER REFERENCES batches (pk),
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX clients_by_owner ON clients (owner_pk, pk);
CREATE INDEX clients_by_phone ON clients (phone) WHERE phone <> '';
CREATE INDEX clients_by_email ON clients (email) WHERE email <> '';
CREATE INDEX clients_by_credit_code ON clients (credit_code) WHERE credit_code <> '';
CREATE INDEX clients_by_updated ON clients (updated_at, pk);
CREATE INDEX clients_by_city ON clients (city, pk);
CREATE INDEX clients_by_status ON clients (status, pk) WHERE status <> 'active';
CREATE INDEX clients_by_survivor ON clients (merged_into) WHERE merged_into IS NOT NULL;

-- 32 random bytes per client: row hashes and log details are made with it, so that deleting it makes an erased
-- client's values unguessable and its details unreadable.
CREATE TABLE client_keys (
    client_pk INTEGER PRIMARY KEY REFERENCES clients (pk),
    key BLOB NOT NULL
);

CREATE TABLE id_counters (
    day TEXT PRIMARY KEY NOT NULL,      -- yyyymmdd in the office's time zone
    last INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE audit_entries (
    seq INTEGER PRIMARY KEY,            -- 1, 2, 3 … without gaps
    at TEXT NOT NULL,
    actor_pk INTEGER NOT NULL REFERENCES users (pk),
    host TEXT NOT NULL,
    action TEXT NOT NULL,
    object TEXT NOT NULL,
    op_id BLOB NOT NULL UNIQUE,
    row_count INTEGER NOT NULL,
    root BLOB NOT NULL,                 -- over every row's hash before and after
    detail_key TEXT NOT NULL DEFAULT '',-- 'client:<pk>' or 'month:<yyyy-mm>': whose key opens the detail
    detail BLOB,                        -- sealed
    detail_hash BLOB NOT NULL,          -- of the sealed detail, so that removing it later breaks nothing
    prev_hash BLOB NOT NULL,
    hash BLOB NOT NULL,
    signature BLOB NOT NULL             -- Ed25519 by the actor over hash
);
CREATE INDEX audit_entries_by_actor ON audit_entries (actor_pk, seq);
CREATE INDEX audit_entries_by_object ON audit_entries (object, seq);

-- Rows other than clients that an entry changed; those of clients stand in history.
CREATE TABLE audit_rows (
    seq INTEGER NOT NULL REFERENCES audit_entries (seq),
    ordinal INTEGER NOT NULL,
    object TEXT NOT NULL,               -- 'request:12', 'user:3', 'setting:name'
    before_hash BLOB,
    after_hash BLOB,
    PRIMARY KEY (seq, ordinal)
) WITHOUT ROWID;

CREATE TABLE log_keys (
    month TEXT PRIMARY KEY NOT NULL,
    key BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE applied_ops (
    op_id BLOB PRIMARY KEY NOT NULL,
    audit_seq INTEGER NOT NULL,
    at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE change_feed (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    audit_seq INTEGER NOT NULL,
    kind TEXT NOT NULL,                 -- 'client', 'request', 'merge', 'user', 'setting', 'decision', 'batch'
    first_pk INTEGER NOT NULL,
    last_pk INTEGER NOT NULL
);

CREATE TABLE batches (
    pk INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,                 -- 'import', 'mass_change', 'sample'
    name TEXT NOT NULL,                 -- of the file, without its folder
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'undone')),
    started_at TEXT NOT NULL,
    finished_at TEXT NOT NULL DEFAULT '',
    started_by INTEGER NOT NULL REFERENCES users (pk),
    rows INTEGER NOT NULL DEFAULT 0,
    created INTEGER NOT NULL DEFAULT 0,
    updated INTEGER NOT NULL DEFAULT 0,
    skipped INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0,
    mapping TEXT NOT NULL DEFAULT '',   -- JSON
    version INTEGER NOT NULL DEFAULT 1
);

-- One row per change of one client: the values before and after, who is their author, and where they came from.
CREATE TABLE history (
    pk INTEGER PRIMARY KEY,
    client_pk INTEGER NOT NULL REFERENCES clients (pk),
    client_version INTEGER NOT NULL,    -- after the change
    audit_seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    author_pk INTEGER NOT NULL REFERENCES users (pk), -- who wrote the values; the approver is the entry's actor
    action TEXT NOT NULL,               -- 'create', 'update', 'import', 'merge', 'unmerge', 'approve', 'undo'
    reason TEXT NOT NULL DEFAULT '',
    origin TEXT NOT NULL DEFAULT '',    -- 'form', 'row 17 of clients.csv', 'CUST…'
    batch_pk INTEGER REFERENCES batches (pk),
    request_pk INTEGER REFERENCES requests (pk),
    merge_pk INTEGER REFERENCES merges (pk),
    changes TEXT NOT NULL,              -- JSON {"phone":["old","new"]}
    before_hash BLOB,
    after_hash BLOB,
    entry_hash BLOB NOT NULL            -- over this row, keyed with the client's key; the log's entry signs it too
);
CREATE INDEX history_by_client ON history (client_pk, pk);
CREATE INDEX history_by_batch ON history (batch_pk, pk) WHERE batch_pk IS NOT NULL;
CREATE INDEX history_by_entry ON history (audit_seq, pk);

CREATE TABLE requests (
    pk INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,                 -- 'change', 'merge', 'create', 'archive', 'export', …
    client_pk INTEGER REFERENCES clients (pk),
    base_version INTEGER NOT NULL DEFAULT 0,
    level TEXT NOT NULL,                -- 'ordinary', 'important'
    state TEXT NOT NULL CHECK (state IN ('open', 'approved', 'partly', 'rejected', 'withdrawn', 'outdated')),
    reason TEXT NOT NULL DEFAULT '',
    payload TEXT NOT NULL DEFAULT '',   -- JSON of what a kind needs beside its fields: the merge plan
    department_pk INTEGER REFERENCES departments (pk),
    requested_by INTEGER NOT NULL REFERENCES users (pk),
    requested_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    decided_by INTEGER REFERENCES users (pk),
    decided_at TEXT NOT NULL DEFAULT '',
    comment TEXT NOT NULL DEFAULT '',
    asked_seq INTEGER NOT NULL,         -- the requester's own audit entry
    decided_seq INTEGER,                -- the approver's own audit entry
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX requests_by_state ON requests (state, due_at);
CREATE INDEX requests_by_client ON requests (client_pk, state);
CREATE INDEX requests_by_requester ON requests (requested_by, pk);

CREATE TABLE request_changes (
    request_pk INTEGER NOT NULL REFERENCES requests (pk),
    field TEXT NOT NULL,
    old_value TEXT NOT NULL,
    new_value TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'approved', 'rejected')),
    PRIMARY KEY (request_pk, field)
) WITHOUT ROWID;

CREATE TABLE merges (
    pk INTEGER PRIMARY KEY,
    survivor_pk INTEGER NOT NULL REFERENCES clients (pk),
    state TEXT NOT NULL CHECK (state IN ('applied', 'undone')),
    merged_at TEXT NOT NULL,
    merged_by INTEGER NOT NULL REFERENCES users (pk),
    reason TEXT NOT NULL DEFAULT '',
    plan TEXT NOT NULL,                 -- JSON: per field the value chosen and whose it is
    survivor_before TEXT NOT NULL,      -- JSON: the survivor as it was
    survivor_after TEXT NOT NULL,       -- JSON: the survivor as the merge left it
    audit_seq INTEGER NOT NULL,
    undone_seq INTEGER,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX merges_by_survivor ON merges (survivor_pk, pk);

CREATE TABLE merge_members (
    merge_pk INTEGER NOT NULL REFERENCES merges (pk),
    client_pk INTEGER NOT NULL REFERENCES clients (pk),
    before TEXT NOT NULL,               -- JSON: the record as it was
    moved TEXT NOT NULL DEFAULT '',     -- JSON: what hung on it and moved to the survivor
    PRIMARY KEY (merge_pk, client_pk)
) WITHOUT ROWID;
CREATE INDEX merge_members_by_client ON merge_members (client_pk);

-- What people decided about two records; a_pk < b_pk. 'different' is a veto for ever, until it is revoked.
CREATE TABLE duplicate_decisions (
    a_pk INTEGER NOT NULL REFERENCES clients (pk),
    b_pk INTEGER NOT NULL REFERENCES clients (pk),
    decision TEXT NOT NULL CHECK (decision IN ('different', 'same')),
    decided_at TEXT NOT NULL,
    decided_by INTEGER NOT NULL REFERENCES users (pk),
    audit_seq INTEGER NOT NULL,
    PRIMARY KEY (a_pk, b_pk)
) WITHOUT ROWID;
CREATE INDEX duplicate_decisions_by_b ON duplicate_decisions (b_pk);

CREATE TABLE import_mappings (
    source_key TEXT PRIMARY KEY NOT NULL, -- hash of the header line
    mapping TEXT NOT NULL,
    used_at TEXT NOT NULL
) WITHOUT ROWID;
