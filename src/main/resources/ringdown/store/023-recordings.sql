-- Who talks in a recording may hear it; the oldest recordings are found without a look at every call.
CREATE TABLE recorded_people (
    call_id TEXT NOT NULL REFERENCES calls (id),
    who     TEXT NOT NULL,
    PRIMARY KEY (call_id, who)
) WITHOUT ROWID;
CREATE INDEX calls_recorded ON calls (coalesce(ended_at, started_at)) WHERE recording IS NOT NULL;
