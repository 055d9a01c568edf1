-- same: the name without quotes, letter case and legal form; null until the program has filled it in.
ALTER TABLE contacts ADD COLUMN note TEXT;
ALTER TABLE contacts ADD COLUMN same TEXT;
CREATE INDEX contacts_by_name ON contacts (same);

-- Every statement of a person about a caller's class; the last one of a number that is not taken back holds.
CREATE TABLE class_facts (
    id        TEXT PRIMARY KEY,
    number    TEXT NOT NULL,
    class     TEXT NOT NULL,
    call_id   TEXT,
    by        TEXT NOT NULL,
    at        INTEGER NOT NULL,
    undone_at INTEGER,
    undone_by TEXT
) WITHOUT ROWID;
CREATE INDEX class_facts_by_number ON class_facts (number, at) WHERE undone_at IS NULL;
CREATE INDEX class_facts_by_time ON class_facts (at, id) WHERE undone_at IS NULL;
CREATE INDEX class_facts_by_call ON class_facts (call_id) WHERE call_id IS NOT NULL;
INSERT INTO class_facts (id, number, class, by, at)
    SELECT lower(hex(randomblob(14))), number, class, by, at FROM learned_classes;
DROP TABLE learned_classes;
