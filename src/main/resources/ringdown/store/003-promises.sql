-- What a promise is about, and what becomes of it. joined_into: it became part of another promise to the same party.
ALTER TABLE promises ADD COLUMN kind TEXT NOT NULL DEFAULT 'callBack';
ALTER TABLE promises ADD COLUMN class TEXT;
ALTER TABLE promises ADD COLUMN text TEXT;
ALTER TABLE promises ADD COLUMN in_talk INTEGER NOT NULL DEFAULT 0;
ALTER TABLE promises ADD COLUMN passing INTEGER NOT NULL DEFAULT 0;
ALTER TABLE promises ADD COLUMN confirm TEXT NOT NULL DEFAULT 'nothing';
ALTER TABLE promises ADD COLUMN escalated_to TEXT;
ALTER TABLE promises ADD COLUMN handed_to TEXT;
ALTER TABLE promises ADD COLUMN inside_at INTEGER;
ALTER TABLE promises ADD COLUMN slipped INTEGER NOT NULL DEFAULT 0;
ALTER TABLE promises ADD COLUMN solved_at INTEGER;
ALTER TABLE promises ADD COLUMN joined_into TEXT REFERENCES promises (id);
CREATE INDEX promises_agreed ON promises (call_id) WHERE in_talk = 1;
CREATE INDEX promises_by_state ON promises (state, made_at DESC, id DESC);

CREATE TABLE promise_events (
    n          INTEGER PRIMARY KEY AUTOINCREMENT,
    promise_id TEXT NOT NULL REFERENCES promises (id),
    at         INTEGER NOT NULL,
    what       TEXT NOT NULL,
    by         TEXT NOT NULL,
    note       TEXT
);
CREATE INDEX promise_events_of ON promise_events (promise_id, n);
