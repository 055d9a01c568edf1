-- So that every list the page shows is answered by an index, also among a million calls.
CREATE INDEX calls_by_via ON calls (via, started_at DESC, id DESC);
CREATE INDEX calls_by_answerer ON calls (answered_by, started_at DESC, id DESC) WHERE answered_by IS NOT NULL;
CREATE INDEX calls_by_class ON calls (class, started_at DESC, id DESC) WHERE class IS NOT NULL;
CREATE INDEX calls_by_outcome ON calls (outcome, started_at DESC, id DESC);
CREATE INDEX calls_by_tail ON calls (substr(caller_number, -7), started_at DESC, id DESC) WHERE caller_number IS NOT NULL;
CREATE INDEX calls_balance ON calls (direction, started_at, outcome, promise_id);
CREATE INDEX calls_called ON calls (called, started_at) WHERE direction = 'out';
CREATE INDEX deaf_open ON deaf_times (from_at) WHERE to_at IS NULL;
