-- Calls from lists that were made, and how they went. id: the list and the party.
CREATE TABLE calls_from_lists (
    n          INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT NOT NULL,
    result     TEXT NOT NULL,
    by         TEXT NOT NULL,
    at         INTEGER NOT NULL,
    not_before INTEGER,
    note       TEXT
);
CREATE INDEX calls_from_lists_by_time ON calls_from_lists (at);
CREATE INDEX calls_talks_of ON calls (contact_id, started_at) WHERE outcome = 'talked' AND contact_id IS NOT NULL;
