-- E-mail that waits to be sent, and which messages have been looked at for it.
CREATE TABLE outbox (
    id TEXT PRIMARY KEY,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    message_id TEXT,
    made_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_at INTEGER NOT NULL,
    why TEXT
);
CREATE INDEX outbox_by_time ON outbox (next_at);
ALTER TABLE messages ADD COLUMN announced INTEGER NOT NULL DEFAULT 0;
UPDATE messages SET announced = 1;
