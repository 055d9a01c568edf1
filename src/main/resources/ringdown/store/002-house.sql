-- The office as configured, who may log in, what people say of themselves.
CREATE TABLE office (
    version INTEGER PRIMARY KEY AUTOINCREMENT,
    at      INTEGER NOT NULL,
    by      TEXT NOT NULL,
    text    TEXT NOT NULL
);

CREATE TABLE accounts (
    name   TEXT PRIMARY KEY,
    role   TEXT NOT NULL,
    person TEXT,
    hash   TEXT NOT NULL
) WITHOUT ROWID;

-- Only hashes of what lets somebody in are kept. A session ends at expires_at, a token never (null).
CREATE TABLE entries (
    hash       TEXT PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    kind       TEXT NOT NULL CHECK (kind IN ('session', 'token')),
    account    TEXT NOT NULL REFERENCES accounts (name) ON DELETE CASCADE,
    label      TEXT,
    made_at    INTEGER NOT NULL,
    expires_at INTEGER
) WITHOUT ROWID;
CREATE INDEX entries_by_account ON entries (account);

CREATE TABLE people (
    extension TEXT PRIMARY KEY,
    state     TEXT NOT NULL,
    since     INTEGER NOT NULL
) WITHOUT ROWID;
