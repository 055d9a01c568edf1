-- What figures need of a call's history stands with the call: a month's figures need no look at every stage and event of the month.
ALTER TABLE calls ADD COLUMN staged INTEGER NOT NULL DEFAULT 0;
ALTER TABLE calls ADD COLUMN went TEXT;
UPDATE calls SET staged = EXISTS (SELECT 1 FROM call_stages s WHERE s.call_id = calls.id),
    went = (SELECT substr(e.what, 8) FROM call_events e WHERE e.call_id = calls.id AND e.what LIKE 'script %' ORDER BY e.n LIMIT 1);
CREATE TRIGGER staged AFTER INSERT ON call_stages BEGIN
    UPDATE calls SET staged = 1 WHERE id = NEW.call_id AND staged = 0;
END;
CREATE TRIGGER went AFTER INSERT ON call_events WHEN NEW.what LIKE 'script %' BEGIN
    UPDATE calls SET went = substr(NEW.what, 8) WHERE id = NEW.call_id AND went IS NULL;
END;
CREATE INDEX deaf_by_end ON deaf_times (to_at) WHERE to_at IS NOT NULL;
-- With what is asked beside the person or the line, so that a rare kind of call among somebody's many is found in the index alone.
DROP INDEX calls_by_answerer;
CREATE INDEX calls_by_answerer ON calls (answered_by, started_at DESC, id DESC, outcome, class, via) WHERE answered_by IS NOT NULL;
DROP INDEX calls_by_via;
CREATE INDEX calls_by_via ON calls (via, started_at DESC, id DESC, outcome, class);
DROP INDEX calls_balance;
CREATE INDEX calls_balance ON calls (direction, started_at, outcome, promise_id, class);
DROP INDEX calls_at_the_head;
CREATE INDEX calls_at_the_head ON calls (started_at DESC, id DESC, direction, outcome) WHERE reached_head = 1;
DROP INDEX calls_rated_badly;
CREATE INDEX calls_rated_badly ON calls (started_at DESC, id DESC, direction, outcome) WHERE rating <= 2;
