-- Views of the list of clients: a filter, columns and an order under a name. One's own, or the office's, which everybody finds.
CREATE TABLE saved_views (
    pk INTEGER PRIMARY KEY,
    owner_pk INTEGER NOT NULL REFERENCES users (pk), -- who made it
    is_shared INTEGER NOT NULL DEFAULT 0 CHECK (is_shared IN (0, 1)),
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,             -- folded, so that two spellings are one view
    filter TEXT NOT NULL DEFAULT '',    -- as core/search/FilterExpression.h reads it; never with a confidential value
    layout TEXT NOT NULL DEFAULT '',    -- of the window: columns, widths, order (JSON)
    version INTEGER NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX saved_views_own ON saved_views (owner_pk, name_key) WHERE is_shared = 0;
CREATE UNIQUE INDEX saved_views_shared ON saved_views (name_key) WHERE is_shared = 1;
