-- That a call reached the head stands with the call, so that reviews are found newest first without a look at every one there ever was.
ALTER TABLE calls ADD COLUMN reached_head INTEGER NOT NULL DEFAULT 0;
UPDATE calls SET reached_head = 1 WHERE id IN (
    SELECT call_id FROM call_stages WHERE rang <> '' AND (target = 'head' OR substr(target, -11) = ', else head'));
DROP INDEX stages_at_the_head;
CREATE INDEX calls_at_the_head ON calls (started_at DESC, id DESC) WHERE reached_head = 1;
-- A stage may take the place of what stood for it while it rang: what its call reached is looked at as a whole.
CREATE TRIGGER head_reached AFTER INSERT ON call_stages
WHEN NEW.target = 'head' OR substr(NEW.target, -11) = ', else head' BEGIN
    UPDATE calls SET reached_head = EXISTS (
        SELECT 1 FROM call_stages WHERE call_id = NEW.call_id AND rang <> ''
        AND (target = 'head' OR substr(target, -11) = ', else head')) WHERE id = NEW.call_id;
END;
