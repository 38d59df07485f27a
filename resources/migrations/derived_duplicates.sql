-- Keys that records of one client share, for the check at entry. Those of one client are computed from its values, so
-- that no second index is needed to find them again.
CREATE TABLE duplicate_keys (
    hash INTEGER NOT NULL,
    client_pk INTEGER NOT NULL,
    PRIMARY KEY (hash, client_pk)
) WITHOUT ROWID;

-- What the scan found; thrown away and made anew by the next one.
CREATE TABLE duplicate_pairs (
    a_pk INTEGER NOT NULL,
    b_pk INTEGER NOT NULL,
    score REAL NOT NULL,
    PRIMARY KEY (a_pk, b_pk)
) WITHOUT ROWID;
CREATE INDEX duplicate_pairs_by_b ON duplicate_pairs (b_pk);

CREATE TABLE duplicate_members (
    client_pk INTEGER PRIMARY KEY,
    cluster INTEGER NOT NULL
);
CREATE INDEX duplicate_members_by_cluster ON duplicate_members (cluster, client_pk);
