-- What left the agreed order, noted by the rules that held then. id: what it was and of what, so that nothing is noted twice.
CREATE TABLE deviations (
    id           TEXT PRIMARY KEY,
    at           INTEGER NOT NULL,
    kind         TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject      TEXT NOT NULL,
    stage        TEXT,
    person       TEXT,
    call_id      TEXT,
    note         TEXT
) WITHOUT ROWID;
CREATE INDEX deviations_by_time ON deviations (at DESC, id DESC);

-- What became of a proposed change of the rules. args: name=value, one a line; diff: as proposed, to be taken back.
CREATE TABLE rule_trials (
    id           TEXT PRIMARY KEY,
    kind         TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject      TEXT NOT NULL,
    stage        TEXT,
    change       TEXT NOT NULL,
    args         TEXT NOT NULL,
    diff         TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('trying', 'kept', 'undone', 'dismissed')),
    by           TEXT NOT NULL,
    at           INTEGER NOT NULL,
    until_at     INTEGER NOT NULL,
    reason       TEXT,
    ended_by     TEXT,
    ended_at     INTEGER
) WITHOUT ROWID;
CREATE INDEX rule_trials_by_time ON rule_trials (at DESC, id DESC);
