-- What the nightly test calls have shown, and when lines rang (LINES rule 18): a restart forgets neither.
CREATE TABLE line_nights (
  port TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  from_port TEXT NOT NULL,
  result TEXT NOT NULL,
  loss_db REAL
);
CREATE TABLE line_rings (
  port TEXT PRIMARY KEY,
  rung INTEGER,
  missed_since INTEGER
);
-- What an exchange told of a caller, as it came: octets of FSK in hexadecimal, keys of DTMF.
ALTER TABLE line_evidence ADD COLUMN bits TEXT;
