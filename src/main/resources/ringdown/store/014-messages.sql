-- Urgent messages, and those that were forwarded to another box with a word to them.
ALTER TABLE messages ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE messages ADD COLUMN forwarded_by TEXT;
ALTER TABLE messages ADD COLUMN note TEXT;
