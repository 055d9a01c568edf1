-- When a message was first heard; sounds whose rows are gone and whose files are still to be deleted.
ALTER TABLE messages ADD COLUMN heard_at INTEGER;
UPDATE messages SET heard_at = at WHERE heard = 1;
CREATE TABLE sounds_to_delete (file TEXT PRIMARY KEY) WITHOUT ROWID;
