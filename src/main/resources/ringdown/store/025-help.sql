-- Who has called for help: the dispatcher may call back within the hour, also after a restart (LINES rule 1).
CREATE TABLE helps (
    extension TEXT    NOT NULL,
    telephone TEXT    NOT NULL,
    number    TEXT    NOT NULL,
    at        INTEGER NOT NULL
);
CREATE INDEX helps_at ON helps (at);
