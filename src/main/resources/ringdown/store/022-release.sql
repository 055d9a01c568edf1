-- What a line has shown when the far end went (LINES rule 11).
ALTER TABLE line_profiles ADD COLUMN breaks INTEGER NOT NULL DEFAULT 0;
ALTER TABLE line_profiles ADD COLUMN reversals INTEGER NOT NULL DEFAULT 0;
