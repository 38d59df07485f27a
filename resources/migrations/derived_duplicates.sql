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

-- Values that several clients have, and how many: how rare a value is, for judging one pair at a time. What is not here,
-- one client has.
CREATE TABLE duplicate_values (
    hash INTEGER PRIMARY KEY,
    clients INTEGER NOT NULL
);

-- Of the last scan: one row.
CREATE TABLE duplicate_state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    scan INTEGER NOT NULL,              -- scans are numbered
    scan_seq INTEGER NOT NULL,          -- of change_feed, when it began
    feed_seq INTEGER NOT NULL,          -- what change_feed tells up to here is in the groups
    since INTEGER NOT NULL,             -- records matched one by one after the scan
    records INTEGER NOT NULL,           -- that the scan looked at
    model BLOB NOT NULL,                -- the fitted weights
    model_records REAL NOT NULL
);

-- Groups that somebody put off: by the smallest client of the group and how many it had.
CREATE TABLE duplicate_later (
    cluster INTEGER NOT NULL,
    user_pk INTEGER NOT NULL,
    members INTEGER NOT NULL,
    until TEXT NOT NULL,
    PRIMARY KEY (cluster, user_pk)
) WITHOUT ROWID;
