-- Derived from clients; thrown away and built anew when the rules change. Words are prepared by the program
-- (core/search/SearchWords.h), so the stock tokenizer is enough and a stock shell can read and check the table.
CREATE VIRTUAL TABLE search_index USING fts5 (
    words,
    content = '',
    detail = 'none',
    prefix = '2 3 4',
    tokenize = "unicode61 remove_diacritics 0"
);
-- FTS5's secure-delete stays off: it took 25 of the 28 ms of each save. Words that went stay in the index until its pieces
-- are merged; whoever erases a client for good has the index optimized, which leaves none of them.

CREATE TABLE client_sort (
    client_pk INTEGER PRIMARY KEY,
    name_key TEXT NOT NULL
);
CREATE INDEX client_sort_by_name ON client_sort (name_key, client_pk);
