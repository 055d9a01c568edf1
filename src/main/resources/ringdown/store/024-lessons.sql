-- What each finished call has shown of its line (LINES rule 18); what was undone stays as what it was, and counts no more.
CREATE TABLE line_evidence (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  port TEXT NOT NULL,
  trait TEXT NOT NULL,
  value TEXT NOT NULL,
  amount REAL,
  at INTEGER NOT NULL,
  call_id TEXT,
  sound BLOB,
  undone INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX line_evidence_of ON line_evidence (port, trait, number);
