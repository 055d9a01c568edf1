-- The ledger. Moments are milliseconds since 1970, lengths are seconds, words are those of the API.
CREATE TABLE calls (
    id            TEXT PRIMARY KEY,
    started_at    INTEGER NOT NULL,
    ended_at      INTEGER,
    direction     TEXT NOT NULL CHECK (direction IN ('in', 'out', 'internal')),
    via           TEXT NOT NULL,
    called        TEXT,
    caller_number TEXT,
    caller_name   TEXT,
    hidden        INTEGER NOT NULL,
    contact_id    TEXT,
    contact_name  TEXT,
    class         TEXT,
    topic         TEXT,
    essence       TEXT,
    handed_to     TEXT,
    script        TEXT,
    outcome       TEXT NOT NULL,
    settled       INTEGER,
    answered_by   TEXT,
    talking_at    INTEGER,
    wait_s        REAL NOT NULL DEFAULT 0,
    talk_s        REAL NOT NULL DEFAULT 0,
    hold_s        REAL NOT NULL DEFAULT 0,
    transfers     INTEGER NOT NULL DEFAULT 0,
    recording     TEXT,
    rating        INTEGER,
    promise_id    TEXT REFERENCES promises (id),
    boot_id       TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX calls_by_time ON calls (started_at DESC, id DESC);
CREATE INDEX calls_by_number ON calls (caller_number, started_at);
CREATE INDEX calls_by_contact ON calls (contact_id, started_at) WHERE contact_id IS NOT NULL;
CREATE INDEX calls_by_promise ON calls (promise_id) WHERE promise_id IS NOT NULL;
CREATE INDEX calls_open ON calls (outcome) WHERE outcome IN ('ringing', 'talking');

CREATE TABLE call_events (
    call_id TEXT NOT NULL REFERENCES calls (id),
    n       INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    what    TEXT NOT NULL,
    PRIMARY KEY (call_id, n)
) WITHOUT ROWID;

-- rang: names with a space between; not_rung: name=cause with a space between.
CREATE TABLE call_stages (
    call_id  TEXT NOT NULL REFERENCES calls (id),
    n        INTEGER NOT NULL,
    target   TEXT NOT NULL,
    rang     TEXT NOT NULL,
    not_rung TEXT NOT NULL,
    seconds  REAL NOT NULL,
    result   TEXT NOT NULL,
    PRIMARY KEY (call_id, n)
) WITHOUT ROWID;

CREATE TABLE promises (
    id           TEXT PRIMARY KEY,
    call_id      TEXT NOT NULL REFERENCES calls (id),
    number       TEXT,
    contact_id   TEXT,
    contact_name TEXT,
    owner        TEXT,
    made_at      INTEGER NOT NULL,
    due_at       INTEGER NOT NULL,
    overdue_at   INTEGER NOT NULL,
    spoken_as    TEXT,
    state        TEXT NOT NULL CHECK (state IN ('open', 'broken', 'kept', 'closed')),
    how          TEXT,
    late         INTEGER NOT NULL,
    closed_by    TEXT,
    closed_at    INTEGER,
    attempts     INTEGER NOT NULL,
    reason       TEXT
) WITHOUT ROWID;
CREATE INDEX promises_by_time ON promises (made_at DESC, id DESC);
CREATE INDEX promises_owed ON promises (state) WHERE state IN ('open', 'broken');

CREATE TABLE deaf_times (
    id      TEXT PRIMARY KEY,
    via     TEXT NOT NULL,
    from_at INTEGER NOT NULL,
    to_at   INTEGER,
    cause   TEXT NOT NULL,
    seen    TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX deaf_by_time ON deaf_times (from_at);

-- What a head office reads: every change of the ledger in the order of commit. Grows only.
CREATE TABLE changes (
    seq     INTEGER PRIMARY KEY AUTOINCREMENT,
    at      INTEGER NOT NULL,
    what    TEXT NOT NULL,
    subject TEXT NOT NULL
);
CREATE TRIGGER changes_stand BEFORE UPDATE ON changes BEGIN SELECT RAISE(ABORT, 'changes are only added'); END;
CREATE TRIGGER changes_stay BEFORE DELETE ON changes BEGIN SELECT RAISE(ABORT, 'changes are only added'); END;

CREATE TABLE messages (
    id            TEXT PRIMARY KEY,
    call_id       TEXT NOT NULL REFERENCES calls (id),
    mailbox       TEXT NOT NULL,
    caller_number TEXT,
    at            INTEGER NOT NULL,
    seconds       REAL,
    heard         INTEGER NOT NULL DEFAULT 0,
    file          TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX messages_by_time ON messages (at DESC, id DESC);
