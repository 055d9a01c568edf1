-- Departures from the hours that somebody has set by page or key and nobody has ended yet.
CREATE TABLE overrides (
    name  TEXT PRIMARY KEY,
    since INTEGER NOT NULL,
    by    TEXT NOT NULL
) WITHOUT ROWID;
