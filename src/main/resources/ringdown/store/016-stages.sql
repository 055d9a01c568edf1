-- A stage that rings the head is written when it begins; null: it is over, and seconds and result are what came of it.
ALTER TABLE call_stages ADD COLUMN rings_since INTEGER;
CREATE INDEX stages_that_ring ON call_stages (call_id) WHERE rings_since IS NOT NULL;
