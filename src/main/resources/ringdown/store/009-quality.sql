-- Calls to be reviewed follow from the ledger (the head was rung, a bad mark); only what was found is kept. review_id: call and kind.
CREATE TABLE verdicts (
    review_id TEXT PRIMARY KEY,
    cause     TEXT NOT NULL,
    text      TEXT NOT NULL,
    by        TEXT NOT NULL,
    at        INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX stages_at_the_head ON call_stages (call_id)
    WHERE rang <> '' AND (target = 'head' OR substr(target, -11) = ', else head');
CREATE INDEX calls_rated_badly ON calls (started_at DESC, id DESC) WHERE rating <= 2;
CREATE INDEX calls_in_called ON calls (called, started_at) WHERE direction = 'in';
