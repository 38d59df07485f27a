-- A record that was entered by mistake lies in the trash (status 'trashed'). SQLite changes no CHECK in place, so the
-- table is written anew; foreign keys are off meanwhile and looked at before the commit (core/storage/Migrations.h).
-- Values, versions and so the hashes of rows stay as they are.
CREATE TABLE clients_anew (
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
    status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'archived', 'erased', 'merged',
                                                                 'trashed')),
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

INSERT INTO clients_anew (
    pk, id, type, name, contact, position, phone, phone_ext, email, other_phones, other_emails, province,
    city, district, street, postcode, country, industry, activity, owner_pk, source, credit_code, website,
    tags, notes, contacts, custom, status, merged_into, incomplete, findings, last_contact_at, verified_at,
    verified_by, created_at, created_by, updated_at, updated_by, batch_pk, version)
SELECT
    pk, id, type, name, contact, position, phone, phone_ext, email, other_phones, other_emails, province,
    city, district, street, postcode, country, industry, activity, owner_pk, source, credit_code, website,
    tags, notes, contacts, custom, status, merged_into, incomplete, findings, last_contact_at, verified_at,
    verified_by, created_at, created_by, updated_at, updated_by, batch_pk, version
FROM clients;
DROP TABLE clients;
ALTER TABLE clients_anew RENAME TO clients;
CREATE INDEX clients_by_owner ON clients (owner_pk, pk);
CREATE INDEX clients_by_phone ON clients (phone) WHERE phone <> '';
CREATE INDEX clients_by_email ON clients (email) WHERE email <> '';
CREATE INDEX clients_by_credit_code ON clients (credit_code) WHERE credit_code <> '';
CREATE INDEX clients_by_updated ON clients (updated_at, pk);
CREATE INDEX clients_by_city ON clients (city, pk);
CREATE INDEX clients_by_status ON clients (status, pk) WHERE status <> 'active';
CREATE INDEX clients_by_survivor ON clients (merged_into) WHERE merged_into IS NOT NULL;

-- A file that waits for approval: what the import will read, compressed, until somebody decides.
CREATE TABLE staged_imports (
    request_pk INTEGER PRIMARY KEY REFERENCES requests (pk),
    content BLOB NOT NULL,              -- UTF-8 CSV, qCompress
    sha256 TEXT NOT NULL                -- of the CSV; the request signs it too
);

-- What each person looked at last; no evidence, the log has every look.
CREATE TABLE recent_clients (
    user_pk INTEGER NOT NULL REFERENCES users (pk),
    client_pk INTEGER NOT NULL REFERENCES clients (pk),
    seen_at TEXT NOT NULL,
    PRIMARY KEY (user_pk, client_pk)
) WITHOUT ROWID;
