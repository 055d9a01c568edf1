-- Whose turn it is: when each person's last talk ended, who was rung last in a target that is rung in turn.
CREATE TABLE idle_people (
    extension TEXT PRIMARY KEY,
    since     INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE rung_in_turn (
    target    TEXT PRIMARY KEY,
    extension TEXT NOT NULL
) WITHOUT ROWID;

-- Who waits. A place belongs to the call that took it, later to the promise that keeps it; its rank is the caller's class.
CREATE TABLE queue_places (
    id         TEXT PRIMARY KEY,
    target     TEXT NOT NULL,
    call_id    TEXT NOT NULL,
    promise_id TEXT,
    since      INTEGER NOT NULL,
    class_rank INTEGER NOT NULL,
    first      INTEGER NOT NULL,
    overtaken  INTEGER NOT NULL,
    people     TEXT NOT NULL
) WITHOUT ROWID;
