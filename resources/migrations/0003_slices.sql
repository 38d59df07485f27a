-- Bulk work on a shared office is saved in slices: a batch can be unfinished for a while ('running'), and can be on its way
-- back ('undoing'). What it reads from is known by its hash, so that the same file can go on after a break.
CREATE TABLE batches_anew (
    pk INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,                 -- 'import', 'mass_change', 'sample'
    name TEXT NOT NULL,                 -- of the file, without its folder
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'undoing', 'undone')),
    started_at TEXT NOT NULL,
    finished_at TEXT NOT NULL DEFAULT '',
    started_by INTEGER NOT NULL REFERENCES users (pk),
    rows INTEGER NOT NULL DEFAULT 0,    -- so far, as the other counts
    created INTEGER NOT NULL DEFAULT 0,
    updated INTEGER NOT NULL DEFAULT 0,
    skipped INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0,
    mapping TEXT NOT NULL DEFAULT '',   -- JSON
    source TEXT NOT NULL DEFAULT '',    -- SHA-256 of the file and of how it is read, in hexadecimal
    version INTEGER NOT NULL DEFAULT 1
);
INSERT INTO batches_anew (
    pk, kind, name, state, started_at, finished_at, started_by, rows, created, updated, skipped, rejected,
    mapping, version)
SELECT
    pk, kind, name, state, started_at, finished_at, started_by, rows, created, updated, skipped, rejected,
    mapping, version
FROM batches;
DROP TABLE batches;
ALTER TABLE batches_anew RENAME TO batches;
