-- The office as configured, who may log in, what people say of themselves, who calls.
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
CREATE TABLE passes (
    id           TEXT PRIMARY KEY,
    hash         TEXT NOT NULL UNIQUE,
    kind         TEXT NOT NULL CHECK (kind IN ('SESSION', 'TOKEN')),
    account      TEXT NOT NULL REFERENCES accounts (name) ON DELETE CASCADE,
    label        TEXT,
    made_at      INTEGER NOT NULL,
    expires_at   INTEGER,
    last_used_at INTEGER
) WITHOUT ROWID;
CREATE INDEX passes_by_account ON passes (account);

CREATE TABLE people (
    extension TEXT PRIMARY KEY,
    state     TEXT NOT NULL,
    since     INTEGER NOT NULL
) WITHOUT ROWID;

-- found: everything a person may look for, in small letters (SQLite's own lower() knows ASCII only).
CREATE TABLE contacts (
    id       TEXT PRIMARY KEY,
    name     TEXT NOT NULL,
    spoken   TEXT,
    class    TEXT,
    manager  TEXT,
    backups  TEXT NOT NULL,
    greeting TEXT,
    language TEXT,
    company  TEXT,
    say_name INTEGER NOT NULL,
    found    TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE contact_numbers (
    contact_id TEXT NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    n          INTEGER NOT NULL,
    number     TEXT NOT NULL,
    PRIMARY KEY (contact_id, n)
) WITHOUT ROWID;
CREATE INDEX contacts_by_number ON contact_numbers (number);

CREATE TABLE learned_classes (
    number TEXT PRIMARY KEY,
    class  TEXT NOT NULL,
    by     TEXT NOT NULL,
    at     INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE registrations (
    id            TEXT PRIMARY KEY,
    extension     TEXT NOT NULL,
    contact       TEXT NOT NULL,
    instance      TEXT,
    transport     TEXT NOT NULL,
    host          TEXT NOT NULL,
    port          INTEGER NOT NULL,
    call_id       TEXT NOT NULL,
    cseq          INTEGER NOT NULL,
    q             INTEGER NOT NULL,
    user_agent    TEXT NOT NULL,
    registered_at INTEGER NOT NULL,
    expires_s     INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE line_profiles (
    port          TEXT PRIMARY KEY,
    idle_volts    REAL NOT NULL,
    longest_pause INTEGER NOT NULL
) WITHOUT ROWID;
