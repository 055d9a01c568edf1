-- A call from a list is written when somebody is reached; how it went takes that row's place. attempt: null where a person said it.
ALTER TABLE calls_from_lists ADD COLUMN attempt TEXT;
CREATE UNIQUE INDEX calls_from_lists_attempts ON calls_from_lists (attempt);
